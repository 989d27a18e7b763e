import type { AccountContext } from './context.ts';
import { installation, type Target } from './roles.ts';

/** What a page of members or keys is about. */
export type Place =
  | { readonly kind: 'service'; readonly id: string }
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'installation' };

/** The two columns in which a role, an invitation or a key says where it holds. */
export const columnsOf = (place: Place) => ({
  service: place.kind === 'service' ? place.id : null,
  organisation: place.kind === 'organisation' ? place.id : null,
});

export function placeOf({ service, organisation }: ReturnType<typeof columnsOf>): Place {
  if (service !== null) return { kind: 'service', id: service };
  return organisation === null ? { kind: 'installation' } : { kind: 'organisation', id: organisation };
}

export interface KnownPlace {
  readonly name: string;
  readonly target: Target;
}

/** The place under its name, and what roles must reach to act there; null when there is no such place. */
export async function findPlace(
  { db }: Pick<AccountContext, 'db'>,
  place: Place,
): Promise<KnownPlace | null> {
  if (place.kind === 'installation') return { name: 'toute l’installation', target: installation };
  if (place.kind === 'organisation') {
    const row = await db
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', place.id)
      .executeTakeFirst();
    return row ? { name: row.name, target: { service: null, organisations: [place.id] } } : null;
  }
  const row = await db.selectFrom('service').select('name').where('id', '=', place.id).executeTakeFirst();
  if (row === undefined) return null;
  const owners = await db
    .selectFrom('service_organisation')
    .select('organisation_id')
    .where('service_id', '=', place.id)
    .execute();
  const organisations = owners.map(({ organisation_id }) => organisation_id);
  return { name: row.name, target: { service: place.id, organisations } };
}
