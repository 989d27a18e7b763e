import type { FollowUpCount } from './follow-up-count.ts';
import {
  lastAtOrBefore,
  lastObservedTime,
  type RiskStep,
  type RiskTable,
  readAt,
  riskTable,
} from './risk-table.ts';

interface IncidenceStep extends RiskStep {
  /** Share without any outcome just after `time`. */
  readonly survival: number;
  /** Probability of the cause by `time`. */
  readonly incidence: number;
  readonly variance: number;
}

export interface CumulativeIncidence {
  readonly table: RiskTable;
  readonly n: number;
  readonly events: number;
  readonly steps: readonly IncidenceStep[];
}

/**
 * Aalen–Johansen cumulative incidence of `cause` when other outcomes compete with it (Aalen & Johansen 1978), with
 * the Greenwood-type variance (Dinse & Larson 1986; Marubini & Valsecchi 1995, section 10.2.3):
 *   sum (F(t) - F(u))² d / (Y (Y - d)) + sum S(u-)² (Y - d1) d1 / Y³ - 2 sum (F(t) - F(u)) S(u-) d1 / Y²
 * over times u <= t, d1 the events of the cause and d those of all causes. It is the binomial variance without
 * censoring and Greenwood's without competing outcomes, and holds with delayed entry (Allignol et al. 2010).
 * Running sums keep it linear.
 * Assumes follow-up stops for reasons unrelated to the outcome (independent censoring).
 * Of ten people, two with the effect on day 3, four gone otherwise on day 4: 0.2 on day 4, standard error 0.1265.
 */
export function cumulativeIncidence(counts: readonly FollowUpCount[], cause = 1): CumulativeIncidence {
  const table = riskTable(counts, cause);
  let survival = 1;
  let incidence = 0;
  let events = 0;
  let hazard = 0;
  let hazardF = 0;
  let hazardFF = 0;
  let own = 0;
  let crossed = 0;
  let crossedF = 0;
  const steps = table.steps.map((step) => {
    const exits = step.events + step.competing;
    if (exits > 0) {
      const before = survival;
      const y = step.atRisk;
      survival *= (y - exits) / y;
      incidence += (before * step.events) / y;
      events += step.events;
      // Nobody left: F no longer moves, so the term (F(t) - F(u))² d / (Y (Y - d)) is 0 for every later t.
      const increment = exits < y ? exits / (y * (y - exits)) : 0;
      hazard += increment;
      hazardF += increment * incidence;
      hazardFF += increment * incidence ** 2;
      own += (before ** 2 * (y - step.events) * step.events) / y ** 3;
      const cross = (before * step.events) / y ** 2;
      crossed += cross;
      crossedF += cross * incidence;
    }
    const spread = incidence ** 2 * hazard - 2 * incidence * hazardF + hazardFF;
    const variance = Math.max(0, spread + own - 2 * (incidence * crossed - crossedF));
    return { ...step, survival, incidence, variance };
  });
  return { table, n: table.n, events, steps };
}

export interface CauseReading {
  readonly beyondFollowUp: boolean;
  readonly atRisk: number;
  readonly events: number;
  readonly incidence: number | null;
  readonly se: number | null;
}

/** Probability of the cause by `horizon`; no figure past the last observed time while some remain. */
export function causeIncidenceAt(curve: CumulativeIncidence, horizon: number): CauseReading {
  const { step, ...read } = readAt(curve, horizon);
  if (read.beyondFollowUp) return { ...read, incidence: null, se: null };
  return { ...read, incidence: step?.incidence ?? 0, se: Math.sqrt(step?.variance ?? 0) };
}

/**
 * Mean time lost to the cause before `tau`: the area under its cumulative incidence, in the unit of time; null past
 * the last observed time while some remain. Andersen 2013.
 */
export function restrictedMeanTimeLost(curve: CumulativeIncidence, tau: number): number | null {
  const last = lastAtOrBefore(curve.steps, tau);
  if (tau > lastObservedTime(curve.table) && (curve.steps[last]?.survival ?? 1) > 0) return null;
  let end = tau;
  let area = 0;
  for (let i = last; i >= 0; i--) {
    const step = curve.steps[i];
    if (step === undefined) break;
    area += step.incidence * (end - step.time);
    end = step.time;
  }
  return area;
}
