import { frenchDay } from '../../platform/french/date.ts';
import { euros, eurosTogether, wholeEuros } from '../../platform/french/money.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { AllocatedShare } from './allocation.ts';
import type { BudgetLine } from './budget-line.ts';
import { costsOver, type Period } from './costs-over.ts';
import { percentText } from './percent-text.ts';
import { type KnownUnitCost, type UnitCost, type UnknownUnitCost, unknownCost } from './unit-cost.ts';

/** What a budget is divided by. */
export interface Divisor {
  /** How many, with an interval when it is estimated. */
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** What they are: « heures libérées ». */
  readonly unit: string;
  /** How one is said when the sentence has words for it: « par personne suivie ». */
  readonly each: string | null;
  /** The days of budget that served them. */
  readonly period: Period;
  readonly indicator: string | null;
  readonly horizon: number | null;
  /** Said after how many there were: « chiffre de mars 2026 ». */
  readonly note: string | null;
}

/** Below this share of days paid for, a cost would be too low to be said. */
const leastCovered = 0.95;

/** The budget that served some days, in the part that counts for one effect; or why it is not known. */
export function servingBudget(
  lines: readonly BudgetLine[],
  period: Period,
  { share, sentence }: Pick<AllocatedShare, 'share' | 'sentence'>,
): KnownUnitCost['budget'] | UnknownUnitCost {
  if (share === 0) return unknownCost('not-allocated', sentence);
  const costs = costsOver(lines, period);
  if (costs.kind === 'unknown') return unknownCost('no-budget', costs.sentence);
  if (costs.coveredDays < leastCovered * costs.days) {
    const said = `Coût inconnu : les budgets enregistrés ne couvrent que ${counted(costs.coveredDays, 'jour', 'jours')} sur les ${frenchNumber(costs.days)} du ${frenchDay(period.from)} au ${frenchDay(period.until)}. Le calculer le ferait paraître plus bas qu’il n’est.`;
    return unknownCost('partial-budget', typeset(said));
  }
  return {
    period,
    cents: Math.round(costs.total * share),
    forecast: Math.round(costs.forecast * share),
    share,
  };
}

/** A budget divided by how many there were; the interval is that of how many, turned over. */
export function dividedCost(
  lines: readonly BudgetLine[],
  divisor: Divisor,
  allocated: Pick<AllocatedShare, 'share' | 'sentence'>,
): UnitCost {
  const budget = servingBudget(lines, divisor.period, allocated);
  if ('kind' in budget) return budget;
  const amount = budget.cents / 100;
  const { value, lower, upper } = divisor;
  if (value <= 0 || (lower !== null && lower <= 0)) {
    const most = Math.max(value, upper ?? 0);
    return most <= 0
      ? unknownCost(
          'no-figure',
          typeset(`Pas de coût à donner : aucune unité de « ${divisor.unit} » n’est comptée.`),
        )
      : notBounded(amount / most, divisor.unit);
  }
  const bounds = lower === null || upper === null ? null : { lower: amount / upper, upper: amount / lower };
  return knownCost(budget, divisor, { value: amount / value, ...bounds });
}

const notBounded = (atLeast: number, unit: string): UnknownUnitCost =>
  unknownCost(
    'not-bounded',
    typeset(
      `Le coût n’est pas borné : les mesures n’excluent pas qu’il n’y ait aucune unité de « ${unit} ». Il est d’au moins ${euros(atLeast)} l’unité.`,
    ),
    atLeast,
  );

interface Interval {
  readonly value: number;
  readonly lower?: number | null;
  readonly upper?: number | null;
}

/** The cost with its sentence and what it is made of. `sentence` replaces the usual one; `after` goes on. */
export function knownCost(
  budget: KnownUnitCost['budget'],
  divisor: Divisor,
  { value, lower = null, upper = null }: Interval,
  words: { readonly sentence?: string; readonly after?: string } = {},
): KnownUnitCost {
  const amounts = lower === null || upper === null ? null : { lower, upper };
  const say = eurosTogether([value, ...(amounts === null ? [] : [amounts.lower, amounts.upper])]);
  const range = amounts === null ? '' : `, entre ${say(amounts.lower)} et ${say(amounts.upper)}`;
  const said =
    divisor.each === null
      ? `${capital(divisor.unit)} : ${say(value)} l’unité${range}.`
      : `${say(value)} ${divisor.each}${range}.`;
  return {
    kind: 'cost',
    value,
    lower,
    upper,
    unit: divisor.unit,
    indicator: divisor.indicator,
    horizon: divisor.horizon,
    budget,
    divisor: divisor.value,
    sentence: typeset(words.sentence ?? said),
    basis: basisOf(budget, divisor, words.after ?? null),
  };
}

function basisOf(
  { period, cents, forecast, share }: KnownUnitCost['budget'],
  divisor: Divisor,
  after: string | null,
): string {
  const part = share === 1 ? '' : ` (${percentText(share)} du budget)`;
  const planned =
    forecast === 0
      ? ''
      : forecast === cents
        ? ', prévus et non encore constatés'
        : `, dont ${wholeEuros(forecast)} prévus et non encore constatés`;
  const note = divisor.note === null ? '' : ` (${divisor.note})`;
  const amount = wholeEuros(cents);
  const many = frenchNumber(divisor.value, divisor.value < 10 && !Number.isInteger(divisor.value) ? 1 : 0);
  return typeset(
    `Budget du ${frenchDay(period.from)} au ${frenchDay(period.until)} : ${amount}${part}${planned} ; divisé par ${many} ${divisor.unit}${note}${after === null ? '' : `, ${after}`}.`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
