import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type DeskScope, inScope } from './desk-scope.ts';
import type { Named } from './desk-service.ts';

/** What the services of a desk can be narrowed by, in the order of a dictionary. */
export interface DeskChoices {
  readonly organisations: readonly Named[];
  readonly incubators: readonly Named[];
}

/** The organisations and the incubators that the services of a desk are of. */
export async function deskChoices(db: Database, scope: DeskScope): Promise<DeskChoices> {
  const of = async (kind: 'organisation' | 'incubator') =>
    (await statement(kind, scope).execute(db)).rows.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  return { organisations: await of('organisation'), incubators: await of('incubator') };
}

const statement = (kind: 'organisation' | 'incubator', scope: DeskScope): RawBuilder<Named> => sql`
  select id, name from ${sql.ref(kind)}
  where id in (select ${sql.ref(`${kind}_id`)} from ${sql.ref(`service_${kind}`)} where ${inScope(scope, 'service_id')})`;
