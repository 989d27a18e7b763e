import type { MeasureDocument } from '../../measure/measure.ts';
import type { Database } from '../../platform/database/database.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { regularity } from '../../weekly/regularity.ts';
import type { WeekReading } from '../../weekly/run/week-reading.ts';
import { type Week, weekAfter, weekOf, weeksBetween } from '../../weekly/week.ts';
import type { CommitteeEvidence } from './evidence.ts';
import type { Moment } from './moment.ts';

export interface KnownRun {
  readonly week: Week;
  /** Day in Paris. */
  readonly day: string;
  readonly document: MeasureDocument | null;
  readonly reading: WeekReading;
  readonly isSimulated: boolean;
}

/** The last weekly run made by the end of a day, and the last one of them that measured something; null: none. */
export async function lastRuns(
  db: Database,
  service: string,
  { end }: Moment,
): Promise<{ readonly last: KnownRun | null; readonly measured: KnownRun | null }> {
  const runs = db
    .selectFrom('weekly_run')
    .select(['week', 'at', 'document', 'reading', 'is_simulated'])
    .where('service', '=', service)
    .where('at', '<', end)
    .orderBy('week', 'desc')
    .limit(1);
  const [last, measured] = [
    await runs.executeTakeFirst(),
    await runs.where('document', 'is not', null).executeTakeFirst(),
  ];
  return { last: knownRun(last), measured: knownRun(measured) };
}

interface Row {
  readonly week: string;
  readonly at: string;
  readonly document: string | null;
  readonly reading: unknown;
  readonly is_simulated: boolean;
}

const knownRun = (row: Row | undefined): KnownRun | null =>
  row === undefined
    ? null
    : {
        week: row.week,
        day: parisDay(row.at),
        document: row.document === null ? null : (JSON.parse(row.document) as MeasureDocument),
        reading: row.reading as WeekReading,
        isSimulated: row.is_simulated,
      };

const year = 52;

/** How regularly a team looked at its figure in the year before the end of a day. */
export async function knownRegularity(
  db: Database,
  service: string,
  { day, end }: Moment,
): Promise<CommitteeEvidence['runs']> {
  const now = weekOf(day);
  const since = weekAfter(now, 1 - year);
  const weeksIn = async (table: 'weekly_run' | 'weekly_entry') => {
    const rows = await db
      .selectFrom(table)
      .select(['week', 'at'])
      .where('service', '=', service)
      .where('week', '>=', since)
      .where('week', '<=', now)
      .where('at', '<', end)
      .orderBy('week')
      .execute();
    return rows;
  };
  const [runs, entries] = [await weeksIn('weekly_run'), await weeksIn('weekly_entry')];
  const done = new Set(entries.map(({ week }) => week));
  const measured = new Set(runs.map(({ week }) => week));
  const first = [...done, ...measured].toSorted()[0];
  const { streak } = regularity(now, { done, measured });
  const last = runs.at(-1);
  const known = {
    done: done.size,
    measured: measured.size,
    outOf: first === undefined ? 0 : weeksBetween(first, now) + 1,
    streak,
    lastRun: last === undefined ? null : parisDay(last.at),
  };
  return { ...known, sentence: typeset(regularitySentence(known)) };
}

function regularitySentence({
  done,
  measured,
  outOf,
  streak,
  lastRun,
}: Omit<CommitteeEvidence['runs'], 'sentence'>): string {
  if (outOf === 0)
    return 'Aucune foulée n’a encore été faite : personne ne regarde ce chiffre chaque semaine.';
  const over = outOf === 1 ? 'Cette semaine' : `Sur ${outOf === year ? 'un an' : `${outOf} semaines`}`;
  const row = streak > 1 ? `, dont les ${streak} dernières à la suite` : '';
  const kept =
    done === 0
      ? 'l’équipe n’a rien noté'
      : `l’équipe a tenu sa foulée ${counted(done, 'semaine', 'semaines')}${row}`;
  const ran =
    lastRun === null
      ? 'rien n’a été mesuré automatiquement'
      : `le chiffre a été mesuré ${counted(measured, 'fois', 'fois')}, la dernière le ${frenchDay(lastRun)}`;
  return `${over}, ${kept} ; ${ran}.`;
}
