import { type Person, stayingProbability } from './person.ts';
import type { World } from './world.ts';

/** Days after use at which the truth is written. */
export const truthHorizons = [30, 60, 90, 180, 365] as const;

/** Probability that a first hire by a company looked at on `look` has happened within `days`. */
const hiredByViewed = (world: World, intensity: number, look: number, days: number): number =>
  1 - Math.exp(-intensity * world.viewed.cumulative(look, days));

/**
 * Probability that a person is hired by anyone within `days` of entry, with or without the service; `seen` is the
 * share of hires that the register lets match (1: all of them).
 */
export function backToWork(world: World, person: Person, used: boolean, days: number, seen: number): number {
  const rate = world.viewedIntensity * person.hireFactor * (used ? world.options.hazardRatio : 1);
  const elsewhere =
    world.elsewhereIntensity * person.hireFactor * world.elsewhere.cumulative(person.entry, days);
  let notHired = Math.exp(-seen * elsewhere);
  for (let i = 0; i < person.lookDays.length; i++) {
    const wait = person.lookDays[i] ?? 0;
    if (wait < days) notHired *= 1 - seen * hiredByViewed(world, rate, person.entry + wait, days - wait);
  }
  return 1 - notHired;
}

const step = 5;

/**
 * The same at each horizon when leaving the list first takes the person out (competing way out). Summed in steps of
 * five days, the chance of staying taken in the middle of the step: off by less than 1e-5.
 */
export function backToWorkBeforeLeaving(world: World, person: Person, used: boolean, seen: number): number[] {
  let before = 0;
  let incidence = 0;
  let day = 0;
  return truthHorizons.map((horizon) => {
    for (; day < horizon; day += step) {
      const now = backToWork(world, person, used, day + step, seen);
      incidence += stayingProbability(day + (step - 1) / 2) * (now - before);
      before = now;
    }
    return incidence;
  });
}
