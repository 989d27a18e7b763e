import { frenchDay } from '../platform/french/date.ts';
import type { WeeklyRun } from '../weekly/history/weekly-run.ts';
import type { Line } from '../weekly/run/week-reading.ts';
import { mondayOf } from '../weekly/week.ts';
import { wrap } from './wrap.ts';

const width = 92;

/** The run of a week as people read it in a terminal, against the run before. */
export function weekText(run: WeeklyRun, before: WeeklyRun | null): string {
  const { moved, matured, broken } = run.reading;
  const against =
    before === null
      ? 'Première foulée : il n’y a encore rien à comparer.'
      : `Comparée à celle de la semaine du ${frenchDay(mondayOf(before.week))}.`;
  return [
    ...wrap(`Foulée de la semaine du ${frenchDay(mondayOf(run.week))}`, width),
    ...wrap(against, width),
    ...block('Ce qui a bougé', moved, 'Rien n’a bougé.'),
    ...block('Ce qui est devenu mûr', matured, null),
    ...block('Ce qui manque ou ne marche plus', broken, 'Rien ne manque.'),
    '',
  ].join('\n');
}

function block(title: string, lines: readonly Line[], none: string | null): readonly string[] {
  if (lines.length === 0) return none === null ? [] : ['', title, `  ${none}`];
  return [
    '',
    title,
    ...lines.flatMap(({ about, sentence }) =>
      wrap(`${about}. ${sentence}`, width - 4).map((text, i) => `${i === 0 ? '  – ' : '    '}${text}`),
    ),
  ];
}
