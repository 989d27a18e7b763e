import type { Indicator } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import type { PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { daysAfter } from '../../statistics/calendar-day.ts';

type Followed = Pick<PublishedMeasure, 'headline' | 'inputs' | 'coverage'>;

/**
 * When nobody has been followed for as long as the figure asks, the day before which there can be none: that of who came
 * first. Null when there is a figure, or when it is missing for another reason.
 */
export function firstPossible({ headline, inputs, coverage }: Followed, indicator: Indicator): string | null {
  const { estimate } = headline;
  if (!('reason' in estimate && estimate.reason === 'not-mature' && 'horizon' in estimate)) return null;
  if (indicator.method !== 'follow-up') return null;
  const entry = indicator.exposure ?? indicator.population;
  const first = inputs.find(({ source }) => source === entry)?.firstDay ?? null;
  if (first === null || coverage === null) return null;
  const day = daysAfter(first, Number(estimate.horizon));
  if (day <= coverage.day) return null;
  return `Personne n’a encore été suivi aussi longtemps : le premier chiffre ne peut pas venir avant le ${frenchDay(day)}.`;
}
