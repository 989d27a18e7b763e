import type { RoleName } from '../database/tables/accounts.ts';
import type { AccountContext } from './context.ts';
import { columnsOf, type Place } from './place.ts';

export interface Member {
  readonly membership: string;
  readonly account: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: RoleName;
}

/** Who has a role given on this very place, and who was invited and has not come yet. */
export async function listMembers({ db, now }: AccountContext, place: Place) {
  const { service, organisation } = columnsOf(place);
  const members: Member[] = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account')
    .select(['membership.id as membership', 'account.id as account', 'account.name', 'account.email', 'role'])
    .where('service', 'is not distinct from', service)
    .where('organisation', 'is not distinct from', organisation)
    .orderBy('membership.created_at')
    .execute();
  const invited = await db
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'expires_at as expiresAt'])
    .where('service', 'is not distinct from', service)
    .where('organisation', 'is not distinct from', organisation)
    .where('expires_at', '>', now())
    .orderBy('created_at')
    .execute();
  return { members, invited };
}
