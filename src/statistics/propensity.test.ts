import { describe, expect, test } from 'vitest';
import { covariateMatrix } from './covariates.ts';
import { overlapOf, propensityModel } from './propensity.ts';

describe('propensity score', () => {
  test('with one category it is each category’s treated share', () => {
    const zone = ['n', 'n', 's', 's'];
    const model = propensityModel({
      treated: [1, 0, 1, 0],
      counts: [30, 70, 8, 2],
      covariates: covariateMatrix([{ name: 'zone', values: zone }]),
    });
    if ('error' in model) throw new Error(model.sentence);
    expect(model.design.names).toEqual(['intercept', 'zones']);
    expect([...model.probabilities].map((p) => Number(p.toFixed(9)))).toEqual([0.3, 0.3, 0.8, 0.8]);
  });

  test('a covariate that decides treatment is refused, and so is an empty arm', () => {
    const covariates = covariateMatrix([{ name: 'qualified', values: [1, 1, 0] }]);
    expect(propensityModel({ treated: [1, 1, 0], counts: [5, 2, 9], covariates })).toMatchObject({
      error: 'not-identified',
    });
    expect(propensityModel({ treated: [1, 1, 0], counts: [5, 2, 0], covariates })).toMatchObject({
      error: 'empty-group',
    });
  });
});

test('overlap counts people, not rows', () => {
  const overlap = overlapOf([0.2, 0.5, 0.95, 0.1, 0.5, 0.6], [1, 1, 1, 0, 0, 0], [50, 40, 10, 30, 60, 10]);
  expect(overlap).toMatchObject({
    treatedRange: [0.2, 0.95],
    controlRange: [0.1, 0.6],
    treatedInRange: 0.9,
    controlInRange: 0.7,
    extreme: 0.05,
    passed: true,
  });
  const apart = overlapOf([0.2, 0.9, 0.1, 0.3], [1, 1, 0, 0], [1, 9, 1, 1]);
  expect(apart).toMatchObject({ treatedInRange: 0.1, passed: false });
  expect(apart.sentence).toContain('10 seulement');
});
