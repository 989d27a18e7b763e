import type { FigureUnit } from '../../measure/rollout/figure-text.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { euros } from '../../platform/french/money.ts';
import { typeset } from '../../platform/french/typography.ts';
import { saidLevel } from '../suggestion/said.ts';
import type { SponsorTerms } from './sponsor-terms.ts';

/** Who set what the suggestion rests on, and whether the figure was known by then; null: the sponsor set nothing. */
export function termsSentence(
  { threshold, valuePerOutcome, day }: Omit<SponsorTerms, 'indicator' | 'reason'>,
  unit: FigureUnit,
  measuredOn: string | null,
): string | null {
  const set = [
    ...(threshold === null ? [] : [`le seuil (${saidLevel(threshold, unit)})`]),
    ...(valuePerOutcome === null ? [] : [`la valeur d’un effet de plus (${euros(valuePerOutcome)})`]),
  ];
  if (set.length === 0) return null;
  const when =
    measuredOn === null || day < measuredOn
      ? ', avant que le chiffre ne soit connu'
      : `, une fois connu le chiffre du ${frenchDay(measuredOn)} : un repère choisi après coup convainc moins`;
  return typeset(`Le sponsor a fixé ${set.join(' et ')} le ${frenchDay(day)}${when}.`);
}
