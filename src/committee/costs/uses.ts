import { frenchDay } from '../../platform/french/date.ts';
import type { Bundle, PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import type { Divisor } from './divided-cost.ts';
import { yearUntil } from './figure-days.ts';
import { peopleFollowed } from './people-followed.ts';

/** A figure of use that a service declares of itself, the last one. Days are `YYYY-MM-DD`. */
export interface DeclaredUse {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly measuredOn: string;
  /** Null: the figure is of a day, such as people active each month. */
  readonly periodStart: string | null;
}

/**
 * How many uses a budget is divided by: the published figure of the row « utilisé », else the one the service declares,
 * else the people followed. Null: nobody knows.
 */
export function usesOf(bundle: Bundle | null, declared: DeclaredUse | null): Divisor | null {
  for (const measure of bundle?.measures ?? []) {
    const uses = measure.matrix === 'used' ? publishedUses(measure) : null;
    if (uses !== null) return uses;
  }
  if (declared !== null && isCount(declared.unit)) return declaredUses(declared);
  const main = bundle === null ? null : mainMeasure(bundle.measures);
  if (main === null || bundle === null || main.counts.kind !== 'follow-up') return null;
  const followed = peopleFollowed(main, bundle.plan);
  return followed?.kind === 'people' ? followed : null;
}

function publishedUses({ counts, indicator, name }: PublishedMeasure): Divisor | null {
  if (counts.kind !== 'figures') return null;
  const { counted, values, unit } = counts;
  if (counted !== null && counted.from !== null && counted.to !== null) {
    const period = { from: counted.from, until: counted.to };
    return { ...plainCount(counted.total, unit), each: null, period, indicator, note: null };
  }
  const last = values?.at(-1);
  if (last === undefined || !isCount(unit)) return null;
  return {
    ...plainCount(last.value, unit),
    each: inYear(name),
    period: yearUntil(last.day),
    indicator,
    note: `chiffre du ${frenchDay(last.day)}`,
  };
}

function declaredUses({ indicator, value, unit, measuredOn, periodStart }: DeclaredUse): Divisor {
  const day = frenchDay(measuredOn);
  const own = { ...plainCount(value, unit), indicator: null };
  return periodStart === null
    ? {
        ...own,
        each: inYear(indicator),
        period: yearUntil(measuredOn),
        note: `chiffre du ${day}, déclaré par le service`,
      }
    : {
        ...own,
        each: null,
        period: { from: periodStart, until: measuredOn },
        note: 'chiffre déclaré par le service',
      };
}

const inYear = (name: string): string => `par an pour chaque unité de « ${name} »`;

const plainCount = (value: number, unit: string) =>
  ({ value, lower: null, upper: null, unit, horizon: null }) as const;

/** A number of people or of uses, neither a share nor a mark nor an amount. */
const isCount = (unit: string): boolean =>
  !/^(%|‰|sur \d|proportion|part|€|euros?|points?|taux)/iu.test(unit.trim());
