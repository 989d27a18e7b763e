/**
 * Weighted cumulative incidence of a censored outcome, with its influence function: Aalen-Johansen on weighted counts
 * (Kaplan-Meier when nothing competes), so that recent, immature units count for the time they were followed.
 *
 * With weighted at-risk Y, events of the cause D1 and exits D of any cause at each time: F += S D1/Y, S *= 1 - D/Y.
 * The derivative of F with respect to one unit's weight gives its influence (infinitesimal jackknife); with weights of
 * 1 and nothing competing, the sum of squares is Greenwood's variance. Xie & Liu 2005; Therneau & Grambsch 2000, 7.3.
 * Assumes censoring independent of the outcome within what the weights make alike.
 */
import type { FollowUpCount } from './follow-up-count.ts';
import { lastAtOrBefore } from './risk-table.ts';

export interface WeightedIncidence {
  /** Some units remained without the outcome when follow-up ended, before the horizon: no figure. */
  readonly beyondFollowUp: boolean;
  readonly incidence: number;
  /** Derivative of the incidence with respect to the weight of one unit of each row, in the order given. */
  readonly pull: Float64Array;
  /** Units with the outcome by the horizon, and at risk just before it, of those that have weight. */
  readonly n: number;
  readonly events: number;
  readonly atRisk: number;
}

/**
 * Incidence of status 1 by `horizon` (events at `t <= horizon`); other statuses above 0 compete. `weights`: of one unit
 * of each row, 0 or above; 1 when left out.
 */
export function weightedIncidence(
  rows: readonly FollowUpCount[],
  horizon: number,
  weights?: ArrayLike<number>,
): WeightedIncidence {
  const { alike, alikeOf } = followedAlike(rows, weights);
  const present = alike.filter((row) => row.n > 0);
  const steps = runningSums(present, horizon);
  const last = present.reduce((most, row) => Math.max(most, row.time), -1);
  const count = (keep: (row: FollowUpCount) => boolean) =>
    present.reduce((sum, row) => (keep(row) ? sum + row.n : sum), 0);
  const end = steps.at(-1) ?? origin;
  const pulls = alike.map((row) => derivative(row, steps, horizon));
  return {
    beyondFollowUp: last < horizon && end.survival > 1e-12,
    incidence: end.incidence,
    pull: Float64Array.from(alikeOf, (row) => pulls[row] as number),
    n: count(() => true),
    events: count((row) => row.status === 1 && row.time <= horizon),
    atRisk: count((row) => entryOf(row) < horizon && row.time >= horizon),
  };
}

/** Units followed alike: `n` of those that have weight, and their weights added up. */
interface WeightedCount extends FollowUpCount {
  n: number;
  mass: number;
}

/** More than the ways out and the days that follow-up can have. */
const [statuses, times] = [1024, 1_000_000];

/** Rows with the same time, status and entry taken together, as there may be as many rows as people. */
function followedAlike(rows: readonly FollowUpCount[], weights?: ArrayLike<number>) {
  const places = new Map<number, number>();
  const alike: WeightedCount[] = [];
  const alikeOf = new Int32Array(rows.length);
  rows.forEach(({ time, status, n, entry = 0 }, i) => {
    const key = (entry * times + time) * statuses + status;
    let place = places.get(key);
    if (place === undefined) {
      place = alike.push({ time, status, entry, n: 0, mass: 0 }) - 1;
      places.set(key, place);
    }
    alikeOf[i] = place;
    const weight = weights === undefined ? 1 : (weights[i] as number);
    if (!(n > 0 && weight > 0)) return;
    const row = alike[place] as WeightedCount;
    row.n += n;
    row.mass += n * weight;
  });
  return { alike, alikeOf };
}

/** Just after one time of exit. */
interface Step {
  readonly time: number;
  readonly survival: number;
  readonly incidence: number;
  /** Sum of D / (Y (Y - D)): how far staying at risk has raised log S. */
  readonly stay: number;
  /** Sum of S(-) D1/Y times `stay` just before: what that has raised F by. */
  readonly raised: number;
  /** Sum of S(-) D1/Y²: what being counted at risk has lowered F by. */
  readonly diluted: number;
  /** S(-)/Y and 1/Y at this time alone. */
  readonly perEvent: number;
  readonly perUnit: number;
}

const origin: Step = {
  time: -1,
  survival: 1,
  incidence: 0,
  stay: 0,
  raised: 0,
  diluted: 0,
  perEvent: 0,
  perUnit: 0,
};

/** An entry of 0 is no delay: at risk from the start, time 0 included. */
const entryOf = (row: FollowUpCount): number => ((row.entry ?? 0) > 0 ? (row.entry ?? 0) : -1);

function runningSums(rows: readonly WeightedCount[], horizon: number): readonly Step[] {
  const leaving = [...rows].sort((a, b) => a.time - b.time);
  const entering = [...rows].sort((a, b) => entryOf(a) - entryOf(b));
  const steps: Step[] = [];
  let before = origin;
  let atRisk = 0;
  let next = 0;
  for (let i = 0; i < leaving.length; ) {
    const time = leaving[i]?.time ?? 0;
    if (time > horizon) break;
    for (let row = entering[next]; row !== undefined && entryOf(row) < time; row = entering[++next])
      atRisk += row.mass;
    let [events, exits, gone] = [0, 0, 0];
    let stays = false;
    for (let row = leaving[i]; row !== undefined && row.time === time; row = leaving[++i]) {
      gone += row.mass;
      if (row.status > 0) exits += row.mass;
      if (row.status === 1) events += row.mass;
      if (row.status === 0) stays = true;
    }
    stays ||= i < leaving.length;
    if (exits > 0) {
      before = after(before, { time, atRisk, events, exits: stays ? exits : atRisk });
      steps.push(before);
    }
    atRisk -= gone;
  }
  return steps;
}

function after(
  before: Step,
  { time, atRisk, events, exits }: { time: number; atRisk: number; events: number; exits: number },
): Step {
  const hazard = events / atRisk;
  const everybody = atRisk - exits <= 1e-12 * atRisk;
  return {
    time,
    survival: everybody ? 0 : before.survival * (1 - exits / atRisk),
    incidence: before.incidence + before.survival * hazard,
    // Once nobody is left F no longer moves, and the term is never used.
    stay: before.stay + (everybody ? 0 : exits / (atRisk * (atRisk - exits))),
    raised: before.raised + before.survival * hazard * before.stay,
    diluted: before.diluted + (before.survival * hazard) / atRisk,
    perEvent: before.survival / atRisk,
    perUnit: 1 / atRisk,
  };
}

function derivative(row: FollowUpCount, steps: readonly Step[], horizon: number): number {
  const entered = steps[lastAtOrBefore(steps, entryOf(row))] ?? origin;
  const index = lastAtOrBefore(steps, Math.min(row.time, horizon));
  const left = steps[index] ?? origin;
  const end = steps.at(-1) ?? origin;
  const whileAtRisk =
    left.raised -
    entered.raised -
    entered.stay * (left.incidence - entered.incidence) -
    (left.diluted - entered.diluted);
  if (row.time > horizon) return whileAtRisk;
  const exited = row.status > 0;
  const before = exited ? (steps[index - 1] ?? origin) : left;
  const logSurvival = before.stay - entered.stay - (exited ? left.perUnit : 0);
  const own = row.status === 1 ? left.perEvent : 0;
  return whileAtRisk + own + logSurvival * (end.incidence - left.incidence);
}
