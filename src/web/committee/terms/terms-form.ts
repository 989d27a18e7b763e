import { readAmount } from '../../../committee/costs/read-amount.ts';
import { numberToCorrect } from '../../../committee/sessions/refusals.ts';
import { typedNumber } from '../../../committee/sessions/typed-number.ts';
import { written } from '../../../committee/sessions/written.ts';
import type { JudgedEffect } from '../../../committee/terms/judged-effect.ts';
import type { SponsorTerms } from '../../../committee/terms/sponsor-terms.ts';
import { frenchNumber } from '../../../platform/french/number.ts';

/** What a sponsor typed of an effect; refuses what cannot be read, saying which field. */
export function readTermsForm(
  form: ReadonlyMap<string, string>,
  { indicator, unit }: Pick<JudgedEffect, 'indicator' | 'unit'>,
): Omit<SponsorTerms, 'day'> {
  const typed = (name: string) => (form.get(name) ?? '').trim();
  return {
    indicator,
    unit,
    threshold: thresholdIn(typed('seuil'), unit),
    valuePerOutcome: valueIn(typed('valeur')),
    reason: written(typed('raison'), 'Il manque la raison : d’où viennent ces repères.'),
  };
}

function thresholdIn(text: string, unit: JudgedEffect['unit']): number | null {
  if (text === '') return null;
  const number = typedNumber(text.replace(/\s*points?$/i, ''), 'un seuil');
  if (unit === 'value') return number;
  if (Math.abs(number) > 100) throw numberToCorrect('Un seuil en points va de −100 à 100.');
  return number / 100;
}

function valueIn(text: string): number | null {
  if (text === '') return null;
  const amount = readAmount(text);
  if ('fault' in amount) throw numberToCorrect(amount.fault);
  return amount.cents / 100;
}

/** A threshold as it is typed: in points for a share. */
export const typedThreshold = (value: number | null, unit: JudgedEffect['unit']): string =>
  value === null ? '' : exactly(unit === 'share' ? value * 100 : value);

export const typedValue = (value: number | null): string => (value === null ? '' : exactly(value));

/** Every digit that can be typed, none that is not needed: sent again, it is the same number. */
const exactly = (value: number): string => frenchNumber(value, 6).replace(/,?0+$/, '');
