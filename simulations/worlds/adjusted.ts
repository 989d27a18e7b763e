import { doublyRobustFollowUpEffect } from '../../src/statistics/doubly-robust-follow-up.ts';
import { type MatchingChoice, matchedFollowUpEffect } from '../../src/statistics/matched-follow-up.ts';
import { isRefused, type Refused } from '../../src/statistics/refused.ts';
import {
  type CellFollowUp,
  type WeightedFollowUpEffect,
  weightedFollowUpEffect,
} from '../../src/statistics/weighted-follow-up.ts';
import { followPeople, horizon } from '../register-world.ts';
import { reading, type World } from '../replications.ts';
import { chooser, covariates, ratioOf, truth } from './people.ts';

type Target = 'ATE' | 'ATT';
type Estimator = (rows: readonly CellFollowUp[], estimand: Target) => WeightedFollowUpEffect | Refused;

const options = { horizons: [horizon], level: 0.95 };

const matched =
  (choice: MatchingChoice): Estimator =>
  (rows) =>
    matchedFollowUpEffect(rows, covariates, { ...options, choice });

const estimators: readonly { name: string; targets: readonly Target[]; estimate: Estimator }[] = [
  ...(
    [
      ['pondération inverse', 'inverse-probability'],
      ['pondération par entropie', 'entropy'],
      ['standardisation par case', 'cells'],
    ] as const
  ).map(([name, weighting]) => ({
    name,
    targets: ['ATE', 'ATT'] as const,
    estimate: (rows: readonly CellFollowUp[], estimand: Target) =>
      weightedFollowUpEffect(rows, covariates, { ...options, weighting, estimand }),
  })),
  {
    name: 'doublement robuste',
    targets: ['ATE', 'ATT'],
    estimate: (rows, estimand) => doublyRobustFollowUpEffect(rows, covariates, { ...options, estimand }),
  },
  { name: 'appariement exact', targets: ['ATT'], estimate: matched({ kind: 'exact' }) },
  {
    name: 'appariement au plus proche, avec remise',
    targets: ['ATT'],
    estimate: matched({ kind: 'nearest', replacement: true, caliper: null }),
  },
];

const world = (
  { name, estimate }: (typeof estimators)[number],
  estimand: Target,
  measure: 'difference' | 'ratio',
): World => {
  const own = estimand === 'ATE' ? truth.ate : truth.att;
  return {
    name: `${name}, ${measure === 'ratio' ? 'rapport' : 'écart'}, ${estimand === 'ATE' ? 'tout le monde' : 'usagers'}`,
    said: '2 500 personnes qui choisissent, trois caractéristiques, registre en retard',
    truth: measure === 'ratio' ? ratioOf(own) : own.effect,
    draw: (random) => {
      const found = estimate(followPeople(2_500, random, chooser), estimand);
      if (isRefused(found)) return null;
      return reading(
        found.effects.find((effect) => effect.measure === measure),
        'value',
      );
    },
  };
};

export const adjustedWorlds: readonly World[] = estimators.flatMap((estimator) =>
  estimator.targets.flatMap((estimand) =>
    (['difference', 'ratio'] as const).map((measure) => world(estimator, estimand, measure)),
  ),
);
