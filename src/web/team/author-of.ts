import type { AccountContext } from '../../platform/accounts/context.ts';
import type { KnownPlace } from '../../platform/accounts/place.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { type Grant, type Permission, roleFor } from '../../platform/accounts/roles.ts';
import type { Author } from '../../publish/ledger/ledger.ts';

/** Who asks: an account, or the holder of an API key. */
export interface Asker {
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** Signs what this asker writes about a service, in the role that allows it; refuses when none does. */
export async function authorOf(
  context: AccountContext,
  asker: Asker,
  permission: Permission,
  service: string,
): Promise<{ readonly author: Author; readonly place: KnownPlace }> {
  const place = await requirePermission(context, asker, permission, { kind: 'service', id: service });
  const role = roleFor(asker.grants, permission, place.target) ?? 'member';
  return { author: { actor: asker.id, role, at: context.now() }, place };
}
