import { frenchNumber } from '../../platform/french/number.ts';
import type { OfferedFollowUp } from '../../statistics/randomised-follow-up.ts';
import { twoProportions } from '../../statistics/two-proportions.ts';
import type { Check } from '../measure.ts';
import type { ComparisonQuestion } from './reading.ts';

/** A gap this many standard errors wide between the shares found in the two groups is not chance. */
const beyondChance = 3.3;

/** Whether as many of the people drawn are followed in both groups; empty without the list of the draw. */
export function attrition(
  { comparison, drawn }: ComparisonQuestion,
  rows: readonly OfferedFollowUp[],
): readonly Check[] {
  if (drawn === null) return [];
  const name = 'personnes tirées retrouvées';
  const { treated, control } = comparison;
  const listed = (keep: (arm: string) => boolean) =>
    [...drawn].reduce((sum, [arm, n]) => (keep(arm) ? sum + n : sum), 0);
  const found = (arm: 0 | 1) => rows.reduce((sum, row) => (row.assigned === arm ? sum + row.n : sum), 0);
  const own = { n: listed((arm) => arm === treated), events: found(1) };
  const others = {
    n: listed((arm) => arm !== treated && (control === null || arm === control)),
    events: found(0),
  };
  if (own.n < own.events || others.n < others.events || own.n === 0 || others.n === 0) return [];
  const shares = twoProportions(own, others, 0.95);
  if ('error' in shares) return [];
  const { estimate, se } = shares.riskDifference;
  const passed = se === null || Math.abs(estimate) <= beyondChance * se;
  const text = ({ n, events }: typeof own) => `${frenchNumber(events)} sur ${frenchNumber(n)}`;
  const both = `${text(own)} avec le service, ${text(others)} sans`;
  return [
    {
      name,
      status: passed ? 'passed' : 'failed',
      figure: estimate,
      sentence: passed
        ? `Les personnes tirées au sort sont suivies autant d’un côté que de l’autre : ${both}.`
        : `Les personnes tirées au sort ne sont pas suivies autant d’un côté que de l’autre (${both}) : la comparaison n’est plus celle d’un tirage au sort.`,
    },
  ];
}
