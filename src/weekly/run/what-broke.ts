import type { Measure, MeasureDocument, MeasureInput } from '../../measure/measure.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted, frenchNumber, tied } from '../../platform/french/number.ts';
import type { Line } from './week-reading.ts';

/** What every source of a document brought, by name. */
export function inputsOf(document: MeasureDocument): ReadonlyMap<string, MeasureInput> {
  return new Map(document.measures.flatMap(({ inputs }) => inputs).map((input) => [input.source, input]));
}

/** How many runs in a row each source brought nothing new, this one included. */
export function silentRuns(
  before: MeasureDocument,
  now: MeasureDocument,
  silent: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const then = inputsOf(before);
  return Object.fromEntries(
    [...inputsOf(now)]
      .filter(([name, { digest }]) => then.get(name)?.digest === digest)
      .map(([name]) => [name, (silent[name] ?? 0) + 1]),
  );
}

/** Sources that brought nothing, or more rows that cannot be read. */
export function sourceLines(
  before: MeasureDocument,
  now: MeasureDocument,
  silent: Readonly<Record<string, number>>,
): readonly Line[] {
  const then = inputsOf(before);
  return [...inputsOf(now)].flatMap(([name, input]): Line[] => {
    const runs = silent[name] ?? 0;
    const rejected = input.rejected - (then.get(name)?.rejected ?? input.rejected);
    const until = input.lastDay === null ? '' : ` Dernier jour connu : ${frenchDay(input.lastDay)}.`;
    return [
      ...(runs > 0
        ? [
            {
              about: name,
              kind: 'late' as const,
              sentence: `Rien de nouveau depuis ${runs === 1 ? 'la dernière fois' : `${frenchNumber(runs)}${tied}foulées`}.${until} Si une extraction était attendue, relancez-la ; sinon, il n’y a rien à faire.`,
            },
          ]
        : []),
      ...(rejected > 0
        ? [
            {
              about: name,
              kind: 'broken' as const,
              sentence: `${counted(rejected, 'ligne de plus n’a pas pu être lue', 'lignes de plus n’ont pas pu être lues')}. Regardez lesquelles avec « foulee import ».`,
            },
          ]
        : []),
    ];
  });
}

/** A figure that is no longer given, a check that no longer passes, a warning that is new. */
export function whatBroke(before: Measure, now: Measure): readonly Line[] {
  const line = (sentence: string): Line => ({ about: now.name, kind: 'broken', sentence });
  const lost =
    before.headline.estimate.kind === 'estimate' && now.headline.estimate.kind === 'insufficient'
      ? [line(`Il n’y a plus de chiffre : ${now.headline.sentence}`)]
      : [];
  const failedThen = new Set(failed(before).map(({ name }) => name));
  const warned = new Set(before.warnings.map(({ code }) => code));
  return [
    ...lost,
    ...failed(now)
      .filter(({ name }) => !failedThen.has(name))
      .map(({ sentence }) => line(`Un contrôle qui passait échoue : ${sentence}`)),
    ...now.warnings.filter(({ code }) => !warned.has(code)).map(({ sentence }) => line(sentence)),
  ];
}

const failed = ({ evidence }: Measure) => evidence.checks.filter(({ status }) => status === 'failed');
