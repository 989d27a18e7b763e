import type { HeadlineBase, Measure, MeasureBase, MeasureDocument } from '../../../measure/measure.ts';
import type { Indicator } from '../../../plan/plan.ts';
import type { Database } from '../../../platform/database/database.ts';
import { databaseLedger } from '../../../publish/ledger/database-ledger.ts';
import { shownEntry } from '../../../publish/ledger/ledger.ts';

/** The figures last known of a service: those of its last weekly run, else of its last publication. */
export interface LastMeasure {
  /** Day it was measured, ISO. */
  readonly day: string;
  readonly figures: readonly LastFigure[];
}

export interface LastFigure {
  readonly indicator: string;
  readonly method: Indicator['method'];
  readonly headline: HeadlineBase;
  readonly coverage: MeasureBase['coverage'];
  /** All that was measured; null: only what is published is known. */
  readonly measure: Measure | null;
}

/** Null: nothing was ever measured here. */
export async function lastMeasure(db: Database, service: string): Promise<LastMeasure | null> {
  const run = await db
    .selectFrom('weekly_run')
    .select(['at', 'document'])
    .where('service', '=', service)
    .where('document', 'is not', null)
    .orderBy('week', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (run?.document) {
    const { measures } = JSON.parse(run.document) as MeasureDocument;
    return { day: run.at.slice(0, 10), figures: measures.map((measure) => ({ ...measure, measure })) };
  }
  const entries = await databaseLedger(db).entries(service);
  const shown = entries.map(shownEntry).findLast(({ kind }) => kind === 'published');
  if (shown?.kind !== 'published') return null;
  const { freshness, measures } = shown.publication.bundle;
  return { day: freshness.measuredOn, figures: measures.map((figure) => ({ ...figure, measure: null })) };
}
