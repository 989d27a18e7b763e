import { hashOf } from '../ids.ts';
import { type AccountContext, later, minutes } from './context.ts';
import { slidingEnd } from './open-session.ts';
import { readerGrants } from './reader-grants.ts';
import type { Grant } from './roles.ts';

/** Who is signed in, and what they may do. */
export interface SignedIn {
  readonly session: string;
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly siret: string | null;
  readonly grants: readonly Grant[];
}

/** A session's use is written at most this often. */
const writtenEvery = minutes(10);

/** The account a cookie's token opens; null when it is forged, ended, or expired. Pushes the expiry back. */
export async function findSession({ db, now }: AccountContext, token: string): Promise<SignedIn | null> {
  const at = now();
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select(['session.id as session', 'account.id', 'account.name', 'account.email', 'account.siret'])
    .select(['session.created_at', 'session.seen_at'])
    .select('session.siret as opened_for')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', at)
    .where('account.deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (later(row.seen_at, writtenEvery) <= at) {
    await db
      .updateTable('session')
      .set({ seen_at: at, expires_at: slidingEnd(row.created_at, at) })
      .where('id', '=', row.session)
      .execute();
  }
  const { session, id, name, email, siret } = row;
  // Who came again since for another organisation, or none, has left this one.
  const reads = row.opened_for === siret ? await readerGrants(db, siret) : [];
  return { session, id, name, email, siret, grants: [...(await grantsOf(db, id)), ...reads] };
}

/** The roles given to an account, whatever session it came by. */
export function grantsOf(db: AccountContext['db'], account: string): Promise<Grant[]> {
  return db
    .selectFrom('membership')
    .select(['role', 'service', 'organisation'])
    .where('account', '=', account)
    .orderBy('created_at')
    .execute();
}
