import type { CostMove, CostMoves } from '../committee/costs/cost-move.ts';
import type { CostPerEffect } from '../committee/costs/read-costs.ts';
import type { ServiceCosts } from '../committee/costs/service-costs.ts';
import type { UnitCost } from '../committee/costs/unit-cost.ts';
import { yearSentence } from '../committee/costs/year-sentence.ts';
import { frenchDay } from '../platform/french/date.ts';
import { typeset } from '../platform/french/typography.ts';

interface Found {
  readonly service: { readonly name: string };
  readonly year: ServiceCosts;
  readonly costs: CostPerEffect;
  readonly moves: CostMoves | null;
}

/** What a service costs, as the terminal says it. */
export function costsText({ service, year, costs, moves }: Found): string {
  const { publication, perUse, perUsefulUse, perObservedOutcome, perAdditionalOutcome, effects } = costs;
  const lines = [
    service.name,
    `  ${yearSentence(year)}`,
    ...part('Un usage', perUse, moves?.perUse),
    ...part('Un usage utile', perUsefulUse, moves?.perUsefulUse),
    ...part('Un effet constaté', perObservedOutcome, moves?.perObservedOutcome),
    ...part('Un effet de plus', perAdditionalOutcome, moves?.perAdditionalOutcome),
    ...effects.map(({ name, allocated }) => `  « ${name} » : ${allocated.sentence}`),
    ...(publication === null ? [] : [`  Effets publiés le ${frenchDay(publication.publishedOn)}.`]),
  ];
  return typeset(`${lines.join('\n')}\n`);
}

function part(name: string, cost: UnitCost, move: CostMove | undefined): readonly string[] {
  return [
    `  ${name}`,
    `    ${cost.sentence}`,
    ...(cost.kind === 'cost' ? [`    ${cost.basis}`] : []),
    ...(cost.kind === 'cost' && move !== undefined ? [`    ${move.sentence}`] : []),
  ];
}
