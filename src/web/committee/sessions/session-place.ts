import { type CommitteeSession, readSession } from '../../../committee/sessions/session.ts';
import type { AccountContext } from '../../../platform/accounts/context.ts';
import type { SignedIn } from '../../../platform/accounts/find-session.ts';
import { notAllowed, notFoundHere } from '../../../platform/accounts/refusals.ts';
import { requirePermission } from '../../../platform/accounts/require-permission.ts';
import { type GrantedRole, may, roleFor } from '../../../platform/accounts/roles.ts';
import type { Author } from '../../../publish/ledger/ledger.ts';

/** A service as someone sees its committees. */
export interface CommitteePlace {
  readonly service: { readonly id: string; readonly name: string };
  /** Whether they prepare committees, follow them, and look back: the team and its sponsors. */
  readonly mayPrepare: boolean;
  readonly mayDecide: boolean;
  /** Signs what they write, in the role that lets them. */
  readonly author: Author;
}

/** Refuses who may not see this service, as if there were none. */
export async function committeePlace(
  context: AccountContext,
  account: SignedIn,
  service: string,
): Promise<CommitteePlace> {
  const { name, target } = await requirePermission(context, account, 'see', { kind: 'service', id: service });
  const decides = roleFor(account.grants, 'decide', target);
  const measures = roleFor(account.grants, 'measure', target);
  const role: GrantedRole = decides ?? measures ?? 'reader';
  return {
    service: { id: service, name },
    mayPrepare: may(account.grants, 'measure', target) || decides !== null,
    mayDecide: decides !== null,
    author: { actor: account.id, role, at: context.now() },
  };
}

/** The same, for who prepares committees; refuses others plainly. */
export async function preparingPlace(
  context: AccountContext,
  account: SignedIn,
  service: string,
): Promise<CommitteePlace> {
  const place = await committeePlace(context, account, service);
  if (!place.mayPrepare) throw notAllowed();
  return place;
}

/** The committee at an address; refuses when this service has none of this id. */
export async function sessionAt(
  { db }: Pick<AccountContext, 'db'>,
  service: string,
  id: string,
): Promise<CommitteeSession> {
  const session = await readSession(db, service, id);
  if (session === null) throw notFoundHere();
  return session;
}
