import type { Kysely } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';

/** The committees of a service that are still to decide: neither decided nor closed. */
export const stillOpen = (db: Kysely<Schema>, service: string) =>
  db
    .selectFrom('committee_session')
    .select('id')
    .where('service', '=', service)
    .where('id', 'not in', (select) => select.selectFrom('committee_decision').select('session'))
    .where('id', 'not in', (select) => select.selectFrom('committee_closing').select('session'));
