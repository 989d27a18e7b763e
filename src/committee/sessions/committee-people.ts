import { sql } from 'kysely';
import { findPlace } from '../../platform/accounts/place.ts';
import { may } from '../../platform/accounts/roles.ts';
import type { Database } from '../../platform/database/database.ts';

export interface CommitteePerson {
  readonly account: string;
  readonly email: string;
}

/**
 * Who is told of the committees of a service: those whose role on it, or on its organisations, lets them take part, sponsors
 * among them. Whoever administers everything is not told of every service.
 */
export async function committeePeople(db: Database, service: string): Promise<readonly CommitteePerson[]> {
  const place = await findPlace({ db }, { kind: 'service', id: service });
  if (place === null) return [];
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account')
    .select(['account.id as account', 'account.email', 'role', 'service', 'organisation'])
    .where('account.deleted_at', 'is', null)
    .where('account.email', 'is not', null)
    .where((is) =>
      is.or([
        is('service', '=', service),
        is('organisation', '=', sql<string>`any(${[...place.target.organisations]})`),
      ]),
    )
    .orderBy('account.created_at')
    .orderBy('account.id')
    .execute();
  const told = rows.flatMap(({ account, email, ...grant }) =>
    email !== null && may([grant], 'take-part', place.target) ? [{ account, email }] : [],
  );
  return [...new Map(told.map((person) => [person.account, person])).values()];
}
