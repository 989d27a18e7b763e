import type { Database } from '../database/database.ts';
import type { Grant } from './roles.ts';

/**
 * What a session opened by ProConnect for this SIRET may read: the organisations it is tied to at this instant. Derived
 * at each request and kept nowhere, so that untying ends it at once. Empty without a SIRET.
 */
export async function readerGrants(db: Database, siret: string | null): Promise<readonly Grant[]> {
  if (siret === null) return [];
  const rows = await db
    .selectFrom('organisation_siret')
    .select('organisation')
    .where('siret', '=', siret)
    .orderBy('organisation')
    .execute();
  return rows.map(({ organisation }) => ({ role: 'reader', service: null, organisation }));
}
