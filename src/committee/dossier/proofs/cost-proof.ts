import { shortDay } from '../../../platform/french/date.ts';
import { euros, wholeEuros } from '../../../platform/french/money.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { budgetNatures, budgetStates, isBudgetNature } from '../../costs/budget-line.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { type Block, type Section, text } from '../dossier.ts';
import { budgetSentence } from '../front/what-it-costs.ts';

type Costs = CommitteeEvidence['costs'];

const questions = {
  perUse: 'Un usage',
  perUsefulUse: 'Un usage utile',
  perObservedOutcome: 'Un effet constaté',
  perAdditionalOutcome: 'Un effet de plus, dû au service',
} as const;

/** What is divided by what, and the budget lines it comes from. */
export function costProof({ costs }: CommitteeEvidence): Section {
  const keys = Object.keys(questions) as (keyof typeof questions)[];
  return {
    id: 'detail-cout',
    heading: 'Le coût, en détail',
    blocks: [
      text(budgetSentence(costs.budget)),
      {
        kind: 'table',
        table: {
          caption: 'Ce que coûte une unité, et comment c’est calculé',
          columns: ['Unité', 'Coût', 'Comment'],
          rows: keys.map((key) => [questions[key], amountOf(costs[key]), howOf(costs[key])]),
        },
      },
      ...movesOf(costs),
      ...linesOf(costs.budget),
    ],
  };
}

function amountOf(cost: Costs['perUse']): string {
  if (cost.kind === 'insufficient')
    return cost.atLeast === null ? 'Inconnu' : `Au moins ${euros(cost.atLeast)}`;
  const { value, lower, upper } = cost;
  const range = lower === null || upper === null ? '' : `, entre ${euros(lower)} et ${euros(upper)}`;
  return typeset(`${euros(value)}${range}`);
}

const howOf = (cost: Costs['perUse']): string => typeset(cost.kind === 'cost' ? cost.basis : cost.sentence);

function movesOf({ moves }: Costs): readonly Block[] {
  if (moves === null)
    return [text('Aucun comité d’avant n’est connu : rien ne dit comment ces coûts ont bougé.')];
  const keys = Object.keys(questions) as (keyof typeof questions)[];
  const rows = keys.map((key) => [questions[key], typeset(moves[key])]);
  const caption = 'Comment ces coûts ont bougé depuis le comité précédent';
  return [{ kind: 'table', table: { caption, columns: ['Unité', 'Mouvement'], rows } }];
}

function linesOf(budget: Costs['budget']): readonly Block[] {
  if (budget.kind === 'unknown') return [];
  const rows = budget.lines.map(({ nature, activity, from, until, state, cents }) => [
    `${isBudgetNature(nature) ? budgetNatures[nature] : nature}${activity === null ? '' : ` (${activity})`}`,
    `du ${shortDay(from)} au ${shortDay(until)}`,
    budgetStates[state],
    wholeEuros(cents),
  ]);
  const caption = 'Les lignes de budget, pour la part qui tombe dans cette année';
  return [{ kind: 'table', table: { caption, columns: ['Ligne', 'Période', 'État', 'Montant'], rows } }];
}
