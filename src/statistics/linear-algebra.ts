/** A dense matrix, stored row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: new Float64Array(rows * columns),
});

/** A matrix from its rows, all of the same length. */
export const fromRows = (rows: readonly (readonly number[])[]): Matrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

export const entry = (m: Matrix, row: number, column: number): number =>
  m.values[row * m.columns + column] as number;

/** One row, as a view on the matrix. */
export const row = (m: Matrix, index: number): Float64Array =>
  m.values.subarray(index * m.columns, (index + 1) * m.columns);

const add = (values: Float64Array, index: number, amount: number): void => {
  values[index] = (values[index] as number) + amount;
};

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

export const transpose = (m: Matrix): Matrix => {
  const t = zeros(m.columns, m.rows);
  for (let i = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++) t.values[j * m.rows + i] = entry(m, i, j);
  return t;
};

export const multiply = (a: Matrix, b: Matrix): Matrix => {
  const product = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.columns; k++) {
      const factor = entry(a, i, k);
      for (let j = 0; j < b.columns; j++) add(product.values, i * b.columns + j, factor * entry(b, k, j));
    }
  return product;
};

export const multiplyVector = (m: Matrix, x: ArrayLike<number>): Float64Array => {
  const product = new Float64Array(m.rows);
  for (let i = 0; i < m.rows; i++) product[i] = dot(row(m, i), x);
  return product;
};

/** x' M x, for a symmetric M. */
export const quadraticForm = (m: Matrix, x: ArrayLike<number>): number => dot(x, multiplyVector(m, x));

/** The chosen columns, in the order given; the matrix itself when all are. */
export const selectColumns = (m: Matrix, columns: readonly number[]): Matrix => {
  if (columns.length === m.columns && columns.every((column, j) => column === j)) return m;
  const selected = zeros(m.rows, columns.length);
  for (let i = 0; i < m.rows; i++)
    for (let j = 0; j < columns.length; j++)
      selected.values[i * columns.length + j] = entry(m, i, columns[j] as number);
  return selected;
};

/** X' W X with a diagonal W (1 when left out). Zero entries cost nothing, so indicators stay cheap. */
export function gram(x: Matrix, weights?: ArrayLike<number>): Matrix {
  const p = x.columns;
  const product = zeros(p, p);
  const out = product.values;
  const filled = new Int32Array(p);
  for (let i = 0; i < x.rows; i++) {
    const w = weights === undefined ? 1 : (weights[i] as number);
    if (w === 0) continue;
    const start = i * p;
    let size = 0;
    for (let j = 0; j < p; j++) if (x.values[start + j] !== 0) filled[size++] = j;
    for (let s = 0; s < size; s++) {
      const a = filled[s] as number;
      const wxa = w * (x.values[start + a] as number);
      for (let t = 0; t <= s; t++) {
        const b = filled[t] as number;
        add(out, a * p + b, wxa * (x.values[start + b] as number));
      }
    }
  }
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) out[b * p + a] = out[a * p + b] as number;
  return product;
}

/** X' v. */
export function transposeTimes(x: Matrix, v: ArrayLike<number>): Float64Array {
  const p = x.columns;
  const out = new Float64Array(p);
  for (let i = 0; i < x.rows; i++) {
    const factor = v[i] as number;
    if (factor === 0) continue;
    for (let j = 0; j < p; j++) add(out, j, factor * (x.values[i * p + j] as number));
  }
  return out;
}

/** Share of a column's squared length left after the columns before it, below which it is their combination. */
const collinear = 1e-11;

interface Factor {
  readonly scale: Float64Array;
  /** Lower triangle of the scaled matrix, over the kept columns. */
  readonly lower: Matrix;
  readonly kept: readonly number[];
}

/** Cholesky factor of a symmetric positive matrix scaled to a unit diagonal, leaving out dependent columns. */
function choleskyFactor(a: Matrix): Factor {
  const p = a.columns;
  const scale = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    const diagonal = entry(a, j, j);
    scale[j] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0;
  }
  const kept: number[] = [];
  const lower = zeros(p, p);
  const l = lower.values;
  for (let j = 0; j < p; j++) {
    const k = kept.length;
    if (!((scale[j] as number) > 0)) continue;
    let pivot = 1;
    for (let c = 0; c < k; c++) {
      const other = kept[c] as number;
      let sum = entry(a, j, other) * (scale[j] as number) * (scale[other] as number);
      for (let t = 0; t < c; t++) sum -= (l[k * p + t] as number) * (l[c * p + t] as number);
      const value = sum / (l[c * p + c] as number);
      l[k * p + c] = value;
      pivot -= value * value;
    }
    if (!(pivot > collinear)) continue;
    l[k * p + k] = Math.sqrt(pivot);
    kept.push(j);
  }
  return { scale, lower, kept };
}

/** Columns that are no combination of the ones before them, from their Gram matrix X'X. */
export const independentColumns = (gramMatrix: Matrix): readonly number[] => choleskyFactor(gramMatrix).kept;

/** Inverse of a symmetric positive definite matrix (Cholesky); null when it is singular to rounding. */
export function invertSymmetric(a: Matrix): Matrix | null {
  const p = a.columns;
  const { scale, lower, kept } = choleskyFactor(a);
  if (kept.length < p) return null;
  const inverseLower = zeros(p, p);
  for (let j = 0; j < p; j++)
    for (let i = j; i < p; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= entry(lower, i, k) * entry(inverseLower, k, j);
      inverseLower.values[i * p + j] = sum / entry(lower, i, i);
    }
  const inverse = zeros(p, p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < p; k++) sum += entry(inverseLower, k, i) * entry(inverseLower, k, j);
      const value = sum * (scale[i] as number) * (scale[j] as number);
      inverse.values[i * p + j] = value;
      inverse.values[j * p + i] = value;
    }
  return inverse;
}

/** Solves A x = b for any square A (Gaussian elimination, partial pivoting); null when singular to rounding. */
export function solve(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  const n = a.rows;
  const m = a.values.slice();
  const x = Float64Array.from(b);
  const size = m.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(m[i * n + k] as number) > Math.abs(m[pivot * n + k] as number)) pivot = i;
    if (!(Math.abs(m[pivot * n + k] as number) > 1e-14 * size)) return null;
    if (pivot !== k) {
      for (let j = k; j < n; j++) swap(m, k * n + j, pivot * n + j);
      swap(x, k, pivot);
    }
    for (let i = k + 1; i < n; i++) {
      const factor = (m[i * n + k] as number) / (m[k * n + k] as number);
      if (factor === 0) continue;
      for (let j = k; j < n; j++) add(m, i * n + j, -factor * (m[k * n + j] as number));
      add(x, i, -factor * (x[k] as number));
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) add(x, i, -(m[i * n + j] as number) * (x[j] as number));
    x[i] = (x[i] as number) / (m[i * n + i] as number);
  }
  return x;
}

function swap(values: Float64Array, i: number, j: number): void {
  const held = values[i] as number;
  values[i] = values[j] as number;
  values[j] = held;
}
