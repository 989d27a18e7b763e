import { covariateBalance } from '../balance.ts';
import { entropyBalancing } from '../entropy-balancing.ts';
import { inverseProbabilityWeights } from '../inverse-probability-weights.ts';
import { weightedDifference } from '../weighted-difference.ts';
import { choiceInput, levelInput, numberInput, reading, refuse } from './columns.ts';
import { comparisonOf } from './comparison-input.ts';
import type { Handlers } from './request.ts';

const ipw = reading((request) => {
  choiceInput(request, 'model', ['logit'] as const, 'logit');
  const estimand = choiceInput(request, 'estimand', ['ATE', 'ATT'] as const, 'ATE');
  const level = levelInput(request);
  const comparison = comparisonOf(request, 'treatment');
  const balancing = inverseProbabilityWeights(comparison, estimand);
  if ('error' in balancing) return balancing;
  return { ...weightedDifference(comparison, balancing, level), overlap: balancing.overlap };
});

const entropy = reading((request) => {
  const estimand = choiceInput(request, 'estimand', ['ATT', 'ATE'] as const, 'ATT');
  const moments = numberInput(request, 'moments', 1);
  if (moments !== 1 && moments !== 2 && moments !== 3) {
    return refuse('invalid-input', "L'entrée « moments » vaut 1, 2 ou 3.");
  }
  const level = levelInput(request);
  const comparison = comparisonOf(request, 'treatment');
  const balancing = entropyBalancing(comparison, { estimand, moments });
  if ('error' in balancing) return balancing;
  const { weights } = balancing;
  const effect = weightedDifference(comparison, balancing, level);
  const denominator = estimand === 'ATT' ? 'treated' : 'pooled';
  return {
    [estimand.toLowerCase()]: effect.estimate,
    ...effect,
    covariates: covariateBalance({ ...comparison, weights, denominator }),
  };
});

/** Groups reweighted to be alike. */
export const weightingHandlers: Handlers = {
  'weight.ipw': ipw,
  'weight.entropyBalance': entropy,
};
