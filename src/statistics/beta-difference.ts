/**
 * P(p1 - p0 > threshold) for two independent beta posteriors of a proportion: Beta(alpha + events, beta + non-events)
 * in each arm, from a Beta(alpha, beta) prior (1, 1: every proportion equally likely beforehand).
 *
 * Exact up to quadrature: the integral over p1 of f1(p1) F0(p1 - threshold). Both densities are laid on the log-odds
 * scale, where they are smooth and light-tailed even with 0 events or a prior below 1; Gauss–Legendre by panels, so
 * that no incomplete beta function is needed. Assumes independent units. Source: any text on conjugate priors, for
 * example Gelman et al. 2013, section 2.4.
 */
import { panelIntegral } from './gauss-legendre.ts';

export interface Beta {
  readonly alpha: number;
  readonly beta: number;
}

export interface ArmCount {
  readonly events: number;
  readonly n: number;
}

export const posterior = ({ events, n }: ArmCount, prior: Beta): Beta => ({
  alpha: prior.alpha + events,
  beta: prior.beta + n - events,
});

/** `threshold` between -1 and 1, in proportion (0.01: one more in a hundred). */
export function probabilityAbove(treated: Beta, control: Beta, threshold: number): number {
  if (threshold >= 1) return 0;
  if (threshold <= -1) return 1;
  const density1 = logOddsLaw(treated);
  const below0 = cumulative(logOddsLaw(control));
  // Where p1 - threshold leaves [0, 1], F0 has a kink: the panels start or end there.
  const from = Math.max(density1.from, threshold > 0 ? logOdds(threshold) : Number.NEGATIVE_INFINITY);
  const to = Math.min(density1.to, threshold < 0 ? logOdds(1 + threshold) : Number.POSITIVE_INFINITY);
  const certain =
    to < density1.to ? integrate(density1.density, Math.max(to, density1.from), density1.to) : 0;
  if (from >= to) return clamp(certain);
  const both = integrate((x) => density1.density(x) * below0(logOdds(shifted(x, threshold))), from, to);
  return clamp(certain + both);
}

const clamp = (p: number): number => Math.min(1, Math.max(0, p));
const logOdds = (p: number): number => Math.log(p / (1 - p));
const shifted = (x: number, threshold: number): number =>
  Math.min(1 - 1e-300, Math.max(1e-300, 1 / (1 + Math.exp(-x)) - threshold));

interface Law {
  /** Density of log(p / (1 - p)), integrating to 1 between `from` and `to`. */
  readonly density: (x: number) => number;
  readonly from: number;
  readonly to: number;
}

/** Proportional to p^alpha (1-p)^beta on the log-odds scale: log-concave, so its ends are found by walking out. */
function logOddsLaw({ alpha, beta }: Beta): Law {
  const height = (x: number): number =>
    alpha * x - (alpha + beta) * (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
  const mode = Math.log(alpha / beta);
  const top = height(mode);
  const end = (side: -1 | 1): number => {
    let reach = 1 / Math.sqrt(alpha + beta);
    while (height(mode + side * reach) > top - negligible) reach *= 1.5;
    return mode + side * reach;
  };
  const [from, to] = [end(-1), end(1)];
  const whole = integrate((x) => Math.exp(height(x) - top), from, to);
  return { density: (x) => Math.exp(height(x) - top) / whole, from, to };
}

const negligible = 40;
const panels = 120;

function integrate(f: (x: number) => number, from: number, to: number): number {
  const width = (to - from) / panels;
  let sum = 0;
  for (let p = 0; p < panels; p++) sum += panelIntegral(f, from + p * width, from + (p + 1) * width);
  return sum;
}

function cumulative({ density, from, to }: Law): (x: number) => number {
  const width = (to - from) / panels;
  const upTo = [0];
  for (let p = 0; p < panels; p++)
    upTo.push((upTo[p] as number) + panelIntegral(density, from + p * width, from + (p + 1) * width));
  return (x) => {
    if (x <= from) return 0;
    if (x >= to) return 1;
    const p = Math.min(panels - 1, Math.floor((x - from) / width));
    return (upTo[p] as number) + panelIntegral(density, from + p * width, x);
  };
}
