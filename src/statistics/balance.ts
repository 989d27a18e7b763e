/**
 * Covariate balance between arms: means and standardised mean differences, before or after weighting.
 * smd = (weighted mean treated - weighted mean control) / sd; the sd is always that of the unweighted sample (n - 1),
 * so that weighting cannot improve balance by changing the ruler. Austin 2009; Stuart 2010.
 */
import type { Covariates } from './covariates.ts';

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
  const { covariates, denominator } = input;
  const spread = {
    treated: spreadOf(input, (arm) => arm === 1),
    control: spreadOf(input, (arm) => arm !== 1),
    all: denominator === 'all' ? spreadOf(input, () => true) : null,
  };
  return Object.fromEntries(
    covariates.names.map((name, j) => {
      const [meanTreated, meanControl] = [spread.treated.mean(j), spread.control.mean(j)];
      const sd = Math.sqrt(
        {
          treated: () => spread.treated.variance(j),
          control: () => spread.control.variance(j),
          pooled: () => (spread.treated.variance(j) + spread.control.variance(j)) / 2,
          all: () => spread.all?.variance(j) ?? 0,
        }[denominator](),
      );
      return [name, standardised(meanTreated, meanControl, sd)];
    }),
  );
}

function standardised(meanTreated: number, meanControl: number, sd: number): CovariateBalance {
  const gap = meanTreated - meanControl;
  const smd = sd > 1e-12 * Math.abs(meanTreated) ? gap / sd : gap === 0 ? 0 : null;
  return { meanTreated, meanControl, smd };
}

/**
 * Balance of each category of one covariate, in one pass: what `covariateBalance` says of its indicators, without making
 * them. `category`: of each row, from 0. Both arms must have units.
 */
export function categoryBalance({
  treated,
  counts,
  weights,
  category,
  categories,
  denominator,
}: Omit<BalanceInput, 'covariates' | 'denominator'> & {
  readonly category: ArrayLike<number>;
  readonly categories: number;
  readonly denominator: 'treated' | 'pooled';
}): readonly CovariateBalance[] {
  const arm = () => ({ units: new Float64Array(categories), mass: new Float64Array(categories) });
  const arms = [arm(), arm()] as const;
  for (let i = 0; i < category.length; i++) {
    const { units, mass } = arms[treated[i] === 1 ? 1 : 0];
    const [c, n] = [category[i] as number, counts[i] as number];
    units[c] = (units[c] as number) + n;
    mass[c] = (mass[c] as number) + n * (weights === undefined ? 1 : (weights[i] as number));
  }
  const read = arms.map(({ units, mass }) => {
    const [n, all] = [units, mass].map((values) => values.reduce((sum, value) => sum + value, 0)) as [
      number,
      number,
    ];
    const mean = (c: number) => (mass[c] as number) / all;
    const variance = (c: number) => {
      const share = (units[c] as number) / n;
      return n > 1 ? (n * share * (1 - share)) / (n - 1) : 0;
    };
    return { mean, variance };
  }) as [ArmShares, ArmShares];
  const [control, own] = read;
  return Array.from({ length: categories }, (_, c) => {
    const variance =
      denominator === 'treated' ? own.variance(c) : (own.variance(c) + control.variance(c)) / 2;
    return standardised(own.mean(c), control.mean(c), Math.sqrt(variance));
  });
}

interface ArmShares {
  readonly mean: (category: number) => number;
  readonly variance: (category: number) => number;
}

/**
 * Weighted mean, and variance without weights (n - 1), of every covariate over the rows of some arm: all columns at
 * once, row after row, in two passes so that close values keep their digits.
 */
function spreadOf({ treated, counts, covariates, weights }: BalanceInput, among: (arm: number) => boolean) {
  const { rows, columns, values } = covariates.values;
  const sums = { weighted: new Float64Array(columns), plain: new Float64Array(columns) };
  const squares = new Float64Array(columns);
  let [mass, n] = [0, 0];
  const each = (visit: (i: number, start: number) => void) => {
    for (let i = 0; i < rows; i++) if (among(treated[i] as number)) visit(i, i * columns);
  };
  each((i, start) => {
    const count = counts[i] as number;
    const weight = count * (weights === undefined ? 1 : (weights[i] as number));
    n += count;
    mass += weight;
    for (let j = 0; j < columns; j++) {
      const value = values[start + j] as number;
      if (value === 0) continue;
      sums.weighted[j] = (sums.weighted[j] as number) + weight * value;
      sums.plain[j] = (sums.plain[j] as number) + count * value;
    }
  });
  each((i, start) => {
    const count = counts[i] as number;
    for (let j = 0; j < columns; j++) {
      const rest = (values[start + j] as number) - (sums.plain[j] as number) / n;
      squares[j] = (squares[j] as number) + count * rest * rest;
    }
  });
  return {
    mean: (j: number) => (sums.weighted[j] as number) / mass,
    variance: (j: number) => (n > 1 ? (squares[j] as number) / (n - 1) : 0),
  };
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
