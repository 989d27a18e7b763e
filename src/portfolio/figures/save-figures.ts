import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { inBatches } from '../import/in-batches.ts';
import { type DeclaredFigure, figureKey } from './declared-figure.ts';

export interface FiguresSummary {
  readonly figures: number;
  readonly created: number;
  /** Figures given again with something else: the earlier row is kept, with the instant it was replaced. */
  readonly updated: number;
  readonly unchanged: number;
}

/** Records the figures a service declares, all or nothing. A figure that is not given again stays. */
export function saveFigures(
  db: Database,
  service: string,
  figures: readonly DeclaredFigure[],
  { source, now }: { readonly source: string; readonly now: string },
): Promise<FiguresSummary> {
  return db.transaction().execute(async (transaction) => {
    // Holds off another recording for the same service until this one is done.
    await sql`select id from service where id = ${service} for update`.execute(transaction);
    const current = await currentRows(transaction, service);
    const fresh = figures.map((figure) => ({ figure, before: current.get(figureKey(figure)) }));
    const changed = fresh.filter(
      ({ figure, before }) => before === undefined || !sameFigure(before.figure, figure),
    );
    const replaced = changed.flatMap(({ before }) => (before === undefined ? [] : [before.id]));
    if (replaced.length > 0) {
      await transaction
        .updateTable('declared_figure')
        .set({ superseded_at: now })
        .where('id', '=', sql<number>`any(${replaced})`)
        .execute();
    }
    const rows = changed.map(({ figure }) => rowOf(service, figure, source, now));
    for (const batch of inBatches(rows))
      await transaction.insertInto('declared_figure').values(batch).execute();
    return {
      figures: figures.length,
      created: changed.length - replaced.length,
      updated: replaced.length,
      unchanged: figures.length - changed.length,
    };
  });
}

async function currentRows(db: Database, service: string) {
  const rows = await db
    .selectFrom('declared_figure')
    .selectAll()
    .where('service_id', '=', service)
    .where('superseded_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => {
      const figure: DeclaredFigure = {
        indicator: row.indicator,
        kind: row.kind,
        value: row.value,
        unit: row.unit,
        isTarget: row.is_target,
        measuredOn: row.measured_on,
        periodStart: row.period_start,
        placeLevel: row.place_level,
        placeCode: row.place_code,
        frequency: row.frequency,
        automated: row.automated,
        collected: row.collected,
        comment: row.comment,
      };
      return [figureKey(figure), { id: row.id, figure }];
    }),
  );
}

function rowOf(service: string, figure: DeclaredFigure, source: string, now: string) {
  return {
    service_id: service,
    indicator: figure.indicator,
    kind: figure.kind,
    value: figure.value,
    unit: figure.unit,
    is_target: figure.isTarget,
    measured_on: figure.measuredOn,
    period_start: figure.periodStart,
    place_level: figure.placeLevel,
    place_code: figure.placeCode,
    frequency: figure.frequency,
    automated: figure.automated,
    collected: figure.collected,
    comment: figure.comment,
    source,
    recorded_at: now,
  };
}

function sameFigure(a: DeclaredFigure, b: DeclaredFigure): boolean {
  return (Object.keys(a) as (keyof DeclaredFigure)[]).every((key) => a[key] === b[key]);
}
