/**
 * Average effect on the treated from one change in outcome per unit (after minus before), treated against controls,
 * alike once their covariates are taken into account. Three estimators, each with its influence function:
 *
 * - `reg`: outcome regression. Regress the change on covariates among controls, compare with the prediction.
 * - `ipw`: controls weighted by e/(1-e), e the logit probability of being treated (Hájek means).
 * - `dr`: both; right when either model is.
 *
 * Without covariates the three are the difference of the two mean changes.
 * Influence functions carry the estimation of both models: variance = sum(psi^2) / n^2, no small-sample correction.
 * Assumes parallel trends given the covariates, and overlap. Sources: Heckman, Ichimura & Todd 1997 (`reg`);
 * Abadie 2005 (`ipw`); Sant'Anna & Zhao 2020, section 3.1 (`dr`).
 */
import { leastSquares } from './least-squares.ts';
import { leverageInMean, leverageInRegression } from './leverage.ts';
import { dot, type Matrix, multiplyVector, row, transposeTimes } from './linear-algebra.ts';
import { logisticRegression } from './logistic.ts';

export type DifferenceEstimator = 'dr' | 'ipw' | 'reg';

export interface DifferenceSample {
  readonly treated: readonly boolean[];
  readonly change: readonly number[];
  /** One row a unit, intercept included. */
  readonly x: Matrix;
  /** What each unit counts for, 1 when left out: known beforehand (its size), not estimated. */
  readonly weights?: readonly number[];
}

export interface EffectOnTreated {
  readonly att: number;
  /** One value a unit, mean 0: att - truth is about their mean. */
  readonly influence: Float64Array;
  /** What one more in a unit's change adds to `att`, which is the sum of changes so weighted: models are held fixed. */
  readonly loads: Float64Array;
  /** Of each unit in what it is compared with (`leverage.ts`). */
  readonly leverage: Float64Array;
}

/** The largest probability of treatment that a control may have: beyond it, groups do not overlap. */
const largestScore = 1 - 1e-6;

/** Null when a model cannot be fitted: collinear covariates among controls, or groups that covariates separate. */
export function effectOnTreated(
  sample: DifferenceSample,
  estimator: DifferenceEstimator,
): EffectOnTreated | null {
  const regression = estimator === 'ipw' ? noModel(sample) : controlRegression(sample);
  const score = estimator === 'reg' ? noModel(sample) : treatmentScore(sample);
  if (regression === null || score === null) return null;
  const { treated, change, x } = sample;
  const n = treated.length;
  const size = (i: number): number => sample.weights?.[i] ?? 1;
  const rest = change.map((value, i) => value - (regression.predicted[i] as number));
  const weightTreated = treated.map((is, i) => (is ? size(i) : 0));
  // Regression alone compares the treated with their prediction: controls then carry no weight of their own.
  const weightControl = treated.map((is, i) => {
    const e = score.predicted[i] as number;
    return is || estimator === 'reg' ? 0 : (size(i) * e) / (1 - e);
  });
  const fromTreated = weightedMean(weightTreated, rest);
  const fromControls = estimator === 'reg' ? 0 : weightedMean(weightControl, rest);

  const meanTreated = total(weightTreated) / n;
  const meanControl = estimator === 'reg' ? 1 : total(weightControl) / n;
  const slopeTreated = scaled(transposeTimes(x, weightTreated), 1 / n);
  const slopeControl = scaled(transposeTimes(x, weightControl), 1 / n);
  const regressionInTreated = regression.through(slopeTreated);
  const regressionInControl = regression.through(slopeControl);
  const predictedGap = regression.moved(
    slopeTreated.map((s, j) => s / meanTreated - (slopeControl[j] as number) / meanControl),
  );
  const weightedRest = weightControl.map((w, i) => w * ((rest[i] as number) - fromControls));
  const scoreInControl = score.through(scaled(transposeTimes(x, weightedRest), 1 / n));
  const influence = new Float64Array(n);
  const loads = new Float64Array(n);
  const leverage = new Float64Array(n);
  const [own, among] = [leverageInMean(weightTreated), leverageOfControls(sample, regression)];
  for (let i = 0; i < n; i++) {
    const e = rest[i] as number;
    const ofTreated = (weightTreated[i] as number) * (e - fromTreated) - regressionInTreated(i);
    const ofControl = (weightedRest[i] as number) + scoreInControl(i) - regressionInControl(i);
    influence[i] = ofTreated / meanTreated - ofControl / meanControl;
    loads[i] =
      (weightTreated[i] as number) / (n * meanTreated) -
      (weightControl[i] as number) / (n * meanControl) -
      predictedGap(i);
    leverage[i] = treated[i] === true ? own(i) : among(i);
  }
  return { att: fromTreated - fromControls, influence, loads, leverage };
}

interface Model {
  /** Of each unit in its prediction (`leverage.ts`); null when nothing is predicted. */
  readonly leverage: ((i: number) => number) | null;
  readonly predicted: ArrayLike<number>;
  /** What unit i's share in the estimation of the model moves along a slope. */
  readonly through: (slope: ArrayLike<number>) => (i: number) => number;
  /** What one more in unit i's change moves along a slope. */
  readonly moved: (slope: ArrayLike<number>) => (i: number) => number;
}

const unmoved = () => () => 0;

const noModel = ({ treated }: DifferenceSample): Model => ({
  leverage: null,
  predicted: new Float64Array(treated.length),
  through: unmoved,
  moved: unmoved,
});

function controlRegression({ treated, change, x, weights }: DifferenceSample): Model | null {
  const counts = treated.map((is, i) => (is ? 0 : (weights?.[i] ?? 1)));
  const fit = leastSquares({ x, y: change, counts });
  if (fit === null) return null;
  const moved: Model['moved'] = (slope) => {
    const direction = multiplyVector(fit.inverse, slope);
    return (i) => (counts[i] as number) * dot(row(x, i), direction);
  };
  return {
    leverage: leverageInRegression(x, counts, fit.inverse),
    predicted: change.map((value, i) => value - (fit.residuals[i] as number)),
    through: (slope) => {
      const along = moved(slope);
      return (i) => treated.length * (fit.residuals[i] as number) * along(i);
    },
    moved,
  };
}

function treatmentScore({ treated, x, weights }: DifferenceSample): Model | null {
  const fit = logisticRegression({
    x,
    y: treated.map((is) => (is ? 1 : 0)),
    ...(weights === undefined ? {} : { counts: weights }),
  });
  if (fit === null) return null;
  const predicted = fit.probabilities.map((e) => Math.min(e, largestScore));
  const n = treated.length;
  return {
    leverage: null,
    predicted,
    through: (slope) => {
      const direction = multiplyVector(fit.inverseInformation, slope);
      return (i) =>
        n *
        (weights?.[i] ?? 1) *
        ((treated[i] === true ? 1 : 0) - (predicted[i] as number)) *
        dot(row(x, i), direction);
    },
    moved: unmoved,
  };
}

/** Weighting alone predicts nothing, but leans on the controls that covariates make alike just as a regression does. */
function leverageOfControls(sample: DifferenceSample, regression: Model): (i: number) => number {
  const own = regression.leverage ?? controlRegression(sample)?.leverage ?? null;
  if (own !== null) return own;
  return leverageInMean(sample.treated.map((is, i) => (is ? 0 : (sample.weights?.[i] ?? 1))));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const weightedMean = (weights: readonly number[], values: readonly number[]): number =>
  dot(weights, values) / total(weights);

const scaled = (values: Float64Array, factor: number): Float64Array => values.map((value) => value * factor);
