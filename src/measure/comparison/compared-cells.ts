import type { FollowUpIndicator, Source } from '../../plan/plan.ts';
import { countCells } from '../cell-counts.ts';
import type { CountedRelation } from '../follow-up-inputs.ts';
import type { MeasureContext } from '../measure-context.ts';
import { columnOf } from './arms.ts';
import { type CovariateCells, covariateCells, noCells } from './covariate-cells.ts';

/**
 * Counts by covariate cell, asked apart from the counts by day: crossing both would make nearly a row a person. `columns`
 * are those of the counts by day.
 */
export async function comparedCells(
  { engine, plan }: MeasureContext,
  indicator: FollowUpIndicator,
  facts: {
    readonly source: Source;
    readonly columns: readonly string[];
    readonly counted: CountedRelation;
    readonly coverage: number;
    readonly durations: boolean;
  },
): Promise<CovariateCells> {
  const { comparison, window, horizons } = indicator;
  if (comparison === undefined || comparison.covariates.length === 0) return noCells;
  const { source, coverage, durations } = facts;
  const columns = [
    ...new Set([...facts.columns, ...comparison.covariates.map((name) => columnOf(source, name))]),
  ];
  // Nothing after the furthest horizon changes an effect: units still followed there need not be told apart.
  const until = Math.min(window.until ?? Number.POSITIVE_INFINITY, Math.max(...horizons) + 1);
  const limits = durations ? null : { coverage, until };
  const counts = await countCells(engine, { plan, indicator }, columns, facts.counted, limits);
  return covariateCells(counts, comparison, source);
}
