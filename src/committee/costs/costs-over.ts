import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { BudgetLine } from './budget-line.ts';
import { type DayRange, dayRange, daysIn, shared, united, without } from './day-range.ts';

/** Days `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** What a service costs over some days, in euro cents; or that nobody said. */
export type ServiceCosts = KnownCosts | { readonly kind: 'unknown'; readonly sentence: string };

export interface KnownCosts {
  readonly kind: 'costs';
  readonly period: Period;
  readonly total: number;
  /** Of the total, what is planned rather than paid. */
  readonly forecast: number;
  /** The pace of a year of 365 days, over the days that a line pays for. */
  readonly perYear: number;
  readonly days: number;
  /** Days that at least one line pays for. */
  readonly coveredDays: number;
  /** In the order of their days; `counted`: what falls within the period, once paid replaces planned. */
  readonly lines: readonly CountedLine[];
}

export interface CountedLine {
  readonly line: BudgetLine;
  readonly counted: number;
}

/**
 * Spreads each line evenly over its days and adds up what falls within a period. What was paid replaces what was
 * planned for the same nature on the same days. Whole cents: two periods that follow each other add up to both.
 */
export function costsOver(lines: readonly BudgetLine[], period: Period): ServiceCosts {
  const wanted = dayRange(period.from, period.until);
  const dated = inOrder(lines).map((line): DatedLine => ({ line, own: dayRange(line.from, line.until) }));
  const counted = dated.flatMap((one) => {
    const pieces = countedDays(one, dated).flatMap((piece) => shared(piece, wanted) ?? []);
    const cents = pieces.reduce((sum, piece) => sum + centsOf(one, piece), 0);
    return pieces.length === 0 ? [] : [{ line: one.line, counted: cents, pieces }];
  });
  const coveredDays = united(counted.flatMap(({ pieces }) => pieces)).reduce((sum, r) => sum + daysIn(r), 0);
  if (coveredDays === 0) return { kind: 'unknown', sentence: noBudget(lines, period) };
  const total = sumOf(counted);
  return {
    kind: 'costs',
    period,
    total,
    forecast: sumOf(counted.filter(({ line }) => line.state === 'forecast')),
    perYear: Math.round((total * 365) / coveredDays),
    days: daysIn(wanted),
    coveredDays,
    lines: counted.map(({ line, counted: cents }) => ({ line, counted: cents })),
  };
}

interface DatedLine {
  readonly line: BudgetLine;
  readonly own: DayRange;
}

/** The days on which a line counts: all of its own, less those on which something paid replaces what it planned. */
function countedDays({ line, own }: DatedLine, all: readonly DatedLine[]): readonly DayRange[] {
  if (line.state === 'spent') return [own];
  const paid = all.filter((other) => other.line.state === 'spent' && other.line.nature === line.nature);
  return without(
    own,
    paid.map((other) => other.own),
  );
}

/** A cent is never lost nor counted twice: what is spent up to a day, less what was up to the day before. */
function centsOf({ line, own }: DatedLine, piece: DayRange): number {
  const upTo = (day: number) => Math.round((line.cents * (day - own.from + 1)) / daysIn(own));
  return upTo(piece.until) - upTo(piece.from - 1);
}

const sumOf = (lines: readonly CountedLine[]): number => lines.reduce((sum, { counted }) => sum + counted, 0);

const inOrder = (lines: readonly BudgetLine[]): readonly BudgetLine[] =>
  lines.toSorted((a, b) => compare(a.from, b.from) || compare(a.until, b.until) || compare(a.id, b.id));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function noBudget(lines: readonly BudgetLine[], { from, until }: Period): string {
  return typeset(
    lines.length === 0
      ? 'Coût inconnu : aucun budget n’est enregistré pour ce service.'
      : `Coût inconnu : aucun des budgets enregistrés ne couvre la période du ${frenchDay(from)} au ${frenchDay(until)}.`,
  );
}
