import { gram, invertSymmetric, type Matrix, multiplyVector, transposeTimes } from './linear-algebra.ts';

export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Fitted probability of each row. */
  readonly probabilities: Float64Array;
  /** Inverse of the information: the model-based covariance of the coefficients. */
  readonly inverseInformation: Matrix;
}

export interface LogisticInput {
  readonly x: Matrix;
  /** 1 or 0, or a share of ones. */
  readonly y: ArrayLike<number>;
  /** Units each row stands for; 1 when left out. */
  readonly counts?: ArrayLike<number>;
}

const mostIterations = 60;
const settled = 1e-8;

/**
 * Logistic regression by maximum likelihood (Newton's method with step halving): log(p / (1 - p)) = x'b.
 * Null when no maximum exists: a covariate, or a combination, separates the ones from the zeros wholly or in part,
 * so that some linear predictor grows without end (Albert & Anderson 1984); also when columns are collinear.
 * Assumes independent units and a log-odds linear in x.
 */
export function logisticRegression({ x, y, counts }: LogisticInput): LogisticFit | null {
  const n = counts === undefined ? new Float64Array(x.rows).fill(1) : Float64Array.from(counts);
  let coefficients = new Float64Array(x.columns);
  let predictor = new Float64Array(x.rows);
  let likelihood = logLikelihood(predictor, y, n);
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const probabilities = predictor.map((eta) => 1 / (1 + Math.exp(-eta)));
    const inverseInformation = invertSymmetric(
      gram(
        x,
        probabilities.map((p, i) => (n[i] as number) * p * (1 - p)),
      ),
    );
    if (inverseInformation === null) return null;
    const score = transposeTimes(
      x,
      probabilities.map((p, i) => (n[i] as number) * ((y[i] as number) - p)),
    );
    const step = multiplyVector(inverseInformation, score);
    const move = multiplyVector(x, step);
    if (move.every((change, i) => Math.abs(change) <= settled * (1 + Math.abs(predictor[i] as number)))) {
      return { coefficients, probabilities, inverseInformation };
    }
    // A full step can overshoot far from the maximum: halve it until the likelihood does not fall.
    for (let size = 1; ; size /= 2) {
      const tried = predictor.map((eta, i) => eta + size * (move[i] as number));
      const reached = logLikelihood(tried, y, n);
      if (reached >= likelihood - 1e-9 * Math.abs(likelihood) || size < 1e-6) {
        coefficients = coefficients.map((b, j) => b + size * (step[j] as number));
        predictor = tried;
        likelihood = reached;
        break;
      }
    }
  }
  return null;
}

function logLikelihood(predictor: Float64Array, y: ArrayLike<number>, n: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < predictor.length; i++) {
    const eta = predictor[i] as number;
    const softplus = eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta));
    sum += (n[i] as number) * ((y[i] as number) * eta - softplus);
  }
  return sum;
}
