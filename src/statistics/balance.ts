/**
 * Covariate balance between arms: means and standardised mean differences, before or after weighting.
 * smd = (weighted mean treated - weighted mean control) / sd; the sd is always that of the unweighted sample (n - 1),
 * so that weighting cannot improve balance by changing the ruler. Austin 2009; Stuart 2010.
 */
import { armRows } from './comparison.ts';
import type { Covariates } from './covariates.ts';
import { entry } from './linear-algebra.ts';
import { moments, weightedMean } from './moments.ts';

/** Whose standard deviation divides: the treated (ATT), the controls, both arms' mean variance (ATE), everybody. */
type BalanceDenominator = 'treated' | 'control' | 'pooled' | 'all';

export interface CovariateBalance {
  readonly meanTreated: number;
  readonly meanControl: number;
  /** Null when the covariate does not vary while the means differ. */
  readonly smd: number | null;
}

export interface BalanceInput {
  readonly treated: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly covariates: Covariates;
  /** Weight of one unit of each row; 1 when left out. */
  readonly weights?: ArrayLike<number>;
  readonly denominator: BalanceDenominator;
}

/** Balance of each covariate, by name. Both arms must have units. */
export function covariateBalance(input: BalanceInput): Readonly<Record<string, CovariateBalance>> {
  const { treated, counts, covariates, weights } = input;
  const total = Float64Array.from(
    { length: counts.length },
    (_, i) => (counts[i] as number) * (weights === undefined ? 1 : (weights[i] as number)),
  );
  const arms = { treated: armRows(treated, 1), control: armRows(treated, 0) };
  const pick = (values: ArrayLike<number>, rows: readonly number[]) =>
    Float64Array.from(rows, (r) => values[r] as number);
  return Object.fromEntries(
    covariates.names.map((name, j) => {
      const column = Float64Array.from({ length: counts.length }, (_, i) => entry(covariates.values, i, j));
      const mean = (rows: readonly number[]) => weightedMean(pick(column, rows), pick(total, rows));
      const variance = (rows: readonly number[]) =>
        moments(pick(column, rows), pick(counts, rows)).variance ?? 0;
      const meanTreated = mean(arms.treated);
      const meanControl = mean(arms.control);
      const sd = Math.sqrt(
        {
          treated: () => variance(arms.treated),
          control: () => variance(arms.control),
          pooled: () => (variance(arms.treated) + variance(arms.control)) / 2,
          all: () => moments(column, counts).variance ?? 0,
        }[input.denominator](),
      );
      const gap = meanTreated - meanControl;
      const smd = sd > 1e-12 * Math.abs(meanTreated) ? gap / sd : gap === 0 ? 0 : null;
      return [name, { meanTreated, meanControl, smd }];
    }),
  );
}

/** Above this absolute smd, arms are said not to be comparable on the covariate (Stuart 2010; Austin 2009). */
export const balanceThreshold = 0.1;

/** The worst balanced covariate; an undefined smd counts as the worst. */
export function worstBalance(
  balance: Readonly<Record<string, CovariateBalance>>,
): { readonly name: string; readonly smd: number | null } | null {
  const size = (smd: number | null) => (smd === null ? Number.POSITIVE_INFINITY : Math.abs(smd));
  return Object.entries(balance)
    .map(([name, { smd }]) => ({ name, smd }))
    .reduce<{ name: string; smd: number | null } | null>(
      (worst, next) => (worst === null || size(next.smd) > size(worst.smd) ? next : worst),
      null,
    );
}
