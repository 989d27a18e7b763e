import { setImmediate } from 'node:timers/promises';
import { popularCompany } from './companies.ts';
import { createDraws, type Draws, streams } from './draws.ts';
import { drawHires } from './hires.ts';
import { personId } from './identifiers.ts';
import { countPairs, type PairTruth } from './pair-truth.ts';
import { type PeopleTruth, sumPeople, type UserHorizon } from './people-truth.ts';
import { drawPerson, newPerson } from './person.ts';
import { lagAt } from './reporting-lag.ts';
import type { UseKind } from './uses.ts';
import { drawUses } from './uses.ts';
import { entryDay, type World } from './world.ts';
import type { Writers } from './writers.ts';

export interface KnownTruth {
  readonly pairs: PairTruth;
  readonly users: { readonly users: number; readonly horizons: readonly UserHorizon[] };
  readonly people: PeopleTruth;
}

/** Indexes of the people of the register who are not followed start here: no identifier is shared. */
const backgroundIndex = 2 ** 31;
const batch = 1024;
/** Rows written for each row of the people followed, when the size is given in people. */
const anonymousRatio = 0.25;
const backgroundRatio = 4;

/** Draws and writes the whole world: the people followed, then the anonymous visits, then the rest of the register. */
export async function generate(
  world: World,
  writers: Writers,
  onProgress: (share: number) => void,
): Promise<KnownTruth> {
  const { size, signal } = world.options;
  const inBatches = async (count: number, from: number, to: number, each: (i: number) => void) => {
    for (let i = 0; i < count; i++) {
      each(i);
      if (i % batch !== batch - 1) continue;
      onProgress(from + ((to - from) * i) / count);
      await setImmediate();
      signal?.throwIfAborted();
    }
  };
  const draws = createDraws(world.options.seed);
  const pairs = countPairs(world);
  const people = sumPeople(world);

  await inBatches(world.persons, 0, 0.35, personWriter(world, writers, draws, pairs.add, people.add));
  const { usage, register } = writers.rows;
  const anonymous = 'uses' in size ? size.uses - usage.total : Math.round(usage.total * anonymousRatio);
  await inBatches(anonymous, 0.35, 0.45, anonymousWriter(world, writers, draws, anonymous));
  const background =
    'hires' in size ? size.hires - register.total : Math.round(register.total * backgroundRatio);
  await inBatches(background, 0.45, 1, backgroundWriter(world, writers, draws, background));
  return { pairs: pairs.truth(), users: people.users(), people: people.people() };
}

function personWriter(
  world: World,
  writers: Writers,
  draws: Draws,
  ...count: readonly ((person: ReturnType<typeof newPerson>) => void)[]
): (i: number) => void {
  const person = newPerson();
  const visitor = { account: 0, id: '', api: false, mailing: false };
  const declared = { id: '', age: 0, registered: 0 };
  const use = (day: number, kind: UseKind, company: number) =>
    writers.use(draws, visitor, day, kind, company);
  const hire = (company: number, day: number, first: boolean) => {
    declared.registered = Math.max(0, day - person.entry) + 30 * person.monthsOut;
    writers.declare(draws, declared, company, day, day + lagAt(draws.uniform()), first);
  };
  return (i) => {
    draws.start(streams.person, i);
    drawPerson(person, entryDay(world, (i + 0.5) / world.persons), draws, world);
    const id = personId(world.options.seed, i);
    visitor.account = 1_000_000 + i;
    visitor.id = id;
    visitor.api = person.api;
    visitor.mailing = person.invited;
    declared.id = id;
    declared.age = person.age;
    drawUses(person, draws, world, use);
    drawHires(person, draws, world, hire);
    writers.person(person, id);
    for (const add of count) add(person);
  };
}

const anonymousKinds: readonly UseKind[] = ['recherche', 'recherche', 'afficher-details', 'details'];

function anonymousWriter(world: World, writers: Writers, draws: Draws, count: number): (i: number) => void {
  const visitor = { account: null, id: null, api: false, mailing: false };
  return (i) => {
    draws.start(streams.anonymous, i);
    const kind = anonymousKinds[draws.below(anonymousKinds.length)] ?? 'recherche';
    const company = popularCompany(draws.uniform(), world.companies.length);
    visitor.api = draws.chance(0.5);
    visitor.mailing = draws.chance(0.1);
    writers.use(draws, visitor, entryDay(world, (i + 0.5) / count), kind, company);
  };
}

/** Hires of people who never used the service: most rows of a register. Two and a half a person on average. */
function backgroundWriter(world: World, writers: Writers, draws: Draws, count: number): (i: number) => void {
  const declared = { id: '', age: 0, registered: 0 };
  const persons = Math.max(1, Math.round(count / 2.5));
  return (i) => {
    draws.start(streams.background, i);
    const created = world.declarationDay((i + 0.5) / count);
    declared.id = draws.chance(0.05)
      ? ''
      : personId(world.options.seed, backgroundIndex + draws.below(persons));
    declared.age = 18 + draws.below(47);
    declared.registered = draws.below(900);
    const company = popularCompany(draws.uniform(), world.companies.length);
    writers.write(draws, declared, company, created - lagAt(draws.uniform()), created, draws.chance(0.6));
  };
}
