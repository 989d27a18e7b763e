import type { FollowUpIndicator, Source } from '../../plan/plan.ts';
import { type CellCounts, countCells } from '../cell-counts.ts';
import type { CountedRelation } from '../follow-up-inputs.ts';
import type { MeasureContext } from '../measure-context.ts';
import { columnOf } from './arms.ts';
import { beforeClasses } from './before-classes.ts';
import { type CovariateCells, covariateCells, noCells } from './covariate-cells.ts';
import { covariateClasses, everyValue } from './covariate-classes.ts';

export interface ComparedCells {
  /** By what makes groups alike, or sharpens a draw. */
  readonly covariates: CovariateCells;
  /** By what the draw was made within, else by the measure made before it. */
  readonly draw: CovariateCells;
}

interface CellFacts {
  readonly source: Source;
  readonly columns: readonly string[];
  readonly counted: CountedRelation;
  readonly coverage: number;
  readonly durations: boolean;
}

/**
 * Counts by covariate cell, asked apart from the counts by day: crossing both would make nearly a row a person. `columns`
 * are those of the counts by day.
 */
export async function comparedCells(
  context: MeasureContext,
  indicator: FollowUpIndicator,
  facts: CellFacts,
): Promise<ComparedCells> {
  const { comparison } = indicator;
  if (comparison === undefined) return { covariates: noCells, draw: noCells };
  const { covariates, strata, prePeriod } = comparison;
  const read = async (names: readonly string[], classesOf: typeof covariateClasses) =>
    names.length === 0
      ? noCells
      : covariateCells(await cellsOf(context, indicator, names, facts), comparison, facts.source, {
          names,
          classesOf,
        });
  return {
    covariates: await read(covariates, covariateClasses),
    draw: await (strata.length > 0
      ? read(strata, everyValue)
      : read(prePeriod === null ? [] : [prePeriod], beforeClasses)),
  };
}

async function cellsOf(
  { engine, plan }: MeasureContext,
  indicator: FollowUpIndicator,
  names: readonly string[],
  facts: CellFacts,
): Promise<CellCounts> {
  const { window, horizons } = indicator;
  const { source, coverage, durations } = facts;
  const columns = [...new Set([...facts.columns, ...names.map((name) => columnOf(source, name))])];
  // Nothing after the furthest horizon changes an effect: units still followed there need not be told apart.
  const until = Math.min(window.until ?? Number.POSITIVE_INFINITY, Math.max(...horizons) + 1);
  const limits = durations ? null : { coverage, until };
  return countCells(engine, { plan, indicator }, columns, facts.counted, limits);
}
