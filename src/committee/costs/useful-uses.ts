import { typeset } from '../../platform/french/typography.ts';
import type { Bundle, PublishedMeasure } from '../../publish/bundle/bundle.ts';
import type { BudgetLine } from './budget-line.ts';
import { dividedCost, knownCost } from './divided-cost.ts';
import { quantityOf } from './measured-quantity.ts';
import { type UnitCost, unknownCost } from './unit-cost.ts';

const whole = { share: 1, sentence: '' } as const;

/**
 * What a useful use costs: the cost of a use over the published share of uses that were useful, its interval turned
 * over; or, when the row « utile » is an amount such as hours freed, the budget over that amount.
 */
export function usefulCost(bundle: Bundle | null, perUse: UnitCost, lines: readonly BudgetLine[]): UnitCost {
  const useful = (bundle?.measures ?? []).filter(({ matrix }) => matrix === 'useful');
  for (const measure of useful) {
    const share = usefulShare(measure);
    if (share !== null) return perUse.kind === 'cost' ? overShare(perUse, measure, share) : perUse;
    const quantity = quantityOf(measure);
    if (quantity !== null) return dividedCost(lines, quantity, whole);
  }
  const [first] = useful;
  return unknownCost(
    'no-figure',
    typeset(
      first === undefined
        ? 'Inconnu : aucun chiffre de la ligne « utile » n’est publié, rien ne dit quels usages ont servi à quelque chose.'
        : `Inconnu : « ${first.name} » n’est pas une part d’usages utiles. Il faudrait savoir, par exemple, combien de personnes sur 100 ont trouvé ce qu’elles cherchaient.`,
    ),
  );
}

interface Share {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

function usefulShare({ figures }: PublishedMeasure): Share | null {
  if (figures.kind !== 'figures') return null;
  const found = figures.estimates.find(({ group }) => group === null);
  if (found?.kind !== 'estimate') return null;
  const scale = /^proportion$/i.test(found.unit) ? 1 : /^(%|sur 100)$/i.test(found.unit.trim()) ? 100 : null;
  if (scale === null) return null;
  const { value, lower, upper } = found;
  return {
    value: value / scale,
    lower: lower === null ? null : lower / scale,
    upper: upper === null ? null : upper / scale,
  };
}

function overShare(
  perUse: Extract<UnitCost, { kind: 'cost' }>,
  { indicator, name }: PublishedMeasure,
  { value, lower, upper }: Share,
): UnitCost {
  if (value <= 0 || (lower !== null && lower <= 0))
    return unknownCost(
      'not-bounded',
      typeset(`Le coût n’est pas borné : d’après « ${name} », il se peut qu’aucun usage n’ait été utile.`),
    );
  const bounds =
    lower === null || upper === null ? {} : { lower: perUse.value / upper, upper: perUse.value / lower };
  const divisor = {
    value: perUse.divisor * value,
    lower: null,
    upper: null,
    unit: 'usages utiles',
    each: 'par usage utile',
    period: perUse.budget.period,
    indicator,
    horizon: null,
    note: `ceux que dit « ${name} »`,
  };
  return knownCost(perUse.budget, divisor, { value: perUse.value / value, ...bounds });
}
