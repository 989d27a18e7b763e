import type { z } from '@hono/zod-openapi';
import type { PublicCosts } from '../../committee/costs/public-costs.ts';
import type { ServiceCosts } from '../../committee/costs/service-costs.ts';
import type { UnitCost } from '../../committee/costs/unit-cost.ts';
import { budgetCsvPath } from '../view/addresses.ts';
import type { costsShape } from './cost-shapes.ts';

type Costs = z.infer<typeof costsShape>;

/** What a service costs as the API gives it; `address` is the site's. Amounts are in euros. */
export function costsJson(service: string, { year, perEffect }: PublicCosts, address: string): Costs {
  const { publication, perUse, perUsefulUse, perObservedOutcome, perAdditionalOutcome, effects } = perEffect;
  return {
    service,
    year: yearJson(year),
    publication: publication?.sha256 ?? null,
    perUse: unitJson(perUse),
    perUsefulUse: unitJson(perUsefulUse),
    perObservedOutcome: unitJson(perObservedOutcome),
    perAdditionalOutcome: unitJson(perAdditionalOutcome),
    allocation: effects.map(({ indicator, allocated: { share, sentence } }) => ({
      indicator,
      share,
      sentence,
    })),
    links: { budget: `${address}${budgetCsvPath(service)}` },
  };
}

function yearJson(year: ServiceCosts): Costs['year'] {
  if (year.kind === 'unknown') return year;
  const { kind, period, total, forecast, coveredDays, days } = year;
  return { kind, ...period, euros: total / 100, forecastEuros: forecast / 100, coveredDays, days };
}

function unitJson(cost: UnitCost): Costs['perUse'] {
  if (cost.kind === 'insufficient') return cost;
  const { period, cents, forecast, share } = cost.budget;
  return {
    ...cost,
    budget: { ...period, euros: cents / 100, forecastEuros: forecast / 100, share },
  };
}
