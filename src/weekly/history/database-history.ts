import type { Selectable } from 'kysely';
import type { MeasureDocument } from '../../measure/measure.ts';
import type { Database } from '../../platform/database/database.ts';
import type { WeeklyRunTable } from '../../platform/database/tables/weekly.ts';
import type { WeekReading } from '../run/week-reading.ts';
import type { RunHistory, WeeklyRun } from './weekly-run.ts';

/** Runs in the application database. */
export function databaseHistory(db: Database): RunHistory {
  const runs = (service: string) => db.selectFrom('weekly_run').selectAll().where('service', '=', service);
  return {
    async before(service, week) {
      const row = await runs(service)
        .where('week', '<', week)
        .where('document', 'is not', null)
        .orderBy('week', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : runOf(row);
    },
    async of(service, week) {
      const row = await runs(service).where('week', '=', week).executeTakeFirst();
      return row === undefined ? null : runOf(row);
    },
    async save({ service, week, at, document, reading, isSimulated }) {
      const made = {
        at,
        document: document === null ? null : JSON.stringify(document),
        reading: JSON.stringify(reading),
        is_simulated: isSimulated,
      };
      await db
        .insertInto('weekly_run')
        .values({ service, week, ...made })
        .onConflict((conflict) => conflict.columns(['service', 'week']).doUpdateSet(made))
        .execute();
    },
  };
}

const runOf = ({
  service,
  week,
  at,
  document,
  reading,
  is_simulated,
}: Selectable<WeeklyRunTable>): WeeklyRun => ({
  service,
  week,
  at,
  document: document === null ? null : (JSON.parse(document) as MeasureDocument),
  reading: reading as WeekReading,
  isSimulated: is_simulated,
});
