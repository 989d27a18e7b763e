import { type ArmCount, posterior, probabilityAbove } from '../beta-difference.ts';
import { costPerOutcome } from '../cost-per-outcome.ts';
import { equivalence } from '../equivalence.ts';
import { fieller } from '../fieller.ts';
import { normalPosterior, probabilityExceeds } from '../normal-posterior.ts';
import { perfectInformation, sampleInformation, valueOfWaiting } from '../value-of-information.ts';
import { has, levelInput, numberInput, numberList, proportionInput, reading, refuse } from './columns.ts';
import { within } from './objects.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

function positiveInput(request: StatisticsRequest, key: string): number {
  const value = numberInput(request, key);
  return value > 0 ? value : refuse('invalid-input', `L'entrée « ${key} » doit être supérieure à 0.`);
}

function notNegativeInput(request: StatisticsRequest, key: string, fallback?: number): number {
  const value = numberInput(request, key, fallback);
  return value >= 0 ? value : refuse('invalid-input', `L'entrée « ${key} » ne peut pas être négative.`);
}

function armInput(request: StatisticsRequest, key: string): ArmCount {
  const arm = within(request, key);
  const count = { events: numberInput(arm, 'events'), n: numberInput(arm, 'n') };
  if (count.n === 0) return refuse('empty-group', `Le groupe « ${key} » est vide.`);
  if (!(count.events >= 0 && count.events <= count.n))
    return refuse('invalid-input', `Groupe « ${key} » : « events » doit être compris entre 0 et « n ».`);
  return count;
}

const betaBinomial = reading((request) => {
  const prior = has(request, 'prior')
    ? {
        alpha: positiveInput(within(request, 'prior'), 'alpha'),
        beta: positiveInput(within(request, 'prior'), 'beta'),
      }
    : { alpha: 1, beta: 1 };
  const treated = posterior(armInput(request, 'treated'), prior);
  const control = posterior(armInput(request, 'control'), prior);
  const thresholds = numberList(request, 'thresholds', [0]);
  return {
    thresholds,
    probabilities: thresholds.map((threshold) => probabilityAbove(treated, control, threshold)),
    mean: treated.alpha / (treated.alpha + treated.beta) - control.alpha / (control.alpha + control.beta),
  };
});

const normal = reading((request) => {
  const prior = within(request, 'prior');
  const belief = normalPosterior(
    { mean: numberInput(request, 'estimate'), sd: positiveInput(request, 'se') },
    { mean: numberInput(prior, 'mean', 0), sd: positiveInput(prior, 'sd') },
  );
  const thresholds = numberList(request, 'thresholds', [0]);
  return {
    ...belief,
    thresholds,
    probabilities: thresholds.map((threshold) => probabilityExceeds(belief, threshold)),
  };
});

const belief = (request: StatisticsRequest) => ({
  mean: numberInput(request, 'meanNetBenefit'),
  sd: notNegativeInput(request, 'sdNetBenefit'),
});

const evpi = reading((request) => {
  const perUnit = perfectInformation(belief(request));
  return { perUnit, total: perUnit * notNegativeInput(request, 'population') };
});

const evsi = reading((request) => {
  const now = belief(request);
  const se = notNegativeInput(request, 'studySe');
  const population = notNegativeInput(request, 'population');
  const perUnit = sampleInformation(now, se);
  const waiting = valueOfWaiting(now, {
    se,
    usersAfter: population,
    usersMeanwhile: notNegativeInput(request, 'usersMeanwhile', 0),
    cost: notNegativeInput(request, 'cost', 0),
  });
  return { perUnit, total: perUnit * population, net: waiting.net, sentence: waiting.sentence };
});

const ratio = reading((request) => {
  const estimates = {
    numerator: numberInput(request, 'numerator'),
    denominator: numberInput(request, 'denominator'),
    varNumerator: notNegativeInput(request, 'varNumerator'),
    varDenominator: notNegativeInput(request, 'varDenominator'),
    covariance: numberInput(request, 'covariance', 0),
  };
  const most = estimates.varNumerator * estimates.varDenominator;
  if (estimates.covariance ** 2 > most * (1 + 1e-9))
    return refuse('invalid-input', 'La covariance dépasse ce que les deux variances permettent.');
  return { ...fieller(estimates, levelInput(request)) };
});

const cost = reading((request) => ({
  ...costPerOutcome(
    {
      cost: positiveInput(request, 'cost'),
      costSe: notNegativeInput(request, 'costSe', 0),
      users: positiveInput(request, 'users'),
    },
    { estimate: numberInput(request, 'effect'), se: positiveInput(request, 'se') },
    levelInput(request),
  ),
}));

const tooSmall = reading((request) => {
  const alpha = proportionInput(request, 'alpha', 0.05);
  if (alpha >= 0.5) return refuse('invalid-input', "L'entrée « alpha » doit être inférieure à 0,5.");
  const found = equivalence(
    numberInput(request, 'estimate'),
    positiveInput(request, 'se'),
    positiveInput(request, 'margin'),
    alpha,
  );
  if (!(found.upper > found.lower))
    return refuse(
      'invalid-input',
      "L'entrée « se » est trop petite devant l'estimation : l'erreur se perd dans l'arrondi.",
    );
  return { ...found };
});

/** From an estimate to a decision: probabilities, costs, value of knowing more, effects too small to matter. */
export const decision: Handlers = {
  'decision.betaBinomial': betaBinomial,
  'decision.normal': normal,
  'decision.evpi': evpi,
  'decision.evsi': evsi,
  'decision.fieller': ratio,
  'decision.costPerOutcome': cost,
  'decision.equivalence': tooSmall,
};
