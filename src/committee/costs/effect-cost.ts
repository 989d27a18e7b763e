import { changeText } from '../../measure/rollout/figure-text.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { euros, eurosTogether } from '../../platform/french/money.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { effectUnit } from '../../publish/bundle/effect-unit.ts';
import type { PublicPlan } from '../../publish/bundle/public-plan.ts';
import { costPerOutcome } from '../../statistics/cost-per-outcome.ts';
import type { EffectFigure } from '../../statistics/effect-estimate.ts';
import { type AllocatedShare, type Allocation, allocatedShare } from './allocation.ts';
import type { BudgetLine } from './budget-line.ts';
import { dividedCost, knownCost, servingBudget } from './divided-cost.ts';
import { quantityOf } from './measured-quantity.ts';
import { peopleFollowed } from './people-followed.ts';
import { type UnitCost, unknownCost } from './unit-cost.ts';

/** What one indicator of the row « impactant » costs. */
export interface EffectCost {
  readonly indicator: string;
  readonly name: string;
  readonly allocated: AllocatedShare;
  /** One effect that happened, with the service or not. */
  readonly perObservedOutcome: UnitCost;
  /** One effect that would not have happened without the service. */
  readonly perAdditionalOutcome: UnitCost;
}

export interface EffectFacts {
  readonly lines: readonly BudgetLine[];
  readonly allocations: readonly Allocation[];
  readonly plan: PublicPlan;
  /** Identifier of the main indicator of the service. */
  readonly main: string | null;
}

/** What the effect of a published measure costs: its budget over the effects seen, and over those it adds. */
export function effectCost(
  measure: PublishedMeasure,
  { lines, allocations, plan, main }: EffectFacts,
): EffectCost {
  const allocated = allocatedShare(allocations, measure.indicator, main);
  const facts = { lines, plan, allocated };
  return {
    indicator: measure.indicator,
    name: measure.name,
    allocated,
    perObservedOutcome: observedCost(measure, facts),
    perAdditionalOutcome: additionalCost(measure, facts),
  };
}

interface Facts {
  readonly lines: readonly BudgetLine[];
  readonly plan: PublicPlan;
  readonly allocated: AllocatedShare;
}

function observedCost(measure: PublishedMeasure, { lines, plan, allocated }: Facts): UnitCost {
  const quantity = quantityOf(measure);
  if (quantity !== null) return dividedCost(lines, quantity, allocated);
  const people = peopleFollowed(measure, plan);
  if (people === null || measure.figures.kind === 'rollout') return unknownCost('no-figure', notCounted);
  if (people.kind === 'insufficient') return people;
  const { estimate, effect } = measure.headline;
  const seen =
    effect?.kind === 'estimate' ? { value: effect.withService, lower: null, upper: null } : estimate;
  const horizon = effect?.horizon ?? ('horizon' in estimate ? Number(estimate.horizon) : null);
  if (seen.value === null || horizon === null) return unknownCost('no-figure', noEffectYet);
  const times = (share: number | null) => (share === null ? null : share * people.value);
  const divisor = {
    ...people,
    value: seen.value * people.value,
    lower: times(seen.lower),
    upper: times(seen.upper),
    unit: `effets constatés à ${plainDuration(horizon)}`,
    each: 'par effet constaté, qu’il soit dû au service ou non',
    horizon,
  };
  return dividedCost(lines, divisor, allocated);
}

function additionalCost(measure: PublishedMeasure, { lines, plan, allocated }: Facts): UnitCost {
  const effect = additionalEffect(measure);
  if (effect === null) return unknownCost('no-comparison', noComparison);
  if (effect === 'not-yet') return unknownCost('no-figure', noEffectYet);
  const people = peopleFollowed(measure, plan);
  if (people === null) return unknownCost('no-people', notCounted);
  if (people.kind === 'insufficient') return people;
  const budget = servingBudget(lines, people.period, allocated);
  if ('kind' in budget) return budget;
  const cost = budget.cents / 100;
  const found = costPerOutcome(
    { cost, costSe: 0, users: people.value },
    { estimate: effect.value, se: effect.standardError },
    effect.level,
  );
  if (effect.upper <= 0) return unknownCost('no-additional-effect', typeset(found.sentence));
  const { ratio, lower, upper } = found;
  if (ratio === null || lower === null || upper === null || effect.value <= 0) {
    const atLeast = cost / people.value / effect.upper;
    const said = `${found.bounded ? noneSure : found.sentence} Il est d’au moins ${euros(atLeast)}.`;
    return unknownCost('not-bounded', typeset(said), atLeast);
  }
  const change = changeText(effect.value, effect.upper - effect.lower, effectUnit(measure.figures));
  const delay = effect.horizon > 0 ? ` à ${plainDuration(effect.horizon)}` : '';
  const divisor = { ...people, each: null, horizon: effect.horizon };
  const say = eurosTogether([lower, upper]);
  const words = {
    sentence: `Chaque effet supplémentaire coûte entre ${say(lower)} et ${say(upper)}.`,
    after: `puis par l’effet publié, ${change}${delay}`,
  };
  return {
    ...knownCost(budget, divisor, { value: ratio, lower, upper }, words),
    unit: 'effets supplémentaires',
  };
}

/** The difference the sentence of the measure reads; null without a comparison. */
function additionalEffect({
  headline: { effect },
  figures,
}: PublishedMeasure): EffectFigure | 'not-yet' | null {
  if (effect === null) return null;
  if (effect.kind === 'insufficient' || figures.kind === 'figures') return 'not-yet';
  const read = figures.effects.find(
    (one) =>
      one.kind === 'estimate' &&
      one.measure === 'difference' &&
      one.horizon === effect.horizon &&
      one.estimand !== 'cace',
  );
  return read?.kind === 'estimate' ? read : 'not-yet';
}

const notCounted =
  'Inconnu : cet indicateur ne dit pas combien d’effets ont eu lieu, seulement un signe, une part ou une différence.';
const noEffectYet = 'Inconnu : aucun effet n’est encore chiffré pour cet indicateur.';
const noComparison =
  'Inconnu : sans comparaison, personne ne sait combien de ces effets seraient arrivés sans le service.';
const noneSure =
  'Le coût par effet supplémentaire n’est pas borné : l’effet n’est pas nettement différent de zéro.';
