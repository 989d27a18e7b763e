import type { WrittenLine } from '../../../committee/costs/read-line.ts';

/** What each field of a line is called in the form. */
export const lineFields: Readonly<Record<Exclude<keyof WrittenLine, 'period' | 'committed'>, string>> = {
  from: 'debut',
  until: 'fin',
  amount: 'montant',
  state: 'etat',
  nature: 'nature',
  activity: 'activite',
  reference: 'reference',
};

/** A line as the form holds it. */
export function writtenIn(form: ReadonlyMap<string, string>): WrittenLine {
  const field = (name: keyof typeof lineFields) => form.get(lineFields[name]) ?? '';
  return {
    from: field('from'),
    until: field('until'),
    period: '',
    amount: field('amount'),
    committed: '',
    state: field('state'),
    nature: field('nature'),
    activity: field('activity'),
    reference: field('reference'),
  };
}
