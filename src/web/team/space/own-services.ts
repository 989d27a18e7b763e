import type { AccountContext } from '../../../platform/accounts/context.ts';
import { type Grant, type GrantedRole, roleFor } from '../../../platform/accounts/roles.ts';
import type { ServiceRow } from '../../view/service-view.ts';

export interface OwnService {
  readonly row: ServiceRow;
  readonly role: GrantedRole;
}

/** Among all services, those a role reaches: what is published first, then what is not a demonstration. */
export async function ownServices(
  { db }: Pick<AccountContext, 'db'>,
  grants: readonly Grant[],
  rows: readonly ServiceRow[],
): Promise<readonly OwnService[]> {
  if (grants.length === 0) return [];
  const links = await db
    .selectFrom('service_organisation')
    .select(['service_id', 'organisation_id'])
    .execute();
  const owners = new Map<string, string[]>();
  for (const { service_id, organisation_id } of links) {
    owners.set(service_id, [...(owners.get(service_id) ?? []), organisation_id]);
  }
  return rows
    .flatMap((row) => {
      const target = { service: row.id, organisations: owners.get(row.id) ?? [] };
      const role = roleFor(grants, 'see', target);
      return role === null ? [] : [{ row, role }];
    })
    .toSorted((a, b) => place(a.row) - place(b.row) || a.row.name.localeCompare(b.row.name, 'fr'));
}

const place = ({ demonstration, sentence }: ServiceRow): number =>
  (demonstration ? 2 : 0) + (sentence === null ? 1 : 0);
