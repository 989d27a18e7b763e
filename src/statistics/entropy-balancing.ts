/**
 * Entropy balancing: controls are reweighted until their covariates average exactly as the treated units' (ATT), or
 * both arms until they average as everybody (ATE). Hainmueller 2012.
 *
 * The weights solve estimating equations, sum of w (x - target) = 0, so a unit adds to an estimate, through them,
 * -g' w (x - target) in its arm and g' (x - target) W / N in the population that sets the target, where g is the
 * derivative of the estimate along the dual over sum of w (x - target)(x - target)' (Zhao & Percival 2017).
 * Assumes no hidden common cause; consistent when either the log-odds of treatment or the outcome is linear in what
 * is balanced.
 */
import type { BalancingWeights } from './balancing-weights.ts';
import { armRows, armSizes, type Comparison, type Estimand, emptyArm } from './comparison.ts';
import { selectRows } from './covariates.ts';
import { entropyWeights } from './entropy-weights.ts';
import {
  gram,
  independentColumns,
  invertSymmetric,
  type Matrix,
  multiplyVector,
  selectColumns,
  transposeTimes,
  zeros,
} from './linear-algebra.ts';
import { type Refused, refused } from './refused.ts';

export interface EntropyOptions {
  readonly estimand: Estimand;
  /** 1: means; 2: also squares of the centred covariates; 3: also cubes. */
  readonly moments?: 1 | 2 | 3;
}

/** Weights, each arm's adding up to its number of units; `not-identified` when none balance the arms. */
export function entropyBalancing(
  { treated, counts, covariates }: Pick<Comparison, 'treated' | 'counts' | 'covariates'>,
  { estimand, moments = 1 }: EntropyOptions,
): BalancingWeights | Refused {
  const sizes = armSizes({ treated, counts });
  const empty = emptyArm(sizes);
  if (empty !== null) return empty;
  const x = powers(covariates.values, counts, moments);
  const arms = [armRows(treated, 0), armRows(treated, 1)] as const;
  const population = estimand === 'ATT' ? arms[1] : everyRow(x);
  const target = meanOf(x, counts, population);
  const weights = new Float64Array(x.rows).fill(1);
  const reweighted = estimand === 'ATT' ? ([0] as const) : ([0, 1] as const);
  for (const arm of reweighted) {
    const solution = entropyWeights(selectRows(x, arms[arm]), pick(counts, arms[arm]), target);
    if (solution === null) return unbalanceable;
    const size = arm === 1 ? sizes.treated : sizes.control;
    arms[arm].forEach((r, i) => {
      weights[r] = size * (solution[i] as number);
    });
  }
  const gaps = minus(x, target);
  const parts = reweighted.map((arm) =>
    armCorrection({ gaps, counts, weights, rows: arms[arm], population }),
  );
  const correction = (pull: ArrayLike<number>): Float64Array => {
    const total = new Float64Array(x.rows);
    for (const part of parts) part(pull, total);
    return total;
  };
  return { weights, correction };
}

const unbalanceable = refused(
  'not-identified',
  "Aucune pondération ne rend les deux groupes semblables sur ces caractéristiques : certaines personnes n'ont pas d'équivalent de l'autre côté.",
);

const pick = (values: ArrayLike<number>, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (r) => values[r] as number);

const everyRow = (x: Matrix): readonly number[] => Array.from({ length: x.rows }, (_, i) => i);

function meanOf(x: Matrix, counts: ArrayLike<number>, rows: readonly number[]): Float64Array {
  const n = pick(counts, rows);
  const size = n.reduce((sum, count) => sum + count, 0);
  return transposeTimes(selectRows(x, rows), n).map((sum) => sum / size);
}

/** Each column, then its centred square and cube as asked; what repeats (squares of 0/1) is left out later. */
function powers(values: Matrix, counts: ArrayLike<number>, highest: number): Matrix {
  if (highest === 1) return values;
  const centred = minus(values, meanOf(values, counts, everyRow(values)));
  const out = zeros(values.rows, values.columns * highest);
  for (let i = 0; i < values.rows; i++)
    for (let j = 0; j < values.columns; j++)
      for (let power = 1; power <= highest; power++)
        out.values[i * out.columns + (power - 1) * values.columns + j] =
          (centred.values[i * values.columns + j] as number) ** power;
  return out;
}

function minus(x: Matrix, centre: Float64Array): Matrix {
  const values = x.values.map((value, k) => value - (centre[k % x.columns] as number));
  return { rows: x.rows, columns: x.columns, values };
}

interface Reweighted {
  /** Columns minus target. */
  readonly gaps: Matrix;
  readonly counts: ArrayLike<number>;
  readonly weights: Float64Array;
  readonly rows: readonly number[];
  readonly population: readonly number[];
}

/** Adds to `total` what one reweighted arm's weights do. */
function armCorrection({ gaps, counts, weights, rows, population }: Reweighted) {
  const mass = Float64Array.from(rows, (r) => (counts[r] as number) * (weights[r] as number));
  const kept = independentColumns(gram(selectRows(gaps, rows), mass));
  const z = selectColumns(gaps, kept);
  const own = selectRows(z, rows);
  const inverse = invertSymmetric(gram(own, mass));
  const all = mass.reduce((sum, m) => sum + m, 0);
  const size = population.reduce((sum, r) => sum + (counts[r] as number), 0);
  return (pull: ArrayLike<number>, total: Float64Array): void => {
    if (inverse === null) return;
    const along = transposeTimes(
      own,
      mass.map((m, i) => m * (pull[rows[i] as number] as number)),
    );
    const explained = multiplyVector(z, multiplyVector(inverse, along));
    for (const r of rows) total[r] = (total[r] as number) - (weights[r] as number) * (explained[r] as number);
    for (const r of population) total[r] = (total[r] as number) + ((explained[r] as number) * all) / size;
  };
}
