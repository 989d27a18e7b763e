import { type Calendar, createCalendar } from './calendar.ts';
import { type Company, companyCount, createCompanies } from './companies.ts';
import { createDraws, streams } from './draws.ts';
import { createHazardTable, delayShape, type HazardTable } from './hazard-table.ts';
import { entryShares, hireSeason } from './monthly-shape.ts';
import type { SimulationOptions } from './options.ts';
import { drawPerson, hireClasses, hireFactorOf, longestLook, newPerson } from './person.ts';
import { longestLag } from './reporting-lag.ts';
import { drawUses } from './uses.ts';

/** Longest delay from use to hire, in days. */
const longestDelay = 540;

/** Everything the generation reads: it does not change, and does not grow with the number of people. */
export interface World {
  readonly options: SimulationOptions;
  readonly calendar: Calendar;
  readonly companies: readonly Company[];
  readonly persons: number;
  /** Last day for which every hire is in the register. */
  readonly completeThrough: number;
  /** Hires by a company the person looked at, from the day of the look. */
  readonly viewed: HazardTable;
  /** Hires by any other company, from the entry. */
  readonly elsewhere: HazardTable;
  readonly hireFactors: readonly number[];
  /** Share of entries up to each day. */
  readonly entries: Float64Array;
  /** Hazard of hire by a company looked at, without the service, of a person of factor 1, over the longest delay. */
  readonly viewedIntensity: number;
  readonly elsewhereIntensity: number;
  /** The day at which a share of all declarations has been made. */
  declarationDay(share: number): number;
}

const viewedIntensity = 0.018;
const elsewhereIntensity = 0.5;

/** Share of usage rows left to people who do not log in. */
const anonymousShare = 0.2;

/** Lays out a world; nothing is drawn yet, except a small pilot when the size is given in rows. */
export function createWorld(options: SimulationOptions): World {
  const calendar = createCalendar(options.start, options.months);
  const shares = entryShares(calendar, options.shape);
  const viewedShape = delayShape(0.6, 60, longestDelay);
  const indexDays = calendar.days + longestLook + 1;
  const season = hireSeason(calendar, options.shape, shares, viewedShape, indexDays + longestDelay);
  const declarations = runningSum(season.subarray(0, calendar.days));
  const layout = {
    options,
    calendar,
    completeThrough: calendar.days - 1 - longestLag,
    viewed: createHazardTable(viewedShape, season, indexDays),
    elsewhere: createHazardTable(delayShape(0, 400, longestDelay), season, indexDays),
    hireFactors: Array.from({ length: hireClasses }, (_, i) => hireFactorOf(i, options.hiddenMotivation)),
    entries: runningSum(shares),
    declarationDay: (share: number) => dayAt(declarations, share),
    viewedIntensity,
    elsewhereIntensity,
  };
  const { size } = options;
  const persons = 'persons' in size ? size.persons : personsFor(size.uses, layout);
  return { ...layout, persons, companies: createCompanies(options.seed, companyCount(persons)) };
}

/** How many people give, on average, the share of `uses` rows made by logged-in users. */
function personsFor(uses: number, layout: Omit<World, 'persons' | 'companies'>): number {
  const pilots = 4000;
  const world = { ...layout, persons: pilots, companies: createCompanies(layout.options.seed, 400) };
  const draws = createDraws(layout.options.seed);
  const person = newPerson();
  let rows = 0;
  for (let i = 0; i < pilots; i++) {
    draws.start(streams.pilot, i);
    drawPerson(person, entryDay(world, (i + 0.5) / pilots), draws, world);
    drawUses(person, draws, world, () => {
      rows++;
    });
  }
  return Math.max(1, Math.round((uses * (1 - anonymousShare) * pilots) / Math.max(1, rows)));
}

/** The day at which a share of all entries is reached: people enter in the order of their index. */
export const entryDay = (world: Pick<World, 'entries'>, share: number): number => dayAt(world.entries, share);

/** Running sum, scaled to end at 1. */
function runningSum(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  return values.map((value) => {
    sum += value / total;
    return sum;
  });
}

function dayAt(cumulative: Float64Array, share: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] ?? 1) > share) high = middle;
    else low = middle + 1;
  }
  return low;
}
