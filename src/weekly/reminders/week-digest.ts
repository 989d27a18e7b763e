import type { Database } from '../../platform/database/database.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted } from '../../platform/french/number.ts';
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
  const current = run?.week === week ? run.reading : null;
  const said = (lines: readonly { readonly about: string; readonly sentence: string }[]) =>
    lines.slice(0, mostLines).map(({ about, sentence }) => `${about}. ${sentence}`);
  return {
    service,
    name: row.name,
    week,
    title: `${row.name} : la foulée de la semaine du ${frenchDay(mondayOf(week))}`,
    lines: [
      ...waiting.slice(0, mostLines),
      ...(current === null
        ? ['La mesure de cette semaine n’est pas encore faite.']
        : [...said(current.moved), ...said(current.broken)]),
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
