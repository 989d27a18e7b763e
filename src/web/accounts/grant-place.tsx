import type { Grant } from '../../platform/accounts/roles.ts';
import { grantPath, grantPlaceName } from './place-path.ts';

/** Where a role holds, with a link to the team there for who may see it. */
export function GrantPlace({ grant }: { readonly grant: Grant }) {
  if (grant.role === 'reader') return <>{grantPlaceName(grant)}</>;
  return <a href={grantPath(grant)}>{grantPlaceName(grant)}</a>;
}
