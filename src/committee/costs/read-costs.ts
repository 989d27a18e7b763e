import type { Bundle } from '../../publish/bundle/bundle.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import type { Allocation } from './allocation.ts';
import type { BudgetLine } from './budget-line.ts';
import { dividedCost } from './divided-cost.ts';
import { type EffectCost, effectCost } from './effect-cost.ts';
import { type UnitCost, unknownCost } from './unit-cost.ts';
import { usefulCost } from './useful-uses.ts';
import { type DeclaredUse, usesOf } from './uses.ts';

/** What everything costs, from one publication, the budgets and their allocation. */
export interface CostPerEffect {
  /** What the figures rest on; null: nothing is published. */
  readonly publication: {
    readonly sha256: string;
    readonly publishedOn: string;
    readonly measuredOn: string;
  } | null;
  /** The whole budget over the uses. */
  readonly perUse: UnitCost;
  readonly perUsefulUse: UnitCost;
  /** Those of the main effect. */
  readonly perObservedOutcome: UnitCost;
  readonly perAdditionalOutcome: UnitCost;
  /** Each indicator of the row « impactant », in the order of the plan. */
  readonly effects: readonly EffectCost[];
}

export interface CostFacts {
  readonly lines: readonly BudgetLine[];
  readonly allocations: readonly Allocation[];
  /** The publication that stands; null: none. */
  readonly published: { readonly sha256: string; readonly bundle: Bundle } | null;
  readonly declared: DeclaredUse | null;
}

const whole = { share: 1, sentence: '' } as const;

/** Every cost that can be told, from facts alone. */
export function readCosts({ lines, allocations, published, declared }: CostFacts): CostPerEffect {
  const bundle = published?.bundle ?? null;
  const uses = usesOf(bundle, declared);
  const perUse = uses === null ? unknownCost('no-figure', noUses) : dividedCost(lines, uses, whole);
  const main = bundle === null ? null : mainMeasure(bundle.measures);
  const effects = (bundle?.measures ?? [])
    .filter(({ matrix }) => matrix === 'impactful')
    .flatMap((measure) =>
      bundle === null
        ? []
        : [effectCost(measure, { lines, allocations, plan: bundle.plan, main: main?.indicator ?? null })],
    );
  const first = effects.find(({ indicator }) => indicator === main?.indicator);
  return {
    publication:
      published === null
        ? null
        : {
            sha256: published.sha256,
            publishedOn: published.bundle.publishedOn,
            measuredOn: published.bundle.freshness.measuredOn,
          },
    perUse,
    perUsefulUse: usefulCost(bundle, perUse, lines),
    perObservedOutcome: first?.perObservedOutcome ?? unknownCost('no-figure', noEffect),
    perAdditionalOutcome: first?.perAdditionalOutcome ?? unknownCost('no-figure', noEffect),
    effects,
  };
}

const noUses = 'Inconnu : aucun chiffre d’usage n’est publié ni déclaré.';
const noEffect = 'Inconnu : aucun effet de ce service n’est encore publié.';
