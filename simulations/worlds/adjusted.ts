import type { Estimand } from '../../src/statistics/comparison.ts';
import { isRefused } from '../../src/statistics/refused.ts';
import { type WeightingMethod, weightedFollowUpEffect } from '../../src/statistics/weighted-follow-up.ts';
import { followPeople, horizon } from '../register-world.ts';
import { reading, type World } from '../replications.ts';
import { chooser, covariates, ratioOf, truth } from './people.ts';

const names: Readonly<Record<WeightingMethod, string>> = {
  'inverse-probability': 'pondération inverse',
  entropy: 'pondération par entropie',
  cells: 'standardisation par case',
};

const readers: readonly World[] = (['inverse-probability', 'entropy', 'cells'] as const).flatMap(
  (weighting) =>
    (['ATE', 'ATT'] as const).flatMap((estimand) =>
      (['difference', 'ratio'] as const).map((measure) => world(weighting, estimand, measure)),
    ),
);

function world(weighting: WeightingMethod, estimand: Estimand, measure: 'difference' | 'ratio'): World {
  const own = estimand === 'ATE' ? truth.ate : truth.att;
  return {
    name: `${names[weighting]}, ${measure === 'ratio' ? 'rapport' : 'écart'}, ${estimand === 'ATE' ? 'tout le monde' : 'usagers'}`,
    said: '2 500 personnes qui choisissent, trois caractéristiques, registre en retard',
    truth: measure === 'ratio' ? ratioOf(own) : own.effect,
    draw: (random) => {
      const rows = followPeople(2_500, random, chooser);
      const found = weightedFollowUpEffect(rows, covariates, {
        weighting,
        estimand,
        horizons: [horizon],
        level: 0.95,
      });
      return isRefused(found)
        ? null
        : reading(
            found.effects.find((effect) => effect.measure === measure),
            'value',
          );
    },
  };
}

export const adjustedWorlds = readers;
