/**
 * The first day on which a figure may honestly be given: enough people followed up to the horizon not to expose anyone,
 * and an interval narrow enough to mean something (or an experiment with the power wanted).
 * People enter at a steady pace from `start`; see `deferred-precision.ts` for what is assumed of follow-up.
 */

import { dayNumber, isoDay } from './calendar-day.ts';
import { followedShare, incidenceVariance, type Reading } from './deferred-precision.ts';
import { deferredSize } from './deferred-size.ts';
import { counted } from './french-number.ts';
import { normalHalfWidth } from './normal.ts';
import { isRefused, type Refused, refused } from './refused.ts';

export interface FigurePlan {
  /** ISO day on which the first people enter. */
  readonly start: string;
  readonly entriesPerDay: number;
  /** ISO day after which nobody enters any more; null: no end. */
  readonly lastEntry: string | null;
  readonly horizon: number;
  /** Days the outcome register is late. */
  readonly delay: number;
  readonly dropoutHazard: number;
  /** Risk expected without the service, within (0, 1). */
  readonly risk: number;
  /** People followed to the horizon under which nothing is published. */
  readonly minimum: number;
  readonly goal:
    | { readonly kind: 'precision'; readonly halfWidth: number; readonly level: number }
    | {
        readonly kind: 'comparison';
        readonly riskTreated: number;
        readonly power: number;
        readonly alpha: number;
      };
}

export interface FirstFigure {
  readonly kind: 'reachable' | 'unreachable';
  /** ISO day, null when the goal is out of reach. */
  readonly date: string | null;
  /** First day on which the minimum is followed to the horizon, whatever the precision. */
  readonly firstMature: string | null;
  readonly entered: number;
  readonly sentence: string;
}

/** Beyond a century of waiting the goal is out of reach. */
const farthest = 36_525;

export function firstHonestFigure(plan: FigurePlan): FirstFigure | Refused {
  const start = dayNumber(plan.start);
  const end = plan.lastEntry === null ? Number.POSITIVE_INFINITY : dayNumber(plan.lastEntry);
  if (start === null || end === null)
    return refused('invalid-time', 'Une date doit être un jour du calendrier, écrit AAAA-MM-JJ.');
  if (end < start) return refused('invalid-time', 'La dernière entrée précède la première.');
  if (!(plan.entriesPerDay > 0)) return refused('empty-group', "Personne n'entre dans le suivi.");
  const recruitment = end - start + 1;

  const readingAt = (day: number): Reading => {
    const accrual = Math.min(day, recruitment);
    return { accrual, wait: day - accrual, delay: plan.delay, dropoutHazard: plan.dropoutHazard };
  };
  const enteredBy = (day: number): number => plan.entriesPerDay * Math.min(day, recruitment);
  const mature = (day: number): boolean =>
    enteredBy(day) * followedShare(plan.horizon, readingAt(day)) * (1 - plan.risk) >= plan.minimum;
  const day = firstDay((at) => mature(at) && meets(plan, enteredBy(at), readingAt(at)));
  const matureDay = firstDay(mature);
  const text = (value: number | null): string | null => (value === null ? null : isoDay(start + value));
  const entered = Math.floor(enteredBy(day ?? farthest));
  return {
    kind: day === null ? 'unreachable' : 'reachable',
    date: text(day),
    firstMature: text(matureDay),
    entered,
    sentence: sentence(start, day, matureDay, entered),
  };
}

function meets({ goal, risk, horizon }: FigurePlan, entered: number, reading: Reading): boolean {
  if (goal.kind === 'precision') {
    const variance = incidenceVariance(risk, horizon, reading);
    return variance !== null && normalHalfWidth(goal.level) * Math.sqrt(variance / entered) <= goal.halfWidth;
  }
  const { riskTreated, power, alpha } = goal;
  const size = deferredSize({ riskControl: risk, riskTreated, horizon, power, alpha, reading });
  return !isRefused(size) && 2 * size.nPerArm <= entered;
}

/** Smallest day that satisfies a condition which, once true, stays true. */
function firstDay(reached: (day: number) => boolean): number | null {
  if (!reached(farthest)) return null;
  let [before, after] = [0, farthest];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (reached(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function sentence(start: number, day: number | null, mature: number | null, entered: number): string {
  if (day !== null)
    return `Premier chiffre honnête vers le ${frenchDay(start + day)}, avec ${counted(entered, 'personne entrée', 'personnes entrées')} dans le suivi.`;
  if (mature !== null)
    return `À ce rythme, le suivi ne réunira pas assez de personnes pour la précision voulue ; un premier chiffre, moins précis, est possible le ${frenchDay(start + mature)}.`;
  return "À ce rythme, trop peu de personnes seront suivies jusqu'à l'horizon pour qu'un chiffre puisse être donné.";
}

const frenchDay = (day: number): string =>
  new Date(day * 86_400_000)
    .toLocaleDateString('fr-FR', { timeZone: 'UTC', dateStyle: 'long' })
    .replace(/^1 /, '1er ');
