import { quoted } from '../../platform/french/typography.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import { type BudgetLine, type BudgetNature, budgetNatures } from './budget-line.ts';
import type { Period } from './costs-over.ts';
import { readAmount } from './read-amount.ts';
import { readDays } from './read-days.ts';

export type NewBudgetLine = Omit<BudgetLine, 'id' | 'recordedAt' | 'withdrawnAt'>;

/** A line as it was written, field by field; empty: nothing. */
export interface WrittenLine {
  readonly from: string;
  readonly until: string;
  /** The days in one field, instead of the two above. */
  readonly period: string;
  readonly amount: string;
  /** What was committed and not paid yet, when nothing is written as paid. */
  readonly committed: string;
  readonly state: string;
  readonly nature: string;
  readonly activity: string;
  readonly reference: string;
}

export interface Fault {
  readonly field: keyof WrittenLine;
  readonly sentence: string;
}

export type ReadLine =
  | { readonly kind: 'line'; readonly line: NewBudgetLine }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const longest = 200;

/** A budget line from what people wrote; or every fault, each with its field and a sentence. */
export function readLine(
  written: WrittenLine,
  { source, today }: { readonly source: string; readonly today: string },
): ReadLine {
  const faults: Fault[] = [];
  const fault = (field: keyof WrittenLine, sentence: string) => void faults.push({ field, sentence });
  const days = daysOf(written, fault);
  const paid = written.amount.trim() !== '';
  const amount = readAmount(paid ? written.amount : written.committed);
  if (!paid && written.committed.trim() === '') fault('amount', 'Il manque le montant.');
  else if ('fault' in amount) fault(paid ? 'amount' : 'committed', amount.fault);
  const ended = days !== null && days.until < today;
  const state = paid ? stateOf(written.state, ended) : 'forecast';
  if (state === null)
    fault('state', `${quoted(written.state.trim().slice(0, 40))} : écrivez « dépensé » ou « prévu ».`);
  for (const field of ['activity', 'reference'] as const)
    if (written[field].trim().length > longest)
      fault(field, `C’est trop long : ${longest} caractères au plus.`);
  if (faults.length > 0 || days === null || 'fault' in amount || state === null)
    return { kind: 'faults', faults };
  const { nature, rest } = natureOf(written.nature);
  const activity = [rest, written.activity.trim()].filter((text) => text !== '').join(', ');
  return {
    kind: 'line',
    line: {
      ...days,
      cents: amount.cents,
      state,
      nature,
      activity: activity === '' ? null : activity,
      source,
      reference: written.reference.trim() === '' ? null : written.reference.trim(),
    },
  };
}

type Say = (field: keyof WrittenLine, sentence: string) => void;

function daysOf({ from, until, period }: WrittenLine, fault: Say): Period | null {
  const example = 'écrivez par exemple 31/01/2026, janvier 2026 ou 2026.';
  if (from.trim() === '' && until.trim() === '') {
    const days = readDays(period);
    if (period.trim() === '') fault('from', 'Il manque les dates : de quand à quand ce montant paie-t-il ?');
    else if (days === null)
      fault('period', `${quoted(period.trim().slice(0, 40))} n’est pas une période : ${example}`);
    return days === null ? null : inOrder(days, 'period', fault);
  }
  const [start, end] = [readDays(from), readDays(until)];
  for (const [field, text, days] of [['from', from, start] as const, ['until', until, end] as const])
    if (days === null)
      fault(
        field,
        text.trim() === ''
          ? field === 'from'
            ? 'Il manque le premier jour.'
            : 'Il manque le dernier jour.'
          : `${quoted(text.trim().slice(0, 40))} n’est pas une date : ${example}`,
      );
  if (start === null || end === null) return null;
  return inOrder({ from: start.from, until: end.until }, 'until', fault);
}

function inOrder(days: Period, field: keyof WrittenLine, fault: Say): Period | null {
  if (days.from <= days.until) return days;
  fault(field, 'Le dernier jour vient avant le premier.');
  return null;
}

/** What is not said is paid once its days are over, planned before. */
function stateOf(written: string, ended: boolean): 'spent' | 'forecast' | null {
  const text = withoutAccents(written).trim();
  if (text === '') return ended ? 'spent' : 'forecast';
  if (/^(spent|depens|realis|pay|execut|reel|constat|consomm|cp\b)/.test(text)) return 'spent';
  return /^(forecast|prev|previs|estim|engag|budget|ae\b)/.test(text) ? 'forecast' : null;
}

const natureWords: readonly (readonly [RegExp, BudgetNature])[] = [
  [/^(personnel|agents?|salaires?|titulaires?|contractuels?)\b/, 'staff'],
  [/^(presta|freelances?|sous-traitance|marches?)/, 'services'],
  [/^materiel/, 'equipment'],
  [/^(logiciel|licences?|saas|paas|heberg|cloud|outils?)/, 'software'],
  [/^(frais|locaux|structure)/, 'overheads'],
  [/^autres?$/, 'other'],
  [/^(tout|global|enveloppe|total)/, 'whole'],
];

/** The kind of resource; words that are none of them are kept beside `other`: nothing written is lost. */
function natureOf(written: string): { readonly nature: BudgetNature; readonly rest: string } {
  const text = withoutAccents(written).trim();
  if (text === '') return { nature: 'whole', rest: '' };
  const exact = (Object.keys(budgetNatures) as BudgetNature[]).find(
    (name) => name === text || withoutAccents(budgetNatures[name]) === text,
  );
  const nature = exact ?? natureWords.find(([words]) => words.test(text))?.[1];
  return nature === undefined ? { nature: 'other', rest: written.trim() } : { nature, rest: '' };
}
