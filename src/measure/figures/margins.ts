import { peopleByValue } from '../../engine/people-by-value.ts';
import { isSource } from '../../plan/asked-later/checks.ts';
import type { AskedLaterIndicator } from '../../plan/plan.ts';
import type { Margin } from '../../statistics/raking.ts';
import { notGiven } from '../follow-up-inputs.ts';
import type { MeasureContext } from '../measure-context.ts';
import type { SampleRow } from './sample-rows.ts';

/** What is known of the population on each attribute: given by the plan, or people counted in a source. */
export async function knownMargins(
  context: MeasureContext,
  { margins }: AskedLaterIndicator,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const known = new Map<string, ReadonlyMap<string, number>>();
  for (const { attribute, totals } of margins) {
    known.set(
      attribute,
      isSource(totals)
        ? await countedTotals(context, totals.source, attribute)
        : new Map(Object.entries(totals)),
    );
  }
  return known;
}

async function countedTotals({ plan, engine }: MeasureContext, name: string, attribute: string) {
  const source = plan.sources[name];
  const rows = await engine.query<{ value: string | null; n: number }>(
    peopleByValue(name, `a_${attribute}`, source !== undefined && source.subject !== null),
  );
  return new Map(rows.map(({ value, n }) => [value?.trim() || notGiven, n] as const));
}

export const marginsOf = (
  rows: readonly SampleRow[],
  known: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly Margin[] =>
  [...known].map(([name, totals]) => ({
    name,
    classes: rows.map(({ attributes }) => attributes[name] ?? notGiven),
    totals,
  }));
