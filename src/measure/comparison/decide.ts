import type { DecisionTerms } from '../../plan/plan.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { costPerOutcome } from '../../statistics/cost-per-outcome.ts';
import type { EffectFigure } from '../../statistics/effect-estimate.ts';
import { equivalence } from '../../statistics/equivalence.ts';
import { probabilityExceeds } from '../../statistics/normal-posterior.ts';
import { netBenefit, valueOfWaiting } from '../../statistics/value-of-information.ts';
import { chances } from './chances.ts';
import type { Decision } from './measured-comparison.ts';
import { points, threshold as thresholdText } from './points.ts';

export interface DecisionFacts {
  readonly terms: DecisionTerms;
  /** The difference the headline reads; null when there is none. */
  readonly effect: EffectFigure | null;
  readonly horizon: number;
  /** Units of the group with the service, and days over which they entered; null without dates. */
  readonly treatedUnits: number;
  readonly entryDays: number | null;
  /** How a threshold and an effect are said; in points when left out. */
  readonly words?: DecisionWords;
}

export interface DecisionWords {
  readonly threshold: (value: number) => string;
  readonly effect: (value: number) => string;
}

const inPoints: DecisionWords = {
  threshold: (value) => `${value < 0 ? '\u2212' : ''}${thresholdText(value)}`,
  effect: points,
};

const quarter = 91;
const year = 365;

/**
 * What the effect means for who decides: chances that it is above the threshold, cost per additional outcome, what
 * waiting is worth. Nothing is believed before the data (flat prior): the posterior is the estimate and its error.
 */
export function decide({
  terms,
  effect,
  horizon,
  treatedUnits,
  entryDays,
  words = inPoints,
}: DecisionFacts): Decision {
  const { threshold } = terms;
  if (effect === null) {
    return {
      horizon,
      threshold,
      probabilityPositive: null,
      probabilityAboveThreshold: null,
      verdict: null,
      costPerOutcome: null,
      waiting: null,
      sentences: ['Sans effet lisible, rien ne peut être dit pour décider.'],
    };
  }
  const belief = { mean: effect.value, sd: effect.standardError };
  const positive = probabilityExceeds(belief, 0);
  const above = threshold === null ? null : probabilityExceeds(belief, threshold);
  const verdict =
    threshold === null || threshold <= 0 ? null : equivalence(belief.mean, belief.sd, threshold);
  const cost = terms.cost === null || treatedUnits === 0 ? null : costOf(terms.cost, treatedUnits, effect);
  const waiting = waitingFor(terms, effect, treatedUnits, entryDays);
  return {
    horizon,
    threshold,
    probabilityPositive: positive,
    probabilityAboveThreshold: above,
    verdict: verdict?.verdict ?? null,
    costPerOutcome: cost,
    waiting,
    sentences: [
      above === null || threshold === null
        ? `${capital(chances(positive))} que le service améliore les choses.`
        : `${capital(chances(above))} que l’effet dépasse le seuil fixé (${words.threshold(threshold)}) ; ${chances(positive)} qu’il soit positif. Estimation : ${words.effect(effect.value)}.`,
      ...(verdict === null ? [] : [verdict.sentence]),
      ...(cost === null ? [] : [cost.sentence]),
      ...(waiting === null ? [] : [waiting.sentence]),
    ],
  };
}

function costOf(cost: number, users: number, effect: EffectFigure): Decision['costPerOutcome'] {
  const found = costPerOutcome(
    { cost, costSe: 0, users },
    { estimate: effect.value, se: effect.standardError },
    effect.level,
  );
  const value = effect.value > 0 ? found.ratio : null;
  const { lower, upper, bounded, sentence } = found;
  const useful = bounded && effect.value > 0;
  return { value, lower: useful ? lower : null, upper: useful ? upper : null, bounded: useful, sentence };
}

/** Three more months at the same pace, for a decision that then holds for a year. */
function waitingFor(
  { valuePerOutcome, cost }: DecisionTerms,
  effect: EffectFigure,
  treatedUnits: number,
  entryDays: number | null,
): Decision['waiting'] {
  if (valuePerOutcome === null || cost === null || treatedUnits === 0 || entryDays === null) return null;
  const perDay = treatedUnits / Math.max(1, entryDays);
  const belief = netBenefit(
    { mean: effect.value, sd: effect.standardError },
    { valuePerOutcome, costPerUser: cost / treatedUnits },
  );
  const se = valuePerOutcome * effect.standardError * Math.sqrt(treatedUnits / (perDay * quarter));
  const { net } = valueOfWaiting(belief, {
    se,
    usersAfter: perDay * year,
    usersMeanwhile: perDay * quarter,
    cost: 0,
  });
  // Two digits: the rest is within the error of what is supposed.
  const amount = `${frenchNumber(Number(Math.abs(net).toPrecision(2)))} €`;
  const verdict =
    Math.abs(net) < 1
      ? 'Attendre trois mois de plus n’apporterait presque rien : la décision serait la même'
      : net > 0
        ? `Attendre trois mois de plus vaut environ ${amount}`
        : `Attendre trois mois de plus coûterait environ ${amount} de plus que cela n’apporterait : mieux vaut décider maintenant`;
  return {
    net,
    sentence: `${verdict} (au rythme actuel d’entrées, le service continuant, pour une décision qui vaut un an).`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
