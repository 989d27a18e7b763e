import { frenchDay } from '../../platform/french/date.ts';
import { wholeEuros } from '../../platform/french/money.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { KnownCosts, ServiceCosts } from './costs-over.ts';

/** `Le service a coûté 271 725 € du … au …, dont 43 929 € prévus et non encore constatés.`; or why it is not known. */
export function yearSentence(costs: Exclude<ServiceCosts, KnownCosts> | Omit<KnownCosts, 'lines'>): string {
  if (costs.kind === 'unknown') return costs.sentence;
  const { period, total, forecast, coveredDays, days, perYear } = costs;
  const planned = forecast > 0 ? `, dont ${wholeEuros(forecast)} prévus et non encore constatés` : '';
  const gap =
    coveredDays < days
      ? ` Un budget est enregistré pour ${coveredDays} de ces ${days} jours ; à ce rythme, une année coûte ${wholeEuros(perYear)}.`
      : '';
  return typeset(
    `Le service a coûté ${wholeEuros(total)} du ${frenchDay(period.from)} au ${frenchDay(period.until)}${planned}.${gap}`,
  );
}
