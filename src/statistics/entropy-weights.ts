/**
 * Weights closest to uniform, in Kullback-Leibler divergence, under which the weighted means of some columns reach a
 * target exactly: w proportional to exp(z'l), where l minimises the convex dual log sum q exp(z'l), z the columns
 * minus their target and q the share of each row. Newton's method. Hainmueller 2012 (Political Analysis), eq. 8-9.
 */
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

const mostIterations = 300;
const balanced = 1e-10;

/**
 * Weight of one unit of each row of `x` (no intercept), summing to 1 over the `counts` units. Null when no weights
 * reach the target: it lies outside what the units can average to.
 */
export function entropyWeights(
  x: Matrix,
  counts: ArrayLike<number>,
  target: ArrayLike<number>,
): Float64Array | null {
  const n = Float64Array.from(counts);
  const size = n.reduce((sum, count) => sum + count, 0);
  const { z, sds, misses } = standardised(x, n, target);
  if (misses) return null;
  const share = n.map((count) => count / size);
  // The divergence of any weights is at most log(size / smallest row), so the dual cannot go lower when they exist.
  const floor =
    -Math.log(size / n.reduce((least, count) => (count > 0 && count < least ? count : least), size)) - 1;
  let dual = new Float64Array(z.columns);
  let state = tilt(z, share, dual);
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    if (state.gradient.every((g) => Math.abs(g) < balanced)) {
      // A column left out because the others determine it here may be off target: the target is not on that line.
      const reached = transposeTimes(x, state.mass);
      const off = reached.some((mean, j) => {
        const aim = target[j] as number;
        return Math.abs(mean - aim) > 1e-6 * (sds[j] as number) + 1e-10 * (Math.abs(mean) + Math.abs(aim));
      });
      if (off) return null;
      return state.mass.map((mass, i) => ((n[i] as number) > 0 ? mass / (n[i] as number) : 0));
    }
    const inverse = invertSymmetric(spreadOf(z, state.mass, state.gradient));
    if (inverse === null) return null;
    const step = multiplyVector(inverse, state.gradient);
    const slope = step.reduce((sum, s, j) => sum + s * (state.gradient[j] as number), 0);
    let taken = 1;
    let next = tilt(z, share, moved(dual, step, taken));
    while (next.value > state.value - 1e-4 * taken * slope + 1e-14 && taken > 1e-8) {
      taken /= 2;
      next = tilt(z, share, moved(dual, step, taken));
    }
    dual = moved(dual, step, taken);
    state = next;
    if (state.value < floor) return null;
  }
  return null;
}

const moved = (dual: Float64Array, step: Float64Array, size: number): Float64Array<ArrayBuffer> =>
  Float64Array.from(dual, (l, j) => l - size * (step[j] as number));

/** Columns minus target over their spread, dependent ones left out; `misses` when a constant column is off target. */
function standardised(x: Matrix, n: Float64Array, target: ArrayLike<number>) {
  const size = n.reduce((sum, count) => sum + count, 0);
  const means = transposeTimes(x, n).map((sum) => sum / size);
  const centred = zeros(x.rows, x.columns);
  for (let i = 0; i < x.rows; i++)
    for (let j = 0; j < x.columns; j++)
      centred.values[i * x.columns + j] = (x.values[i * x.columns + j] as number) - (means[j] as number);
  const products = gram(centred, n);
  const sds = means.map((_, j) => Math.sqrt((products.values[j * x.columns + j] as number) / size));
  const rounding = (j: number) => 1e-10 * (Math.abs(means[j] as number) + Math.abs(target[j] as number));
  const varying = [...sds.keys()].filter((j) => (sds[j] as number) > rounding(j));
  const independent = independentColumns(gram(selectColumns(centred, varying), n)).map(
    (k) => varying[k] as number,
  );
  const z = zeros(x.rows, independent.length);
  for (let i = 0; i < x.rows; i++)
    independent.forEach((j, k) => {
      z.values[i * z.columns + k] =
        ((x.values[i * x.columns + j] as number) - (target[j] as number)) / (sds[j] as number);
    });
  const misses = [...sds.keys()].some(
    (j) => !varying.includes(j) && Math.abs((means[j] as number) - (target[j] as number)) > rounding(j),
  );
  return { z, sds, misses };
}

/** Share of weight on each row (`mass`), the dual's value and its gradient: how far each mean is from its target. */
function tilt(z: Matrix, share: Float64Array, dual: Float64Array) {
  const exponents = multiplyVector(z, dual);
  const highest = exponents.reduce(
    (most, e, i) => ((share[i] as number) > 0 && e > most ? e : most),
    -Infinity,
  );
  const mass = exponents.map((e, i) => (share[i] as number) * Math.exp(e - highest));
  const total = mass.reduce((sum, m) => sum + m, 0);
  for (let i = 0; i < mass.length; i++) mass[i] = (mass[i] as number) / total;
  return { mass, value: highest + Math.log(total), gradient: transposeTimes(z, mass) };
}

/** Covariance of the columns under the weights. */
function spreadOf(z: Matrix, mass: Float64Array, mean: Float64Array): Matrix {
  const { rows, columns, values } = gram(z, mass);
  const spread = values.map(
    (value, k) => value - (mean[Math.floor(k / columns)] as number) * (mean[k % columns] as number),
  );
  return { rows, columns, values: spread };
}
