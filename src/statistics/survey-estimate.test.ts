import { describe, expect, it } from 'vitest';
import { isRefused } from './refused.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';
import type { SurveyDesign } from './survey-design.ts';
import { type SurveyQuestion, surveyEstimate } from './survey-estimate.ts';

const simple = (n: number, population: number | null = null): SurveyDesign => ({
  weights: Array.from({ length: n }, () => (population ?? n) / n),
  clusters: Array.from({ length: n }, (_, i) => String(i)),
  strata: Array.from({ length: n }, () => 'all'),
  populations: Array.from({ length: n }, () => population),
});

const figures = (question: SurveyQuestion) => {
  const estimate = surveyEstimate(question);
  if (isRefused(estimate)) throw new Error(estimate.sentence);
  return estimate;
};

const values = [3, 5, 8, 4, 10, 6, 6, 9];
const spread = (of: readonly number[]): number => {
  const mean = of.reduce((sum, value) => sum + value, 0) / of.length;
  return of.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (of.length - 1);
};

describe('surveyEstimate', () => {
  it('is the textbook mean of a simple random sample, with its finite correction', () => {
    const { estimate, se, df, effectiveSize } = figures({ statistic: 'mean', design: simple(8, 20), values });
    expect(estimate).toBeCloseTo(51 / 8, 12);
    expect(se).toBeCloseTo(Math.sqrt(((1 - 8 / 20) * spread(values)) / 8), 12);
    expect(df).toBe(7);
    expect(effectiveSize).toBeCloseTo(8, 12);
  });

  it('is the textbook stratified total: each stratum its own size and spread', () => {
    const strata = ['a', 'a', 'a', 'b', 'b', 'b', 'b', 'b'];
    const populations = strata.map((stratum) => (stratum === 'a' ? 30 : 100));
    const weights = strata.map((stratum) => (stratum === 'a' ? 10 : 20));
    const design = { ...simple(8), strata, populations, weights };
    const { estimate, se, df } = figures({ statistic: 'total', design, values });
    const [a, b] = [values.slice(0, 3), values.slice(3)];
    expect(estimate).toBeCloseTo(10 * 16 + 20 * 35, 10);
    const variance = (30 ** 2 * (1 - 3 / 30) * spread(a)) / 3 + (100 ** 2 * (1 - 5 / 100) * spread(b)) / 5;
    expect(se).toBeCloseTo(Math.sqrt(variance), 9);
    expect(df).toBe(6);
  });

  it('counts the random size of a domain: a ratio, not the mean of a smaller sample', () => {
    const domain = values.map((_, i) => i % 2 === 0);
    const { estimate, se, n } = figures({ statistic: 'mean', design: simple(8), values, domain });
    const inside = values.filter((_, i) => i % 2 === 0);
    expect(n).toBe(4);
    expect(estimate).toBeCloseTo(27 / 4, 12);
    // Linearised: n/(n-1) sum of ((y - mean)/4)² over the domain, the rest 0.
    const squares = inside.reduce((sum, value) => sum + ((value - 27 / 4) / 4) ** 2, 0);
    expect(se).toBeCloseTo(Math.sqrt((8 / 7) * squares), 12);
  });

  it('post-stratified, keeps only the spread within classes', () => {
    const classes = ['u', 'u', 'u', 'v', 'v', 'v', 'v', 'v'];
    const margins = [
      {
        name: 'class',
        classes,
        totals: new Map([
          ['u', 60],
          ['v', 40],
        ]),
      },
    ];
    const constant = classes.map((value) => (value === 'u' ? 2 : 7));
    const flat = figures({ statistic: 'total', design: simple(8, 100), values: constant, margins });
    expect(flat.estimate).toBeCloseTo(60 * 2 + 40 * 7, 9);
    expect(flat).toMatchObject({ se: null, lower: null });
    const known = figures({
      statistic: 'total',
      design: simple(8, 100),
      values: values.map(() => 1),
      margins,
    });
    expect(known.estimate).toBeCloseTo(100, 9);
  });

  it('covers the population mean from clusters, raked on two margins', () => {
    const random = seededRandom(31);
    const population = Array.from({ length: 400 }, () => {
      const shock = normalDraw(random);
      return Array.from({ length: 10 }, () => {
        const [sex, age] = [random() < 0.5 ? 'f' : 'm', random() < 0.3 ? 'young' : 'old'];
        return {
          sex,
          age,
          y: 10 + shock + (sex === 'f' ? 3 : 0) + (age === 'old' ? 2 : 0) + normalDraw(random),
        };
      });
    });
    const everyone = population.flat();
    const truth = everyone.reduce((sum, { y }) => sum + y, 0) / everyone.length;
    const totals = (key: 'sex' | 'age') =>
      new Map(
        [...new Set(everyone.map((one) => one[key]))].map((value) => [
          value,
          everyone.filter((one) => one[key] === value).length,
        ]),
      );
    const replications = 200;
    let [covered, raked, plain] = [0, 0, 0];
    for (let k = 0; k < replications; k++) {
      const drawn = population
        .map((cluster) => ({ cluster, key: random() }))
        .sort((a, b) => a.key - b.key)
        .slice(0, 40);
      const people = drawn.flatMap(({ cluster }, g) =>
        cluster.map((one) => ({ ...one, cluster: String(g) })),
      );
      const question: SurveyQuestion = {
        statistic: 'mean',
        design: {
          weights: people.map(() => 10),
          clusters: people.map((one) => one.cluster),
          strata: people.map(() => 'all'),
          populations: people.map(() => 400),
        },
        values: people.map((one) => one.y),
        margins: (['sex', 'age'] as const).map((key) => ({
          name: key,
          classes: people.map((one) => one[key]),
          totals: totals(key),
        })),
      };
      const { lower, upper, estimate } = figures(question);
      if ((lower ?? 1e9) < truth && truth < (upper ?? -1e9)) covered++;
      raked += (estimate - truth) ** 2;
      plain += (figures({ ...question, margins: [] }).estimate - truth) ** 2;
    }
    expect(covered / replications).toBeGreaterThan(0.9);
    expect(covered / replications).toBeLessThan(0.985);
    expect(raked).toBeLessThan(plain);
  });

  it.each([
    ['one cluster', { ...simple(8), clusters: values.map(() => 'a') }, 'not-identified'],
    [
      'a stratum of one cluster',
      { ...simple(8), strata: ['x', ...values.slice(1).map(() => 'y')] },
      'not-identified',
    ],
    ['weights that represent nobody', { ...simple(8), weights: values.map(() => 0) }, 'not-identified'],
    [
      'a sample larger than its population',
      { ...simple(8), populations: values.map(() => 5) },
      'invalid-input',
    ],
  ])('refuses %s', (_, design, error) => {
    expect(surveyEstimate({ statistic: 'mean', design, values })).toMatchObject({ error });
  });

  it('refuses an empty domain', () => {
    const domain = values.map(() => false);
    expect(surveyEstimate({ statistic: 'mean', design: simple(8), values, domain })).toMatchObject({
      error: 'empty-group',
    });
  });
});
