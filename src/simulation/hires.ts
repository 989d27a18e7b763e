import { popularCompany } from './companies.ts';
import type { Draws } from './draws.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

/** A hire: the company, the day, whether it is the person's first with this company. */
export type EmitHire = (company: number, day: number, first: boolean) => void;

/**
 * Emits the hires of one person. By a company looked at: one first hire of intensity `viewedIntensity` × factor,
 * times the hazard ratio when the service was used. Elsewhere: a Poisson process. The rest is noise that the rule of
 * measure must leave out: hires again, hires on the day of use or before it.
 */
export function drawHires(person: Person, draws: Draws, world: World, emit: EmitHire): void {
  const { viewed, elsewhere, options } = world;
  const intensity = world.viewedIntensity * person.hireFactor * (person.used ? options.hazardRatio : 1);
  for (let i = 0; i < person.companies.length; i++) {
    const company = person.companies[i] ?? 0;
    const look = person.entry + (person.lookDays[i] ?? 0);
    const delay = viewed.delayAt(look, draws.exponential() / intensity);
    if (delay > 0) emitWithRenewal(company, look + delay, draws, emit);
    if (draws.chance(0.01)) emit(company, look + 1 + draws.below(180), false);
  }

  const first = person.companies[0] ?? 0;
  if (draws.chance(0.004)) emit(first, person.entry, true);
  if (draws.chance(0.006)) emit(first, person.entry - 1 - draws.below(60), true);

  const rate = world.elsewhereIntensity * person.hireFactor;
  for (let spent = draws.exponential() / rate; ; spent += draws.exponential() / rate) {
    const delay = elsewhere.delayAt(person.entry, spent);
    if (delay === 0) return;
    let company = popularCompany(draws.uniform(), world.companies.length);
    while (person.companies.includes(company)) company = draws.below(world.companies.length);
    emitWithRenewal(company, person.entry + delay, draws, emit);
  }
}

function emitWithRenewal(company: number, day: number, draws: Draws, emit: EmitHire): void {
  emit(company, day, true);
  if (draws.chance(0.2)) emit(company, day + 10 + draws.below(110), false);
}
