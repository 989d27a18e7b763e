import type { MeasureDocument } from '../../measure/measure.ts';
import type { Database } from '../../platform/database/database.ts';
import { databaseHistory } from '../history/database-history.ts';
import { readWeek } from '../run/read-week.ts';
import { writeEntry } from '../space/write-entry.ts';
import { weekAfter, weekOf } from '../week.ts';
import { inventedWeeks } from './invented-weeks.ts';

interface DemonstrationRun {
  readonly service: string;
  /** Measured on simulated data, as known that day. */
  readonly document: MeasureDocument;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Keeps a measure of the demonstration as a run of its week, read against the run before; marked as simulated. */
export async function keepDemonstrationRun(db: Database, run: DemonstrationRun): Promise<void> {
  const { service, day, at } = run;
  const history = databaseHistory(db);
  const week = weekOf(day);
  const document = withoutCounts(run.document);
  const before = await history.before(service, week);
  const reading = readWeek(
    before && { document: before.document, silent: before.reading.silent },
    document,
    [],
  );
  await history.save({ service, week, at, document, reading, isSimulated: true });
}

/**
 * Writes the invented weeks of a team that keeps its rhythm, all or none, once; nothing when something is already
 * written.
 */
export function inventTeamWeeks(db: Database, service: string, now: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const written = await transaction
      .selectFrom('weekly_entry')
      .select('id')
      .where('service', '=', service)
      .limit(1)
      .executeTakeFirst();
    if (written !== undefined) return;
    const current = weekOf(now.slice(0, 10));
    for (const { weeksAgo, end, ...entry } of inventedWeeks) {
      const week = weekAfter(current, -weeksAgo);
      const at = new Date(Date.parse(now) - weeksAgo * 7 * 86_400_000).toISOString();
      await writeEntry(transaction, { service, week, ...entry }, { author: 'foulee', at });
      if (end === undefined) continue;
      await transaction
        .updateTable('weekly_entry')
        .set({ step_end: end, ended_at: at })
        .where('service', '=', service)
        .where('week', '=', week)
        .where('kind', '=', 'step')
        .execute();
    }
  });
}

/** What a publication was made from has no place in a history. */
const withoutCounts = (document: MeasureDocument): MeasureDocument => ({
  ...document,
  measures: document.measures.map((measure) => {
    if (measure.method === 'follow-up') {
      const { followed: _followed, panels: _panels, ...said } = measure;
      return said;
    }
    if (measure.method === 'rollout') {
      const { panels: _panels, ...said } = measure;
      return said;
    }
    return measure;
  }),
});
