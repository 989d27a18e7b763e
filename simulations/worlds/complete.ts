import type { Comparison, Estimand } from '../../src/statistics/comparison.ts';
import { complierEffect } from '../../src/statistics/complier-effect.ts';
import { covariateMatrix } from '../../src/statistics/covariates.ts';
import { cuped } from '../../src/statistics/cuped.ts';
import { doublyRobustEffect } from '../../src/statistics/doubly-robust.ts';
import { entropyBalancing } from '../../src/statistics/entropy-balancing.ts';
import { exactMatching } from '../../src/statistics/exact-matching.ts';
import { inverseProbabilityWeights } from '../../src/statistics/inverse-probability-weights.ts';
import { linAdjustedDifference } from '../../src/statistics/lin-adjustment.ts';
import { nearestWithReplacement } from '../../src/statistics/nearest-matching.ts';
import { isRefused } from '../../src/statistics/refused.ts';
import { normalDraw } from '../../src/statistics/seeded-random.ts';
import { twoMeans } from '../../src/statistics/two-means.ts';
import { twoProportions } from '../../src/statistics/two-proportions.ts';
import { weightedDifference } from '../../src/statistics/weighted-difference.ts';
import { type Reading, reading, type World } from '../replications.ts';

interface People extends Comparison {
  readonly received: readonly number[];
  readonly x: readonly number[];
  readonly stratum: readonly string[];
}

const effect = 1;
/** By how much x raises what would have happened anyway, and the effect: heterogeneous when not 0. */
interface Draw {
  readonly size: number;
  /** Chance of the service given x. */
  readonly chance: (x: number) => number;
  readonly grows?: number;
  readonly takeUp?: number;
  /** x takes a few values, so that strata exist. */
  readonly coarse?: boolean;
}

function people(random: () => number, { size, chance, grows = 0, takeUp = 1, coarse = false }: Draw): People {
  const x = Array.from({ length: size }, () =>
    coarse ? Math.floor(5 * random()) / 2 - 1 : normalDraw(random),
  );
  const treated = x.map((value) => (random() < chance(value) ? 1 : 0));
  const received = treated.map((arm) => (arm === 1 && random() < takeUp ? 1 : 0));
  const outcome = x.map(
    (value, i) => 2 * value + (received[i] as number) * (effect + grows * value) + 2 * normalDraw(random),
  );
  return {
    treated,
    received,
    outcome,
    x,
    stratum: x.map(String),
    counts: x.map(() => 1),
    covariates: covariateMatrix([{ name: 'x', values: x }]),
  };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const drawn: Draw = { size: 400, chance: () => 0.5 };
const choosing: Draw = { size: 800, chance: (x) => logistic(-0.3 + 0.7 * x) };

/** Numbers of a randomised trial: plain, adjusted, and the effect of take-up. */
const trials: readonly World[] = [
  {
    name: 'deux moyennes, Welch',
    said: '400 personnes tirées au sort, mesure complète',
    truth: effect,
    draw: (random) => {
      const { treated, outcome } = people(random, drawn);
      const arm = (which: number) => ({
        values: Array.from(outcome).filter((_, i) => treated[i] === which),
      });
      return reading(twoMeans(arm(1), arm(0)));
    },
  },
  {
    name: 'précision ajustée, Lin',
    said: 'le même, ajusté sur une caractéristique d’avant',
    truth: effect,
    draw: (random) => reading(linAdjustedDifference(people(random, drawn))),
  },
  {
    name: 'précision ajustée, CUPED',
    said: 'le même, avec la mesure d’avant',
    truth: effect,
    draw: (random) => {
      const found = people(random, drawn);
      return reading(cuped(found, found.x));
    },
  },
  {
    name: 'effet de l’usage, variable instrumentale',
    said: '800 personnes, la moitié accepte l’offre',
    truth: effect,
    draw: (random) => {
      const found = people(random, { ...drawn, size: 800, takeUp: 0.5 });
      return reading(complierEffect({ ...found, assigned: found.treated }));
    },
  },
  {
    name: 'deux proportions',
    said: '1 000 personnes par groupe, 15 % contre 12 %',
    truth: 0.03,
    draw: (random) => {
      const events = (risk: number) => {
        let k = 0;
        for (let i = 0; i < 1_000; i++) if (random() < risk) k++;
        return { events: k, n: 1_000 };
      };
      const found = twoProportions(events(0.15), events(0.12));
      return isRefused(found) ? null : reading(found.riskDifference);
    },
  },
];

const compared = (
  name: string,
  draw: Draw,
  estimand: Estimand,
  read: (found: People, estimand: Estimand) => Reading,
  truth = effect,
): World => ({
  name: `${name}, ${estimand === 'ATE' ? 'tout le monde' : 'usagers'}`,
  said: `${draw.size.toLocaleString('fr-FR')} personnes qui choisissent, mesure complète`,
  truth,
  draw: (random) => read(people(random, draw), estimand),
});

const weighted = (found: People, balancing: Parameters<typeof weightedDifference>[1] | object): Reading =>
  isRefused(balancing)
    ? null
    : reading(weightedDifference(found, balancing as Parameters<typeof weightedDifference>[1]));

const comparisons: readonly World[] = (['ATE', 'ATT'] as const).flatMap((estimand) => [
  compared('pondération inverse, moyenne', choosing, estimand, (found, own) =>
    weighted(found, inverseProbabilityWeights(found, own)),
  ),
  compared('entropie, moyenne', choosing, estimand, (found, own) =>
    weighted(found, entropyBalancing(found, { estimand: own })),
  ),
  compared('doublement robuste', choosing, estimand, (found, own) =>
    reading(doublyRobustEffect(found, { estimand: own })),
  ),
]);

const matchings: readonly World[] = [
  compared('appariement au plus proche', choosing, 'ATT', (found) =>
    reading(
      nearestWithReplacement(found, { distance: 'propensity', caliper: null, ratio: 1, level: 0.95 }),
      'att',
    ),
  ),
  compared('appariement au plus proche, trois témoins', choosing, 'ATT', (found) =>
    reading(
      nearestWithReplacement(found, { distance: 'propensity', caliper: null, ratio: 3, level: 0.95 }),
      'att',
    ),
  ),
  compared('appariement exact', { ...choosing, coarse: true }, 'ATT', (found) =>
    reading(exactMatching(found), 'att'),
  ),
];

export const completeWorlds: readonly World[] = [...trials, ...comparisons, ...matchings];
