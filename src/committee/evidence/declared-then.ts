import type { Database } from '../../platform/database/database.ts';
import { type DeclaredRow, declaredRows } from '../../portfolio/figures/declared-rows.ts';
import type { Moment } from './moment.ts';

/** What the service said of itself by the end of a day: figures recorded since, or replaced by then, are not in it. */
export async function declaredThen(
  db: Database,
  service: string,
  { day, end }: Moment,
): Promise<readonly DeclaredRow[]> {
  const rows = await db
    .selectFrom('declared_figure')
    .selectAll()
    .where('service_id', '=', service)
    .where('recorded_at', '<', end)
    .where((where) => where.or([where('superseded_at', 'is', null), where('superseded_at', '>=', end)]))
    .where((where) => where.or([where('is_target', '=', true), where('measured_on', '<=', day)]))
    .orderBy('indicator')
    .orderBy('measured_on')
    .orderBy('id')
    .execute();
  return declaredRows(
    rows.map((row) => ({
      indicator: row.indicator,
      kind: row.kind,
      value: Number(row.value),
      unit: row.unit,
      isTarget: row.is_target,
      measuredOn: row.measured_on,
      periodStart: row.period_start,
      placeCode: row.place_code,
      comment: row.comment,
      source: row.source,
    })),
  );
}
