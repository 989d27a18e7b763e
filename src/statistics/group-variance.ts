/**
 * Variance that one group of independent units brings to an estimate, from their influence psi_i on it:
 *
 *   V_g = sum_i (psi_i - w_i mean_g)^2 / (1 - h_i) / n^2,   mean_g = sum psi / sum w
 *
 * w_i: what the unit counts for; h_i: how much less than its own value its gap to what it is compared with varies, at
 * least as in its group's mean (HC2, MacKinnon & White 1985; n_g / (n_g - 1) when all count alike). A unit compared with
 * itself alone (h_i = 1) shows nothing of its chance: it takes its share of what is expected of the group.
 */
import { leverageInMean } from './leverage.ts';
import { sizeOf } from './visible-error.ts';

/** Units whose chance is alike: first treated together, never treated… */
export type Group = string | number | null;

/** What makes the chance of a unit count more or less than another's. */
export interface InfluenceUnit {
  readonly group: Group;
  /** w_i; 1 when left out. */
  readonly weight?: number;
  /** h_i; that of its weight in its group's mean when left out, or when smaller. */
  readonly leverage?: number;
  /** q_i, to a factor; its squared weight when left out. */
  readonly passed?: number;
}

interface OwnUnit extends Required<Omit<InfluenceUnit, 'group'>> {
  readonly psi: number;
}

/** V_g and its degrees of freedom; `own`: the group's units, by position; `awaited`: what V_g is expected to be. */
export function groupVariance(
  own: readonly number[],
  influence: Float64Array,
  units: readonly InfluenceUnit[],
  awaited: number,
): { readonly part: number; readonly df: number } {
  const weights = own.map((i) => units[i]?.weight ?? 1);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (whole > 0 ? weight / whole : 1 / own.length));
  const inGroup = leverageInMean(shares);
  const read: readonly OwnUnit[] = own.map((i, k) => {
    const { leverage = Number.NEGATIVE_INFINITY, passed = (weights[k] as number) ** 2 } = units[
      i
    ] as InfluenceUnit;
    return {
      psi: influence[i] as number,
      weight: shares[k] as number,
      leverage: Math.max(leverage, inGroup(k)),
      passed,
    };
  });
  const compared = read.filter(({ leverage }) => leverage < 1 - 1e-9);
  const sum = read.reduce((all, { psi }) => all + psi, 0);
  const squares = compared.reduce(
    (all, { psi, weight, leverage }) => all + (psi - weight * sum) ** 2 / (1 - leverage),
    0,
  );
  const passing = (some: readonly OwnUnit[]) => some.reduce((all, { passed }) => all + passed, 0);
  const unseen = compared.length === read.length ? 0 : 1 - passing(compared) / (passing(read) || 1);
  return {
    part: squares / influence.length ** 2 + unseen * awaited,
    df: degreesOfFreedom(compared, own.length - 1),
  };
}

/**
 * tr(M)^2 / tr(M^2) for M = (I - w 1') D (I - 1 w'), D = diag(q / (1 - h)): the law of V_g when values vary alike around
 * their mean weighted by w, matched by its first two moments (Bell & McCaffrey 2002). n - 1 when all count alike.
 */
function degreesOfFreedom(units: readonly OwnUnit[], otherwise: number): number {
  const largest = sizeOf(units.map(({ passed }) => passed));
  if (!(largest > 0)) return otherwise;
  let [d1, d2, dw, dww, w2, ddw] = [0, 0, 0, 0, 0, 0];
  for (const { passed, leverage, weight } of units) {
    const d = passed / largest / (1 - leverage);
    d1 += d;
    d2 += d * d;
    dw += d * weight;
    dww += d * weight * weight;
    ddw += d * d * weight;
    w2 += weight * weight;
  }
  const trace = d1 - 2 * dw + d1 * w2;
  const crossed = 2 * d2 * w2 + 2 * dw * dw + (d1 * w2) ** 2 - 4 * d1 * dw * w2;
  const squared = d2 + crossed - 2 * (2 * ddw - d1 * dww);
  return trace ** 2 / squared;
}
