/**
 * Before an experiment with two groups of equal size and an outcome each person has or not.
 *
 *   n per arm = [z_(1-alpha/2) sqrt(2 p q) + z_power sqrt(p1 q1 + p2 q2)]² / (p1 - p2)²,   p = (p1 + p2)/2
 *
 * Pooled variance when there is no effect, each arm's own when there is one; no continuity correction, not rounded.
 * The other side's rejection is left out of the power. Assumes everybody is followed to the end. Source: Fleiss,
 * Levin & Paik 2003, section 4.2. Example: 12 % against 14 %, power 80 %: 4,437.4 per arm.
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { normalHalfWidth } from './normal.ts';

/** `p1` and `p2` differ and lie strictly between 0 and 1 (one of them may be 0 or 1). */
export function sizePerArm(p1: number, p2: number, power: number, alpha: number): number {
  const { none, some } = spreads(p1, p2);
  const wanted = normalHalfWidth(1 - alpha) * none + normalQuantile(power, 0, 1) * some;
  return (wanted / (p1 - p2)) ** 2;
}

export function powerOf(nPerArm: number, p1: number, p2: number, alpha: number): number {
  const { none, some } = spreads(p1, p2);
  const drift = Math.sqrt(nPerArm) * Math.abs(p1 - p2) - normalHalfWidth(1 - alpha) * none;
  if (some === 0) return drift > 0 ? 1 : 0;
  return normalCdf(drift / some, 0, 1);
}

/**
 * The nearest risk above (or below) `p1` that `nPerArm` people per arm would detect with this power; null when even
 * everybody (or nobody) having the outcome would not be enough.
 */
export function detectableRisk(
  nPerArm: number,
  p1: number,
  power: number,
  alpha: number,
  side: 'above' | 'below' = 'above',
): number | null {
  const limit = side === 'above' ? 1 : 0;
  if (powerOf(nPerArm, p1, limit, alpha) < power) return null;
  let [missed, detected] = [p1, limit];
  for (let step = 0; step < 200 && Math.abs(detected - missed) > 1e-14; step++) {
    const middle = (missed + detected) / 2;
    if (powerOf(nPerArm, p1, middle, alpha) >= power) detected = middle;
    else missed = middle;
  }
  return detected;
}

function spreads(p1: number, p2: number): { none: number; some: number } {
  const pooled = (p1 + p2) / 2;
  return {
    none: Math.sqrt(2 * pooled * (1 - pooled)),
    some: Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2)),
  };
}
