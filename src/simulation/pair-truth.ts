import { truthHorizons } from './incidence-truth.ts';
import { hireClasses, type Person } from './person.ts';
import type { World } from './world.ts';

/** What is true at one horizon, over the pairs a person × company looked at. */
interface PairHorizon {
  readonly days: number;
  /** Share hired by the company looked at: over all pairs, and over those the register follows up to the horizon. */
  readonly incidence: number;
  readonly incidenceFollowed: number | null;
  /** The same if nobody had used the service. */
  readonly withoutService: number;
  /** What the register lets see, some hires being impossible to match: what a right measure must find. */
  readonly observable: number;
  readonly observableFollowed: number | null;
  /** The value a product-limit estimate tends to, with the censoring of this world. */
  readonly observableProductLimit: number | null;
  readonly pairsFollowed: number;
}

export interface PairTruth {
  readonly pairs: number;
  readonly horizons: readonly PairHorizon[];
  /** By month of first look: the incidence the register lets see at each horizon, in the order of `horizons`. */
  readonly cohorts: readonly {
    readonly cohort: string;
    readonly pairs: number;
    readonly observable: readonly number[];
  }[];
}

/** Counts the pairs of logged-in users by class of hire factor and day: all that their truth depends on. */
export interface PairCounts {
  add(person: Person): void;
  truth(): PairTruth;
}

export function countPairs(world: World): PairCounts {
  const { days } = world.calendar;
  const counts = new Float64Array(hireClasses * days);
  return {
    add(person) {
      if (!person.used) return;
      for (const wait of person.lookDays) {
        const look = person.entry + wait;
        if (look >= days) continue;
        const cell = person.hireClass * days + look;
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    },
    truth: () => pairTruth(world, counts),
  };
}

interface Sums {
  pairs: number;
  hired: number;
  without: number;
  followed: number;
  hiredFollowed: number;
}

function pairTruth(world: World, counts: Float64Array): PairTruth {
  const { calendar, completeThrough, viewed } = world;
  const seen = 1 - world.options.missedLinks;
  const byHorizon: Sums[] = truthHorizons.map(() => ({
    pairs: 0,
    hired: 0,
    without: 0,
    followed: 0,
    hiredFollowed: 0,
  }));
  const cohorts = calendar.months.map((cohort) => ({
    cohort,
    pairs: 0,
    hired: truthHorizons.map(() => 0),
  }));
  const longest = truthHorizons[truthHorizons.length - 1] ?? 0;
  const atRisk = new Float64Array(longest + 1);
  const events = new Float64Array(longest + 1);

  for (let cell = 0; cell < counts.length; cell++) {
    const n = counts[cell] ?? 0;
    if (n === 0) continue;
    const look = cell % calendar.days;
    const without = world.viewedIntensity * (world.hireFactors[Math.floor(cell / calendar.days)] ?? 1);
    const intensity = without * world.options.hazardRatio;
    const cohort = cohorts[calendar.month(look)];
    if (cohort !== undefined) cohort.pairs += n;
    truthHorizons.forEach((horizon, h) => {
      const sums = byHorizon[h];
      if (sums === undefined) return;
      const hired = 1 - Math.exp(-intensity * viewed.cumulative(look, horizon));
      sums.pairs += n;
      sums.hired += n * hired;
      sums.without += n * (1 - Math.exp(-without * viewed.cumulative(look, horizon)));
      if (look + horizon <= completeThrough) {
        sums.followed += n;
        sums.hiredFollowed += n * hired;
      }
      if (cohort !== undefined) cohort.hired[h] = (cohort.hired[h] ?? 0) + n * hired;
    });
    let free = 1;
    for (let t = 1; t <= longest && look + t <= completeThrough; t++) {
      const now = 1 - seen * (1 - Math.exp(-intensity * viewed.cumulative(look, t)));
      atRisk[t] = (atRisk[t] ?? 0) + n * free;
      events[t] = (events[t] ?? 0) + n * (free - now);
      free = now;
    }
  }

  const productLimit = productLimitOf(atRisk, events);
  return {
    pairs: byHorizon[0]?.pairs ?? 0,
    horizons: truthHorizons.map((days, h) => {
      const sums = byHorizon[h] ?? { pairs: 0, hired: 0, without: 0, followed: 0, hiredFollowed: 0 };
      const incidence = share(sums.hired, sums.pairs) ?? 0;
      const incidenceFollowed = share(sums.hiredFollowed, sums.followed);
      return {
        days,
        incidence,
        incidenceFollowed,
        withoutService: share(sums.without, sums.pairs) ?? 0,
        observable: seen * incidence,
        observableFollowed: incidenceFollowed === null ? null : seen * incidenceFollowed,
        observableProductLimit: productLimit[days] ?? null,
        pairsFollowed: sums.followed,
      };
    }),
    cohorts: cohorts.map(({ cohort, pairs, hired }) => ({
      cohort,
      pairs,
      observable: hired.map((sum) => seen * (share(sum, pairs) ?? 0)),
    })),
  };
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** 1 − Π (1 − events/at risk) at each day; null from the day nobody is followed. */
function productLimitOf(atRisk: Float64Array, events: Float64Array): (number | null)[] {
  let free = 1;
  let followed = true;
  return Array.from(atRisk, (n, t) => {
    if (t === 0) return 0;
    followed &&= n > 0;
    if (followed) free *= 1 - (events[t] ?? 0) / n;
    return followed ? 1 - free : null;
  });
}
