import type { Measure, MeasureDocument } from '../../measure/measure.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Line, WeekReading } from './week-reading.ts';
import { silentRuns, sourceLines, whatBroke } from './what-broke.ts';
import { whatMatured } from './what-matured.ts';
import { whatMoved } from './what-moved.ts';

interface Week {
  readonly document: MeasureDocument | null;
  readonly silent: Readonly<Record<string, number>>;
}

/**
 * This week's measure against that of the last run (null: there was none): what moved, matured, broke. `refused`: what
 * could not be done on the way. Pure: the same documents give the same sentences.
 */
export function readWeek(
  before: Week | null,
  document: MeasureDocument | null,
  refused: readonly Refusal[],
): WeekReading {
  const failures = refused.map(
    (refusal): Line => ({
      about: 'La foulée de la semaine',
      kind: 'broken',
      sentence: `${refusal.message} ${refusal.advice}`,
    }),
  );
  const then = before?.document ?? null;
  if (document === null)
    return tidy({ moved: [], matured: [], broken: failures, silent: before?.silent ?? {} });
  if (then === null) {
    return tidy({ moved: document.measures.map(firstLine), matured: [], broken: failures, silent: {} });
  }
  if (then.plan.hash !== document.plan.hash) {
    return tidy({
      moved: [
        {
          about: 'Le plan',
          kind: 'known',
          sentence:
            'Le plan a changé depuis la dernière fois : les chiffres ne se comparent pas à ceux d’avant.',
        },
        ...document.measures.map(firstLine),
      ],
      matured: [],
      broken: failures,
      silent: {},
    });
  }
  const silent = silentRuns(then, document, before?.silent ?? {});
  const pairs = document.measures.flatMap((now): (readonly [Measure, Measure])[] => {
    const old = then.measures.find(({ indicator }) => indicator === now.indicator);
    return old === undefined ? [] : [[old, now]];
  });
  return tidy({
    moved: pairs
      .flatMap(([old, now]) => whatMoved(old, now) ?? [])
      .toSorted((a, b) => Number(b.kind === 'real') - Number(a.kind === 'real')),
    matured: pairs.flatMap(([old, now]) => whatMatured(old, now)),
    broken: [
      ...failures,
      ...pairs.flatMap(([old, now]) => whatBroke(old, now)),
      ...sourceLines(then, document, silent),
    ],
    silent,
  });
}

const firstLine = ({ name, headline }: Measure): Line => ({
  about: name,
  kind: 'known',
  sentence: headline.sentence,
});

const tidy = (reading: WeekReading): WeekReading => {
  const set = (lines: readonly Line[]) =>
    lines.map((line) => ({ ...line, sentence: typeset(line.sentence) }));
  return {
    moved: set(reading.moved),
    matured: set(reading.matured),
    broken: set(reading.broken),
    silent: reading.silent,
  };
};
