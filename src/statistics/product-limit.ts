import type { FollowUpCount } from './follow-up-count.ts';
import { normalHalfWidth } from './normal.ts';
import { type RiskStep, type RiskTable, readAt, riskTable } from './risk-table.ts';

interface SurvivalStep extends RiskStep {
  /** Share still without the event just after `time`. */
  readonly survival: number;
  /** Greenwood's sum of d / (Y (Y - d)): the variance of survival over its square. Infinite once survival is 0. */
  readonly greenwood: number;
}

export interface SurvivalCurve {
  readonly table: RiskTable;
  readonly n: number;
  readonly events: number;
  readonly steps: readonly SurvivalStep[];
}

/**
 * Kaplan–Meier product limit with delayed entry and Greenwood's variance. Statuses other than `cause` are
 * censorings: with competing outcomes 1 - survival is not a probability, see `cumulativeIncidence`.
 * Kaplan & Meier 1958; Greenwood 1926; delayed entry: Tsai, Jewell & Wang 1987.
 * Assumes follow-up stops for reasons unrelated to the outcome (independent censoring).
 *
 * `productLimit([{ time: 3, status: 1, n: 2 }, { time: 5, status: 0, n: 8 }])` has one step down, to 0.8.
 */
export function productLimit(counts: readonly FollowUpCount[], cause = 1): SurvivalCurve {
  const table = riskTable(counts, cause);
  let survival = 1;
  let greenwood = 0;
  let events = 0;
  const steps = table.steps.map((step) => {
    if (step.events > 0) {
      survival *= (step.atRisk - step.events) / step.atRisk;
      greenwood += step.events / (step.atRisk * (step.atRisk - step.events));
      events += step.events;
    }
    return { ...step, survival, greenwood };
  });
  return { table, n: table.n, events, steps };
}

export type IntervalType = 'log-log' | 'log' | 'plain';

export interface IncidenceReading {
  /** Nobody followed this long and some were still without the event: no figure. */
  readonly beyondFollowUp: boolean;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number | null;
  readonly incidence: number | null;
  /** Greenwood's standard error; null once survival is 0. */
  readonly se: number | null;
  /** Bounds of the incidence; null when the variance says nothing (no event yet, or everybody had it). */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Incidence 1 - S at `horizon` (events at `t <= horizon`) with its interval: `log-log` on log(-log S)
 * (Kalbfleisch & Prentice 1980), `log` on log S and `plain` on S, both cut at 0 and 1.
 */
export function incidenceAt(
  curve: SurvivalCurve,
  horizon: number,
  interval: { readonly level: number; readonly type: IntervalType } = { level: 0.95, type: 'log-log' },
): IncidenceReading {
  const { step, ...read } = readAt(curve, horizon);
  const { survival, greenwood } = step ?? { survival: 1, greenwood: 0 };
  if (read.beyondFollowUp) {
    return { ...read, survival: null, incidence: null, se: null, lower: null, upper: null };
  }
  const incidence = 1 - survival;
  const se = survival === 0 ? null : survival * Math.sqrt(greenwood);
  const bounds = incidenceBounds(incidence, se, interval);
  return { ...read, survival, incidence, se, ...bounds };
}

/** Bounds of an incidence from its standard error; both null where the error is null or 0. */
export function incidenceBounds(
  incidence: number,
  se: number | null,
  interval: { readonly level: number; readonly type: IntervalType },
): { readonly lower: number | null; readonly upper: number | null } {
  const survival = 1 - incidence;
  if (se === null || se === 0 || survival <= 0 || survival >= 1) return { lower: null, upper: null };
  const z = normalHalfWidth(interval.level);
  if (interval.type === 'plain') {
    return { lower: Math.max(0, incidence - z * se), upper: Math.min(1, incidence + z * se) };
  }
  const logSurvival = Math.log(survival);
  if (interval.type === 'log') {
    const distance = (z * se) / survival;
    return {
      lower: Math.max(0, -Math.expm1(logSurvival + distance)),
      upper: -Math.expm1(logSurvival - distance),
    };
  }
  const spread = Math.exp((z * se) / (survival * -logSurvival));
  return { lower: -Math.expm1(logSurvival / spread), upper: -Math.expm1(logSurvival * spread) };
}

/**
 * First time at which half the units have had the event; when survival is exactly one half over an interval,
 * its middle. Null when survival stays above one half.
 */
export function medianTime(curve: SurvivalCurve): number | null {
  const rounding = 1e-9;
  const first = curve.steps.find((step) => step.survival <= 0.5 + rounding);
  if (first === undefined) return null;
  if (first.survival < 0.5 - rounding) return first.time;
  const below = curve.steps.find((step) => step.survival < 0.5 - rounding);
  return below === undefined ? first.time : (first.time + below.time) / 2;
}
