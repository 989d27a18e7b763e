import { type CumulativeIncidence, causeIncidenceAt, cumulativeIncidence } from './cumulative-incidence.ts';
import type { Estimate, Insufficient, InsufficientReason } from './estimate.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { counted } from './french-number.ts';
import { incidenceBounds } from './product-limit.ts';
import { lastAtOrBefore } from './risk-table.ts';

export interface EstimateOptions {
  /** Confidence level, 0.95 when left out. */
  readonly level?: number;
  /** Days in one unit of `FollowUpCount.time`, 1 when left out. */
  readonly timeUnit?: number;
  /** Status of the outcome read, 1 when left out; other statuses above 0 compete with it. */
  readonly cause?: number;
  /** Fewer units followed: `not-enough`. 11 when left out. */
  readonly minimumUnits?: number;
  /** Fewer units still at risk at the horizon: `not-mature`, unless nobody was lost before it. 11 when left out. */
  readonly minimumAtRisk?: number;
}

/**
 * Cumulative incidence at `horizon` days with its interval, or the reason why there is none. Kaplan–Meier without
 * competing outcomes, Aalen–Johansen with; the interval is symmetric on log(-log(1 - F)), which for Kaplan–Meier is
 * the usual log-log interval. When no unit or every unit had the outcome, that variance is 0 and says nothing:
 * the bound is then the exact binomial one (Clopper & Pearson 1934) on the effective number of units Y(H) / S(H-)
 * (Peto et al. 1977; Dorey & Korn 1987), which is the number followed when nobody was lost. With delayed entries
 * enough units must be at risk all along, and the effective number is the least of them, which is conservative.
 *
 * `estimateAt([{ time: 90, status: 0, n: 80 }, { time: 30, status: 1, n: 20 }], 90)` has value 0.2.
 */
export function estimateAt(
  counts: readonly FollowUpCount[],
  horizon: number,
  options: EstimateOptions = {},
): Estimate {
  const { level = 0.95, timeUnit = 1, cause = 1, minimumUnits = 11, minimumAtRisk = 11 } = options;
  const time = Math.floor(horizon / timeUnit + 1e-9);
  const curve = cumulativeIncidence(counts, cause);
  const { atRisk, events, incidence, se } = causeIncidenceAt(curve, time);
  const facts = { horizon, level, n: curve.n, atRisk, events };
  const no = (reason: InsufficientReason, sentence: string): Insufficient => ({
    kind: 'insufficient',
    reason,
    sentence,
    ...facts,
    value: null,
    lower: null,
    upper: null,
  });
  if (curve.n < minimumUnits) return no('not-enough', tooFew(curve.n, minimumUnits));
  if (time === 0 && horizon > 0) return no('not-identified', tooShort(horizon, timeUnit));
  const delayed = curve.table.entries.length > 0;
  const complete = !delayed && curve.steps.every((step) => step.time >= time || step.censored === 0);
  const followed = delayed ? leastAtRisk(counts, curve, time) : atRisk;
  if (incidence === null || (!complete && followed < minimumAtRisk)) {
    return no('not-mature', notMature(horizon, delayed, followed, minimumAtRisk));
  }
  const before = survivalBefore(curve, time);
  const effective = complete ? curve.n : delayed ? followed : atRisk / before;
  const competes = curve.steps.some((step) => step.competing > 0);
  return {
    kind: 'estimate',
    ...facts,
    ...withBounds(incidence, se, effective, level),
    method: competes ? 'aalen-johansen' : 'kaplan-meier',
  };
}

const survivalBefore = (curve: CumulativeIncidence, time: number): number => {
  const last = lastAtOrBefore(curve.steps, time);
  const index = curve.steps[last]?.time === time ? last - 1 : last;
  return curve.steps[index]?.survival ?? 1;
};

/**
 * Least number with `entry < t <= exit` over 0 < t <= `time`, stopping where nobody is left without an outcome. It
 * can only fall just after an exit.
 */
function leastAtRisk(counts: readonly FollowUpCount[], curve: CumulativeIncidence, time: number): number {
  const over = curve.steps.find((step) => step.survival === 0)?.time ?? time;
  const limit = Math.min(time, over);
  const moves = counts.flatMap(({ time: exit, n, entry = 0 }) => [
    { at: entry, change: n },
    { at: exit, change: -n },
  ]);
  moves.push({ at: 0, change: 0 });
  moves.sort((a, b) => a.at - b.at);
  let present = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { at, change }] of moves.entries()) {
    if (at >= limit) break;
    present += change;
    if (moves[i + 1]?.at !== at) least = Math.min(least, present);
  }
  return Number.isFinite(least) ? least : 0;
}

function withBounds(incidence: number, se: number | null, effective: number, level: number) {
  const rounding = 1e-12;
  const logTail = Math.log((1 - level) / 2);
  if (incidence < rounding) return { value: 0, lower: 0, upper: -Math.expm1(logTail / effective) };
  if (incidence > 1 - rounding) return { value: 1, lower: Math.exp(logTail / effective), upper: 1 };
  const { lower, upper } = incidenceBounds(incidence, se, { level, type: 'log-log' });
  return { value: incidence, lower: lower ?? 0, upper: upper ?? 1 };
}

const tooFew = (n: number, minimum: number): string => {
  const followed = n === 0 ? 'aucun suivi' : n === 1 ? 'un seul suivi' : counted(n, 'suivi', 'suivis');
  return `Trop peu : ${followed} ; il en faut au moins ${minimum} pour donner un chiffre.`;
};

const tooShort = (horizon: number, timeUnit: number): string =>
  `Non identifiable : les durées sont comptées par pas de ${counted(timeUnit, 'jour', 'jours')}, un horizon de ${counted(horizon, 'jour', 'jours')} est trop court.`;

function notMature(horizon: number, delayed: boolean, followed: number, minimum: number): string {
  const few = counted(followed, 'suivi en cours', 'suivis en cours');
  return delayed
    ? `Pas encore mûr : avant ${counted(horizon, 'jour', 'jours')}, il y a un moment où l'on ne compte que ${few} ; il en faut au moins ${minimum}.`
    : `Pas encore mûr : à ${counted(horizon, 'jour', 'jours')}, on ne compte que ${few} ; il en faut au moins ${minimum}. Le chiffre viendra avec le temps.`;
}
