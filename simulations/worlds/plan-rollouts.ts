import { departureFromTrend } from '../../src/statistics/departure-from-trend.ts';
import { placeboInterval } from '../../src/statistics/placebo-interval.ts';
import { isRefused } from '../../src/statistics/refused.ts';
import { normalDraw } from '../../src/statistics/seeded-random.ts';
import {
  placeboTest,
  syntheticControl,
  type TerritorySeries,
} from '../../src/statistics/synthetic-control.ts';
import { type Reading, reading, type World } from '../replications.ts';
import { overall, same, simple, type Territories, territories } from './rollouts.ts';

const effect = 3;

/** A trend, noise that remembers the period before, and an effect from the middle on. */
function oneSeries(random: () => number, length: number, memory: number): Reading {
  let noise = normalDraw(random);
  const points = Array.from({ length }, (_, time) => {
    if (time > 0) noise = memory * noise + Math.sqrt(1 - memory ** 2) * normalDraw(random);
    return { time, outcome: 10 + 0.2 * time + noise + (time >= length / 2 ? effect : 0) };
  });
  const read = departureFromTrend(points, length / 2);
  return isRefused(read) ? null : reading(read.mean);
}

const series = (length: number, memory: number): World => ({
  name: `série interrompue, mémoire ${memory.toLocaleString('fr-FR')}`,
  said: `${length} périodes, l’arrivée au milieu ; chacune ${memory === 0 ? 'ne garde rien' : `garde ${memory.toLocaleString('fr-FR')} fois l’écart`} de la précédente`,
  truth: effect,
  draw: (random) => oneSeries(random, length, memory),
});

/** Territories that share three waves, each in its own measure; the first receives the service. */
function waves(random: () => number, others: number): TerritorySeries[] {
  const [before, after] = [20, 5];
  const common = Array.from({ length: before + after }, () =>
    Array.from({ length: 3 }, () => 2 * normalDraw(random)),
  );
  return Array.from({ length: others + 1 }, (_, k) => {
    const loads = [random(), random(), random()];
    const own = common.map((wave) =>
      wave.reduce((sum, value, j) => sum + (loads[j] ?? 0) * value, 20 + 0.5 * normalDraw(random)),
    );
    return {
      unit: `${k}`,
      pre: own.slice(0, before),
      post: own.slice(before).map((value) => value + (k === 0 ? effect : 0)),
    };
  });
}

function mixture(random: () => number): Reading {
  const [treated, ...pool] = waves(random, 19);
  if (treated === undefined) return null;
  const fit = syntheticControl(treated, pool);
  const interval = placeboInterval(fit, placeboTest(treated, pool));
  return interval === null ? null : { value: fit.meanEffect, lower: interval.lower, upper: interval.upper };
}

const groups = [3, 5, null];

const fewTerritories = (random: () => number, design: Territories): Reading =>
  simple(territories(random, design), 'not-yet-treated');

const staggered = (perGroup: number, spread = 1): World => ({
  name: `déploiement par étapes, ${perGroup} territoires par vague${spread === 1 ? '' : ', inégaux'}`,
  said:
    spread === 1
      ? `deux vagues de ${perGroup} territoires et ${perGroup} jamais équipés, intervalle pour petits nombres`
      : `deux vagues de ${perGroup} territoires et ${perGroup} jamais équipés, qui varient ${spread} fois plus`,
  truth: overall(groups),
  draw: (random) => fewTerritories(random, { groups, perGroup, spread }),
});

const uneven = (perGroup: readonly [number, number, number]): World => ({
  name: `déploiement par étapes, ${perGroup[0]}, ${perGroup[1]} et ${perGroup[2]} territoires`,
  said: `deux vagues de ${perGroup[0]} et ${perGroup[1]} territoires, ${perGroup[2]} jamais équipés`,
  truth: overall(groups, { perGroup }),
  draw: (random) => fewTerritories(random, { groups, perGroup }),
});

const sized = (perGroup: number): World => ({
  name: `déploiement par étapes, ${perGroup} par vague, comptés selon leur taille`,
  said: `deux vagues de ${perGroup} territoires et ${perGroup} jamais équipés, les plus gros quinze fois les plus petits (4 000 tirages)`,
  replications: 4_000,
  truth: same,
  draw: (random) => fewTerritories(random, { groups, perGroup, sized: true }),
});

/** What a plan reads with an interval of its own: for few territories, one territory, and one series. */
export const planRolloutWorlds: readonly World[] = [
  staggered(3),
  staggered(5),
  staggered(10),
  {
    name: 'contrôle synthétique, intervalle par essais à blanc',
    said: 'un territoire équipé, 19 autres ; 20 périodes avant, 5 après, trois mouvements communs',
    truth: effect,
    draw: mixture,
  },
  ...[24, 48].flatMap((length) => [0, 0.5, 0.8, 0.9, 0.95].map((memory) => series(length, memory))),
  staggered(2),
  staggered(2, 4),
  staggered(3, 4),
  uneven([10, 5, 2]),
  uneven([2, 10, 5]),
  sized(5),
  sized(20),
  {
    name: 'déploiement, 20 par vague, tendances selon une caractéristique',
    said: 'deux vagues de 20 territoires et 20 jamais équipés ; la tendance dépend d’une caractéristique prise en compte',
    truth: overall(groups),
    draw: (random) => fewTerritories(random, { groups, perGroup: 20, trend: 0.5 }),
  },
];
