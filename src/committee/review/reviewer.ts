import type { Kysely } from 'kysely';
import type { AccountContext } from '../../platform/accounts/context.ts';
import type { SignedIn } from '../../platform/accounts/find-session.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { type Grant, type GrantedRole, may, roleFor, type Target } from '../../platform/accounts/roles.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { type OwnWork, ownWorkOf, ownWorkSentences } from './own-work.ts';
import { notYourOwn } from './refusals.ts';

type Asker = Pick<SignedIn, 'id' | 'grants' | 'siret'>;

/** Who reviews, as it is kept: the role that allows it, and the organisation they speak for. */
export interface Reviewer {
  readonly id: string;
  readonly role: GrantedRole;
  /** Null: known neither by the role nor by ProConnect. */
  readonly organisation: string | null;
}

/** Lets an account review a service, or refuses: without the permission, or because the work is its own. */
export async function requireReviewer(
  context: AccountContext,
  account: Asker,
  service: string,
): Promise<Reviewer> {
  const { target } = await requirePermission(context, account, 'review', { kind: 'service', id: service });
  const own = await ownWorkOf(context.db, account, target);
  if (own !== null) throw notYourOwn(ownWorkSentences[own]);
  const role = roleFor(account.grants, 'review', target) ?? 'coach';
  const grant = account.grants.find((given) => given.role === role && reachesFrom(given, target));
  const organisation = await organisationName(context.db, grant?.organisation ?? null, account.siret);
  return { id: account.id, role, organisation };
}

/** Whether an account may review a service: yes, not without another role, or not its own work. */
export async function mayReview(
  db: Kysely<Schema>,
  account: Asker,
  target: Target,
): Promise<'yes' | 'no-role' | OwnWork> {
  if (!may(account.grants, 'review', target)) return 'no-role';
  return (await ownWorkOf(db, account, target)) ?? 'yes';
}

const reachesFrom = ({ organisation }: Grant, { organisations }: Target): boolean =>
  organisation !== null && organisations.includes(organisation);

/** The name of the organisation a role was given on, else of the one ProConnect says the account comes from. */
async function organisationName(
  db: Kysely<Schema>,
  given: string | null,
  siret: string | null,
): Promise<string | null> {
  if (given !== null) {
    const row = await db.selectFrom('organisation').select('name').where('id', '=', given).executeTakeFirst();
    return row?.name ?? null;
  }
  if (siret === null) return null;
  const row = await db
    .selectFrom('organisation_siret')
    .innerJoin('organisation', 'organisation.id', 'organisation_siret.organisation')
    .select('organisation.name')
    .where('siret', '=', siret)
    .orderBy('organisation.name')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}
