import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { DeclaredUse } from './uses.ts';

/**
 * The last figure of use a service declares for everywhere, observed no later than a day, as it stands now or stood at the
 * instant `knownAt` (ISO 8601).
 */
export async function declaredUse(
  db: Kysely<Schema>,
  service: string,
  day: string,
  knownAt: string | null = null,
): Promise<DeclaredUse | null> {
  const standing =
    knownAt === null
      ? sql<boolean>`superseded_at is null`
      : sql<boolean>`(recorded_at <= ${knownAt} and (superseded_at is null or superseded_at > ${knownAt}))`;
  const found = await db
    .selectFrom('declared_figure')
    .select(['indicator', 'value', 'unit', 'measured_on', 'period_start'])
    .where('service_id', '=', service)
    .where('kind', '=', 'usage')
    .where('is_target', '=', false)
    .where('place_code', 'is', null)
    .where('measured_on', '<=', day)
    .where(standing)
    .orderBy('measured_on', 'desc')
    .orderBy('indicator')
    .limit(1)
    .executeTakeFirst();
  return found === undefined
    ? null
    : {
        indicator: found.indicator,
        value: found.value,
        unit: found.unit,
        measuredOn: found.measured_on,
        periodStart: found.period_start,
      };
}
