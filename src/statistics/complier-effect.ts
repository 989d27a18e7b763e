/**
 * Effect on those who take the service up because they were offered it (complier average causal effect), when an
 * offer drawn at random is only partly followed.
 *
 * Wald's ratio = (difference of mean outcomes by offer) / (difference of take-up by offer): two-stage least squares
 * of the outcome on take-up, the offer as instrument. Variance HC0 of the second stage: residuals u = y - b d centred
 * in each offer arm, sum over arms of mean(u²)/n, over the squared take-up difference.
 * Imbens & Angrist 1994; Angrist, Imbens & Rubin 1996; weak instrument: Staiger & Stock 1997.
 * Assumes an offer at random, no effect of the offer itself (exclusion), nobody who does the opposite of the offer.
 */
import { decimal } from './french-number.ts';
import { normalHalfWidth } from './normal.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { isVisible, sizeOf, visibleError } from './visible-error.ts';

export interface OfferData {
  readonly outcome: ArrayLike<number>;
  /** 1 offered, 0 not. */
  readonly assigned: ArrayLike<number>;
  /** 1 took the service up, 0 did not. */
  readonly received: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

export interface FirstStage {
  /** Take-up among the offered minus take-up among the others. */
  readonly complianceDifference: number;
  /** Squared difference over its HC0 variance; null when take-up follows the offer without exception. */
  readonly f: number | null;
  /** F under 10: the interval may cover less than it says. */
  readonly weak: boolean;
}

export interface ComplierEffect extends Bounds {
  readonly itt: number;
  readonly complianceDifference: number;
  readonly estimate: number;
  /** Null when outcomes do not vary around the fit. */
  readonly se: number | null;
  readonly firstStageF: number | null;
  readonly weakInstrument: boolean;
  /** Anderson & Rubin's interval (Fieller's): right whatever the strength of the first stage. */
  readonly andersonRubin: Bounds;
}

/** Said when take-up does not visibly differ between offer arms. */
export const noFirstStage =
  "Proposer le service n'a pas changé son usage de façon visible : on ne peut pas en déduire l'effet de l'usage.";

const emptyOffer = refused('empty-group', "L'un des deux groupes tirés au sort ne contient personne.");

interface ArmSums {
  readonly n: number;
  readonly y: number;
  readonly d: number;
  /** Mean products of centred values. */
  readonly yy: number;
  readonly yd: number;
  readonly dd: number;
}

function armSums({ outcome, assigned, received, counts }: OfferData, arm: number): ArmSums {
  let [n, y, d] = [0, 0, 0];
  for (let i = 0; i < outcome.length; i++) {
    if (assigned[i] !== arm) continue;
    n += counts[i] as number;
    y += (counts[i] as number) * (outcome[i] as number);
    d += (counts[i] as number) * (received[i] as number);
  }
  [y, d] = [y / n, d / n];
  let [yy, yd, dd] = [0, 0, 0];
  for (let i = 0; i < outcome.length; i++) {
    if (assigned[i] !== arm) continue;
    const [cy, cd] = [(outcome[i] as number) - y, (received[i] as number) - d];
    yy += ((counts[i] as number) * cy * cy) / n;
    yd += ((counts[i] as number) * cy * cd) / n;
    dd += ((counts[i] as number) * cd * cd) / n;
  }
  return { n, y, d, yy, yd, dd };
}

/**
 * The effect, or `empty-group` without both offer arms, or `not-identified` when take-up does not differ between
 * offer arms at the level asked: no bounded interval is then right (Dufour 1997).
 */
export function complierEffect(data: OfferData, level = 0.95): ComplierEffect | Refused {
  const [offered, others] = [armSums(data, 1), armSums(data, 0)];
  if (!(offered.n > 0 && others.n > 0)) {
    return emptyOffer;
  }
  const stage = firstStage(offered, others);
  const { complianceDifference, f } = stage;
  const z2 = normalHalfWidth(level) ** 2;
  if (Math.abs(complianceDifference) < 1e-12 || (f !== null && f <= z2)) {
    return refused('not-identified', noFirstStage);
  }
  const itt = offered.y - others.y;
  const size = sizeOf(data.outcome);
  const estimate = itt / complianceDifference;
  const variance = residualVariance(offered, estimate) + residualVariance(others, estimate);
  const scale = (offered.yy + others.yy) / Math.min(offered.n, others.n);
  const error = variance > 1e-14 * scale ? visibleError(variance, size) : null;
  const se = error === null ? null : error / Math.abs(complianceDifference);
  return {
    itt,
    complianceDifference,
    estimate,
    se,
    ...symmetricInterval(estimate, se, level),
    firstStageF: f,
    weakInstrument: stage.weak,
    andersonRubin: andersonRubin(offered, others, z2, size),
  };
}

function firstStage(offered: ArmSums, others: ArmSums): FirstStage {
  const complianceDifference = offered.d - others.d;
  const variance = offered.dd / offered.n + others.dd / others.n;
  const f = variance > 0 ? complianceDifference ** 2 / variance : null;
  return { complianceDifference, f, weak: f !== null && f < 10 };
}

/** First stage alone: does the offer move take-up enough to speak of the effect of use? */
export function firstStageCheck(
  data: Omit<OfferData, 'outcome'>,
): (FirstStage & { readonly passed: boolean; readonly sentence: string }) | Refused {
  const zeros = new Float64Array(data.assigned.length);
  const [offered, others] = [
    armSums({ ...data, outcome: zeros }, 1),
    armSums({ ...data, outcome: zeros }, 0),
  ];
  if (!(offered.n > 0 && others.n > 0)) return emptyOffer;
  const stage = firstStage(offered, others);
  const passed = Math.abs(stage.complianceDifference) > 1e-12 && !stage.weak;
  const outOf100 = (share: number) => decimal(100 * share, 0);
  const taken = `sur 100 personnes, ${outOf100(offered.d)} utilisent le service quand on le leur propose, ${outOf100(others.d)} sinon`;
  const sentence = passed
    ? `La proposition change bien l'usage : ${taken}.`
    : `La proposition change trop peu l'usage pour en déduire l'effet de l'usage : ${taken}.`;
  return { ...stage, passed, sentence };
}

const residualVariance = (arm: ArmSums, effect: number): number =>
  (arm.yy - 2 * effect * arm.yd + effect ** 2 * arm.dd) / arm.n;

/** Effects b for which (itt - b c)² <= z² var(itt - b c): the roots of a quadratic, bounded since F > z². */
function andersonRubin(offered: ArmSums, others: ArmSums, z2: number, size: number): Bounds {
  const sum = (key: 'yy' | 'yd' | 'dd') => offered[key] / offered.n + others[key] / others.n;
  const [itt, c] = [offered.y - others.y, offered.d - others.d];
  const a = c ** 2 - z2 * sum('dd');
  const b = itt * c - z2 * sum('yd');
  const root = Math.sqrt(Math.max(0, b ** 2 - a * (itt ** 2 - z2 * sum('yy'))));
  return isVisible(root / a, size)
    ? { lower: (b - root) / a, upper: (b + root) / a }
    : { lower: null, upper: null };
}
