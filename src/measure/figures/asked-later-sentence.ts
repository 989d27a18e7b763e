import type { AskedLaterIndicator } from '../../plan/plan.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { baseFor, between, people } from '../../platform/french/frequency.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { measured, roundingStep } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { FigureEstimate, ResponseReading } from '../figure-measure.ts';

/**
 * « Sur 100 jeunes qui ont fait une simulation, entre 38 et 46 disent avoir demandé l'aide (estimation : 42 ; 620
 * réponses sur 1 400 personnes interrogées, au moins un mois après l'usage). »
 */
export function askedLaterSentence(
  indicator: AskedLaterIndicator,
  estimate: FigureEstimate,
  { asked, answered }: ResponseReading,
  service: string,
): string {
  if (estimate.kind === 'insufficient') return estimate.sentence;
  const { value, lower, upper } = estimate;
  if (lower === null || upper === null) return '';
  const who = indicator.sentence?.who ?? `${indicator.unitLabel ?? 'personnes'} qui ont utilisé ${service}`;
  const late = indicator.after === null ? '' : `, au moins ${plainDuration(indicator.after)} après l’usage`;
  const from = `${counted(answered, 'réponse', 'réponses')} sur ${counted(asked, 'personne interrogée', 'personnes interrogées')}${late}`;
  const unknown = 'Nous ne savons pas ce qui serait arrivé sans le service.';
  if (indicator.yes === null) {
    const step = roundingStep(lower, upper);
    const said = (number: number) => measured(number, indicator.unit ?? '', step);
    return typeset(
      `${indicator.name} : en moyenne entre ${said(lower)} et ${said(upper)} selon les ${who} (estimation : ${said(value)} ; ${from}). ${unknown}`,
    );
  }
  const share = { value, lower, upper };
  const base = baseFor(share);
  const what =
    indicator.sentence?.what ?? `répondent ${indicator.yes.map((answer) => `« ${answer} »`).join(' ou ')}`;
  return typeset(
    `Sur ${frenchNumber(base)} ${who}, ${between(share, base)} ${what} (estimation : ${people(value, base)} ; ${from}). ${unknown}`,
  );
}
