import { type GrantedRole, roleNames } from '../../../platform/accounts/roles.ts';

/** Accounts by the name they are known by; empty for who may not see the members. */
export type Names = ReadonlyMap<string, string>;

/** Who said something: a name and a role for who takes part, the role alone for others. */
export function authorText(
  names: Names,
  said: { readonly author: string; readonly role: GrantedRole },
): string {
  const name = names.get(said.author);
  const role = roleNames[said.role].name;
  return name === undefined ? role : `${name}, ${role.toLowerCase()}`;
}
