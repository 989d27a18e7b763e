import type { AskedLaterIndicator } from '../../plan/plan.ts';
import type { AskedLaterMeasure, ResponseReading } from '../figure-measure.ts';
import { numberOf, type SampleRow } from './sample-rows.ts';

const tooEarly = (row: SampleRow, { after }: AskedLaterIndicator): boolean =>
  after !== null && row.delay !== null && row.delay < after;

/** Answers that count, and how many are numbers expected and not found. */
export function sortAnswers(
  asked: readonly SampleRow[],
  indicator: AskedLaterIndicator,
): { readonly answered: readonly SampleRow[]; readonly unreadable: number } {
  const given = asked.filter((row) => row.value !== null && !tooEarly(row, indicator));
  if (indicator.yes !== null) return { answered: given, unreadable: 0 };
  const answered = given.filter(({ value }) => numberOf(value) !== null);
  return { answered, unreadable: given.length - answered.length };
}

/** Who was asked and who answered, for everyone and in each cell that is known of both. */
export function responseReading(
  asked: readonly SampleRow[],
  answered: readonly SampleRow[],
  indicator: AskedLaterIndicator,
  attributes: readonly string[],
): ResponseReading {
  const tally = (rows: readonly SampleRow[], attribute: string) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const name = row.attributes[attribute] ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };
  return {
    asked: asked.length,
    answered: answered.length,
    tooEarly: asked.filter((row) => row.value !== null && tooEarly(row, indicator)).length,
    byCell: attributes.map((attribute) => {
      const responded = tally(answered, attribute);
      return {
        attribute,
        classes: [...tally(asked, attribute)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, n]) => ({ name, asked: n, answered: responded.get(name) ?? 0 })),
      };
    }),
  };
}

/** Days from use to answer, when both are known. */
export function delayReading(answered: readonly SampleRow[]): AskedLaterMeasure['delay'] {
  const days = answered.flatMap(({ delay }) => (delay === null ? [] : [delay])).sort((a, b) => a - b);
  const at = (share: number) => days[Math.floor(share * (days.length - 1))] ?? 0;
  return days.length === 0 ? null : { early: at(0.1), median: at(0.5), late: at(0.9) };
}
