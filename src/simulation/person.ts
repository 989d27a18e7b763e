import { popularCompany } from './companies.ts';
import type { Draws } from './draws.ts';
import type { World } from './world.ts';

export const zones = ['urbain', 'periurbain', 'rural', 'montagne'] as const;
const zoneHirePoints = [1, 0, -1, -1];
const zoneUse = [0.35, 0.1, -0.2, -0.5];

/** A job seeker of the world, used again from one index to the next: copy what must be kept. */
export interface Person {
  /** Day of registration; a user's first day of use. */
  entry: number;
  zone: number;
  qualified: boolean;
  /** Months out of work at entry. */
  monthsOut: number;
  age: number;
  motivated: boolean;
  /** Drawn by lot: invited to use the service. */
  invited: boolean;
  used: boolean;
  /** Probability of use if invited, and if not. */
  useIfInvited: number;
  useIfNot: number;
  /** Multiplies every hazard of hire. */
  hireFactor: number;
  /** Rank of the hire factor among the values it can take. */
  hireClass: number;
  /** Day of leaving the list of job seekers for another reason than a hire. */
  leavingDay: number;
  /** Companies looked at, and days from entry to the first look at each. */
  companies: number[];
  lookDays: number[];
  /** Users through the API rather than the site. */
  api: boolean;
}

export const newPerson = (): Person => ({
  entry: 0,
  zone: 0,
  qualified: false,
  monthsOut: 0,
  age: 0,
  motivated: false,
  invited: false,
  used: false,
  useIfInvited: 0,
  useIfNot: 0,
  hireFactor: 1,
  hireClass: 0,
  leavingDay: 0,
  companies: [],
  lookDays: [],
  api: false,
});

const leastPoints = -5;
const mostPoints = 3;
const pointEffect = 0.22;
/** Hire factors are few on purpose: the truth is then a sum over classes, whatever the number of people. */
export const hireClasses = 2 * (mostPoints - leastPoints + 1);

export function hireFactorOf(hireClass: number, hiddenMotivation: number): number {
  const points = (hireClass >> 1) + leastPoints;
  const motivation = hireClass % 2 === 1 ? 0.5 : -0.5;
  return Math.exp(pointEffect * points + hiddenMotivation * motivation);
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const dailyLeaving = 0.0009;
export const stayingProbability = (days: number): number => (1 - dailyLeaving) ** days;

/**
 * Draws the person of the current index of `draws`. Qualification, months out of work, zone (and age, and the hidden
 * motivation if there is one) move both the use of the service and the chance of being hired: confounding. The
 * invitation is drawn by lot and moves only the use.
 */
export function drawPerson(person: Person, entry: number, draws: Draws, world: World): void {
  const { hiddenMotivation } = world.options;
  person.entry = entry;
  const zone = draws.uniform();
  person.zone = zone < 0.4 ? 0 : zone < 0.7 ? 1 : zone < 0.92 ? 2 : 3;
  person.qualified = draws.chance(person.zone === 0 ? 0.52 : 0.4);
  person.monthsOut = Math.min(48, Math.floor(draws.exponential() * (person.qualified ? 6 : 9)));
  person.age = 18 + Math.floor(47 * Math.sqrt(draws.uniform() * draws.uniform()));
  person.motivated = draws.chance(0.5) && hiddenMotivation > 0;
  person.invited = draws.chance(0.5);
  const band = person.monthsOut < 3 ? 0 : person.monthsOut < 6 ? 1 : person.monthsOut < 12 ? 2 : 3;
  const points =
    (person.qualified ? 2 : 0) - band + (zoneHirePoints[person.zone] ?? 0) - (person.age >= 50 ? 1 : 0);
  person.hireClass = 2 * (points - leastPoints) + (person.motivated ? 1 : 0);
  person.hireFactor = world.hireFactors[person.hireClass] ?? 1;

  const motivation = hiddenMotivation * (person.motivated ? 0.5 : -0.5);
  const use =
    -0.7 + 0.7 * (person.qualified ? 1 : 0) - 0.25 * band + (zoneUse[person.zone] ?? 0) + 2 * motivation;
  const ageUse = person.age >= 50 ? -0.4 : 0;
  person.useIfInvited = logistic(use + ageUse + 1);
  person.useIfNot = logistic(use + ageUse);
  person.used = draws.chance(person.invited ? person.useIfInvited : person.useIfNot);
  person.leavingDay = entry + 1 + Math.floor(draws.exponential() / -Math.log(1 - dailyLeaving));
  person.api = draws.chance(0.2);
  drawCompanies(person, draws, world);
}

const companiesLooked = [0.3, 0.55, 0.73, 0.85, 0.94, 1];
export const longestLook = 90;

function drawCompanies(person: Person, draws: Draws, world: World): void {
  const uniform = draws.uniform();
  const count = 1 + companiesLooked.findIndex((share) => uniform < share);
  person.companies.length = 0;
  person.lookDays.length = 0;
  for (let i = 0; i < count; i++) {
    let company = popularCompany(draws.uniform(), world.companies.length);
    while (person.companies.includes(company)) company = draws.below(world.companies.length);
    person.companies.push(company);
    person.lookDays.push(i === 0 ? 0 : Math.min(longestLook, Math.floor(draws.exponential() * 12)));
  }
}
