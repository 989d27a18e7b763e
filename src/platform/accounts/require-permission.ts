import type { AccountContext } from './context.ts';
import type { SignedIn } from './find-session.ts';
import { columnsOf, findPlace, type KnownPlace, type Place } from './place.ts';
import { recordAudit } from './record-audit.ts';
import { notAllowed, notFoundHere } from './refusals.ts';
import { installation, may, type Permission } from './roles.ts';

/**
 * Lets an account act on a place, or refuses: as if the place did not exist when the account may not see it (nothing
 * tells another team's service from no service), and plainly when it may see it but not do this.
 */
export async function requirePermission(
  context: AccountContext,
  account: Pick<SignedIn, 'id' | 'grants'>,
  permission: Permission,
  place: Place,
): Promise<KnownPlace> {
  const found = await findPlace(context, place);
  if (found === null || !may(account.grants, 'see', found.target)) throw notFoundHere();
  if (may(account.grants, permission, found.target)) return found;
  return refuse(context, account, permission, place);
}

/** The same, for what is done on a place by those only who choose members for the whole installation. */
export async function requireInstallation(
  context: AccountContext,
  account: Pick<SignedIn, 'id' | 'grants'>,
  place: Place,
): Promise<void> {
  await requirePermission(context, account, 'see', place);
  if (may(account.grants, 'manage-members', installation)) return;
  await refuse(context, account, 'manage-members', place);
}

/** Writes in the log what was not allowed, then says so. */
async function refuse(
  context: AccountContext,
  account: Pick<SignedIn, 'id'>,
  permission: Permission,
  place: Place,
): Promise<never> {
  await recordAudit(context.db, {
    at: context.now(),
    actor: account.id,
    action: permission,
    object: [place.kind, place.kind === 'installation' ? 'foulee' : place.id],
    ...columnsOf(place),
    outcome: 'refused',
  });
  throw notAllowed();
}
