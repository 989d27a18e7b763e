/**
 * How precise a cumulative incidence at a horizon will be, when it is read on a day on which only part of the people
 * have been followed that long. n × variance of the Kaplan–Meier estimate, by Greenwood's formula in expectation:
 *
 *   v = S(H)² ∫_0^H λ / (S(t) G(t)) dt,   S(t) = e^(-λt), λ = -log(1 - risk)/H,   G(t) = P(still followed at t)
 *
 * G: people entered evenly over `accrual` days, the register is complete up to `delay` days before reading, and people
 * drop out at a constant hazard. With everybody followed, v = risk (1 - risk).
 * Assumes a constant hazard up to the horizon: front-loaded outcomes are known sooner, so this errs on the safe side
 * for them. Sources: Breslow & Crowley 1974 (variance); Lachin & Foulkes 1986 (accrual).
 */
export interface Reading {
  /** Days over which people enter. */
  readonly accrual: number;
  /** Days from the last entry to the reading. */
  readonly wait: number;
  /** Days the outcome register is late. */
  readonly delay: number;
  readonly dropoutHazard: number;
}

/** Share of people whose follow-up reaches `t` days, outcome set apart. */
export function followedShare(t: number, { accrual, wait, delay, dropoutHazard }: Reading): number {
  const reach = accrual + wait - delay - t;
  const entered = accrual === 0 ? +(reach >= 0) : Math.min(1, Math.max(0, reach / accrual));
  return entered * Math.exp(-dropoutHazard * t);
}

const steps = 400;

/** n times the variance of the incidence at `horizon`; null when nobody is followed that long. `risk` within (0, 1). */
export function incidenceVariance(risk: number, horizon: number, reading: Reading): number | null {
  if (!(followedShare(horizon, reading) > 0)) return null;
  const hazard = -Math.log1p(-risk) / horizon;
  const width = horizon / steps;
  const height = (t: number): number => (hazard * Math.exp(hazard * t)) / followedShare(t, reading);
  // Simpson's rule.
  let sum = height(0) + height(horizon);
  for (let k = 1; k < steps; k++) sum += (k % 2 === 1 ? 4 : 2) * height(k * width);
  return (1 - risk) ** 2 * ((sum * width) / 3);
}
