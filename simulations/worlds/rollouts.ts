import { twoByTwo } from '../../src/statistics/difference-in-differences.ts';
import { aggregate } from '../../src/statistics/group-time-aggregates.ts';
import { groupTimeEffects, type RolloutUnit } from '../../src/statistics/group-time-effects.ts';
import { influenceError } from '../../src/statistics/influence.ts';
import { rolloutInterval } from '../../src/statistics/rollout-interval.ts';
import { normalDraw } from '../../src/statistics/seeded-random.ts';
import { uniformCriticalValue } from '../../src/statistics/uniform-band.ts';
import { type Reading, reading, type World } from '../replications.ts';

const periods = [1, 2, 3, 4, 5, 6];

export interface Territories {
  /** First period with the service; null: never. */
  readonly groups: readonly (number | null)[];
  /** Territories of each group; of all when one number. */
  readonly perGroup: number | readonly number[];
  /** Trend that follows a characteristic of the territory, more frequent among early adopters. */
  readonly trend?: number;
  /** How much more those never treated vary from one period to the next: 1 when left out. */
  readonly spread?: number;
  /** Territories count for their sizes, the largest fifteen times the smallest, and the effect is the same everywhere. */
  readonly sized?: boolean;
}

const sizeOf = (perGroup: Territories['perGroup'], g: number): number =>
  typeof perGroup === 'number' ? perGroup : (perGroup[g] ?? 0);

export const same = 1.5;
const grown = (since: number): number => 1 + 0.5 * since;

/** Territories with their own level, a common trend, noise with memory within a territory. */
export function territories(
  random: () => number,
  { groups, perGroup, trend = 0, spread = 1, sized = false }: Territories,
): readonly RolloutUnit[] {
  return groups.flatMap((group, g) =>
    Array.from({ length: sizeOf(perGroup, g) }, (_, i) => {
      const own = 2 * normalDraw(random);
      const rural = trend === 0 ? 0 : random() < 0.2 + 0.2 * g ? 1 : 0;
      let noise = normalDraw(random);
      return {
        ...(sized ? { weight: Math.exp(0.7 * normalDraw(random)) } : {}),
        group,
        cluster: `${g}-${i}`,
        covariates: periods.map(() => (trend === 0 ? [] : [rural])),
        outcomes: periods.map((time) => {
          noise = 0.5 * noise + Math.sqrt(0.75) * normalDraw(random);
          const served = group !== null && time >= group ? (sized ? same : grown(time - group)) : 0;
          const varying = group === null ? spread * noise : noise;
          return own + 0.3 * time + trend * rural * time + varying + served;
        }),
      };
    }),
  );
}

export const effectsOf = (units: readonly RolloutUnit[], controlGroup: 'never-treated' | 'not-yet-treated') =>
  groupTimeEffects({
    periods,
    units,
    controlGroup,
    estimator: 'dr',
    basePeriod: 'varying',
    anticipation: 0,
    completeThrough: null,
  });

/** Mean of the cells after treatment, weighted by group: what the `simple` aggregate estimates. */
export function overall(
  groups: readonly (number | null)[],
  { last = 6, perGroup = 1 }: { readonly last?: number; readonly perGroup?: Territories['perGroup'] } = {},
): number {
  let [sum, weight] = [0, 0];
  groups.forEach((group, g) => {
    for (const time of periods) {
      if (group === null || time < group || time > last) continue;
      sum += sizeOf(perGroup, g) * grown(time - group);
      weight += sizeOf(perGroup, g);
    }
  });
  return sum / weight;
}

/** The mean effect of a rollout with the interval that plans and `foulee stats` give. */
export function simple(units: readonly RolloutUnit[], control: 'never-treated' | 'not-yet-treated'): Reading {
  const found = aggregate(effectsOf(units, control), units).simple.overall;
  if (found === null) return null;
  const { lower, upper } = rolloutInterval({ periods, units })(found, 0.95);
  return reading({ estimate: found.att, lower, upper });
}

/** All the bounds of the event study at once: 1 when the whole curve is inside its band. */
const band = (units: readonly RolloutUnit[], random: () => number): Reading => {
  const { by } = aggregate(effectsOf(units, 'never-treated'), units).dynamic;
  const after = [...by].filter(([since]) => since >= 0);
  const critical = uniformCriticalValue(
    after.map(([, { influence }]) => influence),
    { random, draws: 1_000 },
  );
  if (critical === null) return null;
  const held = after.every(
    ([since, { att, influence }]) =>
      Math.abs(att - grown(since)) <= critical * (influenceError(influence) ?? 0),
  );
  return { value: 0, lower: held ? 0 : 1, upper: held ? 0 : 1 };
};

const staggered: Territories = { groups: [3, 5, null], perGroup: 40 };

/** Two groups seen before and after, errors by territory. */
const twoPeriods = (perGroup: readonly [number, number], spread = 1): World => ({
  name: `deux groupes, deux périodes, ${perGroup[0]} et ${perGroup[1]} territoires`,
  said: `${perGroup[0]} territoires équipés, ${perGroup[1]} non${spread === 1 ? '' : `, qui varient ${spread} fois plus`}, erreurs groupées par territoire`,
  truth: grown(0),
  draw: (random) =>
    reading(
      twoByTwo(
        territories(random, { groups: [3, null], perGroup, spread }).flatMap(({ group, outcomes, cluster }) =>
          [2, 3].map((time) => ({
            outcome: outcomes[time - 1] ?? Number.NaN,
            treated: group !== null,
            post: time === 3,
            ...(cluster === undefined ? {} : { cluster }),
          })),
        ),
      ),
    ),
});

export const rolloutWorlds: readonly World[] = [
  twoPeriods([40, 40]),
  {
    name: 'déploiement par étapes, jamais équipés',
    said: 'deux vagues de 40 territoires et 40 jamais équipés, six périodes',
    truth: overall([3, 5]),
    draw: (random) => simple(territories(random, staggered), 'never-treated'),
  },
  {
    name: 'déploiement par étapes, pas encore équipés',
    said: 'le même, comparé aussi aux territoires pas encore équipés',
    truth: overall([3, 5]),
    draw: (random) => simple(territories(random, staggered), 'not-yet-treated'),
  },
  {
    name: 'déploiement national',
    said: 'tout le monde finit équipé : effets lisibles avant la dernière vague',
    truth: overall([3], { last: 4 }),
    draw: (random) => simple(territories(random, { groups: [3, 5], perGroup: 40 }), 'not-yet-treated'),
  },
  {
    name: 'déploiement, tendances selon une caractéristique',
    said: 'la tendance dépend d’une caractéristique prise en compte',
    truth: overall([3, 5]),
    draw: (random) => simple(territories(random, { ...staggered, trend: 0.5 }), 'never-treated'),
  },
  {
    name: 'bande de toute la courbe',
    said: 'effets après l’équipement, tous à la fois dans la bande',
    truth: 0,
    hasMean: false,
    draw: (random) => band(territories(random, staggered), random),
  },
  twoPeriods([3, 3]),
  twoPeriods([5, 5], 4),
  twoPeriods([40, 5]),
  twoPeriods([10, 3], 4),
];
