import type { Database } from '../../platform/database/database.ts';
import type { EntryKind, StepEnd } from '../../platform/database/tables/weekly.ts';
import { type Regularity, regularity } from '../regularity.ts';
import type { WeekReading } from '../run/week-reading.ts';
import { type Week, weekAfter } from '../week.ts';

export interface Entry {
  readonly id: string;
  readonly week: Week;
  readonly kind: EntryKind;
  readonly text: string;
  readonly calls: number | null;
  readonly who: string | null;
  readonly stepEnd: StepEnd | null;
}

/** What the page of the ten minutes shows of one week. */
export interface WeekSpace {
  readonly week: Week;
  /** The last run up to this week; null: none yet. */
  readonly run: {
    readonly week: Week;
    readonly at: string;
    readonly reading: WeekReading;
    readonly isSimulated: boolean;
    readonly measured: boolean;
  } | null;
  /** Written this week. */
  readonly entries: readonly Entry[];
  /** The last step chosen in an earlier week. */
  readonly lastStep: Entry | null;
  /** Written in the weeks before, latest first. */
  readonly past: readonly Entry[];
  readonly regularity: Regularity;
}

const year = 52;

/** The week of a team: what the run says, what was written, how regular it is. */
export async function readSpace(db: Database, service: string, week: Week): Promise<WeekSpace> {
  const since = weekAfter(week, -year);
  const run = await db
    .selectFrom('weekly_run')
    .select(['week', 'at', 'reading', 'is_simulated'])
    .select((column) => column('document', 'is not', null).as('measured'))
    .where('service', '=', service)
    .where('week', '<=', week)
    .orderBy('week', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entries: Entry[] = await db
    .selectFrom('weekly_entry')
    .select(['id', 'week', 'kind', 'text', 'calls', 'who', 'step_end as stepEnd'])
    .where('service', '=', service)
    .where('week', '>=', since)
    .where('week', '<=', week)
    .orderBy('week', 'desc')
    .orderBy('at')
    .execute();
  const measured = await db
    .selectFrom('weekly_run')
    .select('week')
    .where('service', '=', service)
    .where('week', '>=', since)
    .execute();
  const past = entries.filter((entry) => entry.week < week);
  return {
    week,
    run:
      run === undefined
        ? null
        : {
            week: run.week,
            at: run.at,
            reading: run.reading as WeekReading,
            isSimulated: run.is_simulated,
            measured: Boolean(run.measured),
          },
    entries: entries.filter((entry) => entry.week === week),
    lastStep: past.find(({ kind }) => kind === 'step') ?? null,
    past,
    regularity: regularity(week, {
      done: new Set(entries.map((entry) => entry.week)),
      measured: new Set(measured.map((row) => row.week)),
    }),
  };
}
