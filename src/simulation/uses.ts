import type { Draws } from './draws.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

export type UseKind = 'details' | 'afficher-details' | 'ajout-favori' | 'recherche';

/** One row of the usage log: the day, what was done, the rank of the company (of the one searched near, for a search). */
export type EmitUse = (day: number, kind: UseKind, company: number) => void;

const duplicated = 0.01;

/** Emits the uses of one person, in no order of time; nothing when the service was not used. */
export function drawUses(person: Person, draws: Draws, world: World, emit: EmitUse): void {
  if (!person.used) return;
  const lastDay = world.calendar.days - 1;
  const write: EmitUse = (day, kind, company) => {
    if (day > lastDay) return;
    emit(day, kind, company);
    if (draws.chance(duplicated)) emit(day, kind, company);
  };
  for (let i = 0; i < person.companies.length; i++) {
    const company = person.companies[i] ?? 0;
    const day = person.entry + (person.lookDays[i] ?? 0);
    if (draws.chance(0.6)) write(day, 'recherche', company);
    if (draws.chance(0.65)) {
      write(day, 'afficher-details', company);
      if (draws.chance(0.35)) write(day, 'details', company);
    } else {
      write(day, 'details', company);
    }
    if (draws.chance(0.06)) write(day, 'ajout-favori', company);
    if (draws.chance(0.2)) write(day + 1 + Math.floor(draws.exponential() * 10), 'afficher-details', company);
  }
}
