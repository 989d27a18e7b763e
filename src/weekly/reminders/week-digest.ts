import type { Database } from '../../platform/database/database.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted } from '../../platform/french/number.ts';
import type { WeekReading } from '../run/week-reading.ts';
import { readSpace } from '../space/read-space.ts';
import { mondayOf, type Week } from '../week.ts';
import { openComments } from './open-comments.ts';

/** The week of a service in a few lines, for a message. */
export interface WeekDigest {
  readonly service: string;
  readonly name: string;
  readonly week: Week;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: string;
}

const mostLines = 3;

interface Asked {
  readonly service: string;
  readonly week: Week;
  /** Of the site, without a final slash. */
  readonly address: string;
  /** What else waits that week, said first. */
  readonly waiting: readonly string[];
}

/** Null when the service is gone. */
export async function weekDigest(
  db: Database,
  { service, week, address, waiting }: Asked,
): Promise<WeekDigest | null> {
  const row = await db.selectFrom('service').select('name').where('id', '=', service).executeTakeFirst();
  if (row === undefined) return null;
  const { run, lastStep } = await readSpace(db, service, week);
  const comments = await openComments(db, service);
  return {
    service,
    name: row.name,
    week,
    title: weekTitle(row.name, week),
    lines: [
      ...waiting.slice(0, mostLines),
      ...readingLines(run?.week === week ? run.reading : null),
      ...(lastStep !== null && lastStep.stepEnd === null
        ? [`La dernière étape choisie : ${lastStep.text}`]
        : []),
      ...(comments > 0
        ? [`Relecture : ${counted(comments, 'commentaire attend', 'commentaires attendent')} une réponse.`]
        : []),
    ],
    link: `${address}/equipe/services/${encodeURIComponent(service)}/foulee`,
  };
}

export const weekTitle = (name: string, week: Week): string =>
  `${name} : la foulée de la semaine du ${frenchDay(mondayOf(week))}`;

/** What moved and what is broken in a week's run; null: it is not made yet. */
export function readingLines(reading: WeekReading | null): readonly string[] {
  if (reading === null) return ['La mesure de cette semaine n’est pas encore faite.'];
  return [reading.moved, reading.broken].flatMap((lines) =>
    lines.slice(0, mostLines).map(({ about, sentence }) => `${about}. ${sentence}`),
  );
}
