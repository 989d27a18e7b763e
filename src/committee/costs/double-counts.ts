import { shortDay } from '../../platform/french/date.ts';
import { centsAsEuros } from '../../platform/french/money.ts';
import { typeset } from '../../platform/french/typography.ts';
import { type BudgetLine, budgetNatures } from './budget-line.ts';
import { dayRange, shared } from './day-range.ts';

/**
 * Lines that may count the same euro twice, one French sentence each: two plans of one nature for the same days, or a
 * whole budget beside its details. Only a doubt: both may be meant.
 */
export function doubleCounts(lines: readonly BudgetLine[]): readonly string[] {
  return lines.flatMap((line, i) =>
    lines.slice(i + 1).flatMap((other) => {
      if (shared(dayRange(line.from, line.until), dayRange(other.from, other.until)) === null) return [];
      if (line.state !== other.state) return [];
      const plannedTwice =
        line.state === 'forecast' && line.nature === other.nature && line.activity === other.activity;
      const wholeAndDetail = (line.nature === 'whole') !== (other.nature === 'whole');
      if (!plannedTwice && !wholeAndDetail) return [];
      const said = `${saidOf(line)} et ${saidOf(other)} portent en partie sur les mêmes jours : les deux s’additionnent.`;
      return [
        typeset(
          `${said} ${plannedTwice ? 'Si l’une remplace l’autre, retirez l’ancienne.' : 'Si l’une contient l’autre, retirez l’une des deux.'}`,
        ),
      ];
    }),
  );
}

const saidOf = ({ cents, nature, from, until }: BudgetLine): string =>
  `« ${budgetNatures[nature]} », ${centsAsEuros(cents)} du ${shortDay(from)} au ${shortDay(until)},`;
