import { calibratedProxy } from '../../src/statistics/calibrated-proxy.ts';
import { fieller } from '../../src/statistics/fieller.ts';
import { clopperPearson, wilson } from '../../src/statistics/proportion-interval.ts';
import { sampleTimesVolume, summarise } from '../../src/statistics/sample-times-volume.ts';
import { normalDraw } from '../../src/statistics/seeded-random.ts';
import { surveyEstimate } from '../../src/statistics/survey-estimate.ts';
import { reading, type World } from '../replications.ts';

const successes = (random: () => number, n: number, p: number): number => {
  let k = 0;
  for (let i = 0; i < n; i++) if (random() < p) k++;
  return k;
};

/** Answers by cluster, fewer from the young, who are happier: the raw share is wrong, the raked one is not. */
function raked(random: () => number) {
  const answers: { value: number; cluster: string; age: string; zone: string }[] = [];
  for (let c = 0; c < 60; c++) {
    const own = 0.15 * normalDraw(random);
    for (let i = 0; i < 12; i++) {
      const age = random() < 0.4 ? 'jeune' : 'autre';
      const zone = random() < 0.5 ? 'nord' : 'sud';
      const p = 0.5 + (age === 'jeune' ? 0.25 : -0.1) + (zone === 'nord' ? 0.05 : -0.05) + own;
      const value = random() < Math.min(1, Math.max(0, p)) ? 1 : 0;
      if (random() < (age === 'jeune' ? 0.35 : 0.75)) answers.push({ value, cluster: `c${c}`, age, zone });
    }
  }
  return surveyEstimate({
    statistic: 'mean',
    values: answers.map(({ value }) => value),
    design: {
      weights: answers.map(() => 1),
      clusters: answers.map(({ cluster }) => cluster),
      strata: answers.map(() => ''),
      populations: answers.map(() => null),
    },
    margins: [
      {
        name: 'age',
        classes: answers.map(({ age }) => age),
        totals: new Map([
          ['jeune', 4_000],
          ['autre', 6_000],
        ]),
      },
      {
        name: 'zone',
        classes: answers.map(({ zone }) => zone),
        totals: new Map([
          ['nord', 5_000],
          ['sud', 5_000],
        ]),
      },
    ],
  });
}

const trueCost = 2_000;

export const sampleWorlds: readonly World[] = [
  {
    name: 'échantillon × volume',
    said: '60 mesures de temps gagné (loi log-normale), 40 000 réponses comptées',
    truth: 80_000,
    draw: (random) => {
      const spread = 0.5;
      const values = Array.from({ length: 60 }, () =>
        Math.exp(Math.log(2) - spread ** 2 / 2 + spread * normalDraw(random)),
      );
      return reading(sampleTimesVolume(summarise(values), { value: 40_000, se: 0 }));
    },
  },
  {
    name: 'échantillon × volume estimé',
    said: 'le même, volume estimé à 5 % près',
    truth: 80_000,
    draw: (random) => {
      const values = Array.from({ length: 60 }, () => 2 + 0.8 * normalDraw(random));
      const value = 40_000 + 2_000 * normalDraw(random);
      return reading(sampleTimesVolume(summarise(values), { value, se: 2_000 }));
    },
  },
  {
    name: 'signe étalonné par des appels',
    said: '3 500 mises en relation comptées, 200 appels, une sur quatre aboutit',
    truth: 875,
    draw: (random) =>
      reading(calibratedProxy({ value: 3_500 }, { events: successes(random, 200, 0.25), n: 200 })),
  },
  {
    name: 'signe estimé et étalonné',
    said: 'le même, signe connu à 10 % près',
    truth: 875,
    draw: (random) => {
      const value = 3_500 * Math.exp(0.05 * normalDraw(random));
      const [lower, upper] = [value * Math.exp(-1.96 * 0.05), value * Math.exp(1.96 * 0.05)];
      return reading(
        calibratedProxy({ value, lower, upper }, { events: successes(random, 200, 0.25), n: 200 }),
      );
    },
  },
  {
    name: 'proportion, Wilson',
    said: '400 réponses, 30 % de oui',
    truth: 0.3,
    draw: (random) => {
      const events = successes(random, 400, 0.3);
      return { value: events / 400, ...wilson(events, 400) };
    },
  },
  {
    name: 'sondage par grappes, redressé',
    said: '60 grappes, non-réponse liée à l’âge, calage sur deux marges',
    truth: 0.54,
    draw: (random) => reading(raked(random)),
  },
  {
    name: 'coût par effet supplémentaire',
    said: 'intervalle de Fieller, effet à quatre erreurs-types de zéro',
    truth: trueCost,
    hasMean: false,
    draw: (random) => {
      const denominator = 0.04 + 0.01 * normalDraw(random);
      const numerator = 0.04 * trueCost + 2 * normalDraw(random);
      const { ratio, lower, upper, bounded, excluded } = fieller({
        numerator,
        denominator,
        varNumerator: 4,
        varDenominator: 0.0001,
        covariance: 0,
      });
      if (ratio === null) return null;
      if (bounded && lower !== null && upper !== null) return { value: ratio, lower, upper };
      const out = excluded !== null && excluded[0] < trueCost && trueCost < excluded[1];
      return out
        ? { value: ratio, lower: Infinity, upper: -Infinity }
        : { value: ratio, lower: -Infinity, upper: Infinity };
    },
  },
];

/** Exact interval: covers at least what it says, whatever the sample. */
export const exactWorld: World = {
  name: 'proportion, Clopper–Pearson',
  said: '20 réponses, 10 % de oui',
  truth: 0.1,
  draw: (random) => {
    const events = successes(random, 20, 0.1);
    return { value: events / 20, ...clopperPearson(events, 20) };
  },
};
