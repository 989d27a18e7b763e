import { expect, test } from 'vitest';
import { answer } from './index.ts';
import type { Table } from './request.ts';

/** Figures other software gives on small made-up tables; each test names it. */
const ask = (method: string, inputs: Record<string, unknown>, d: Table) =>
  answer({ method, inputs: { data: 'd', ...inputs }, tables: { d } });

const close = (value: number) => expect.closeTo(value, 9);

test('nearest neighbours with ties: R Matching 4.10-8, Match(M = 1, ties = TRUE, Var.calc = 1)', () => {
  const ages = [1, 1, 2, 2, 3, 4, 4, 4, 1, 1, 1, 2, 2, 3, 3, 3, 4, 6];
  const outcomes = [5, 7, 6, 9, 8, 12, 11, 9, 3, 4, 8, 5, 6, 7, 9, 2, 10, 1];
  const rows = ages.map((age, i) => ({ age, y: outcomes[i] as number, z: i < 8 ? 1 : 0 }));
  const inputs = {
    treatment: 'z',
    covariates: 'age',
    outcome: 'y',
    distance: 'mahalanobis',
    replace: true,
    ties: 'average',
  };
  expect(ask('match.nearest', inputs, rows)).toMatchObject({
    att: close(1.25),
    se: close(1.219417552222),
  });
});

test('codes made of digits are categories: R estimatr 1.0.0, lm_lin(y ~ a, ~ dep, se_type = "HC2")', () => {
  const departments = ['01', '01', '75', '75', '13', '13', '01', '75', '13', '01', '75', '13'];
  const outcomes = [5, 9, 4, 8, 7, 12, 3, 6, 10, 4, 8, 9];
  const rows = departments.map((dep, i) => ({ dep, y: outcomes[i] as number, a: i % 2 === 0 ? 1 : 0 }));
  expect(
    ask('effect.linAdjusted', { outcome: 'y', arm: 'a', covariates: 'dep', se: 'HC2' }, rows),
  ).toMatchObject({ estimate: close(-1.833333333333), se: close(1.364225461979), df: 6 });
});

/** Eighteen units over four periods, the start of unit u being that of u modulo 3. */
const rollout = (starts: readonly [number, number, number]): Table =>
  Array.from({ length: 18 }, (_, u) => u).flatMap((u) =>
    [1, 2, 3, 4].map((t) => {
      const g = starts[u % 3] as number;
      return { u, t, g, y: ((u * 7 + t * 5 + ((u * t) % 4)) % 11) + 2 * t + (g > 0 && t >= g ? 3 : 0) };
    }),
  );

const design = { outcome: 'y', time: 't', unit: 'u', firstTreated: 'g' };

test('everybody treated in the end, the last group only compares: Python csdid 0.4.3', () => {
  const asked = { ...design, controlGroup: 'not-yet-treated' };
  // Period 4, when nobody is left to compare with, may be missing for a unit.
  const rows = rollout([2, 3, 4]).filter(({ u, t }) => u !== 5 || t !== 4);
  const result = { ...ask('did.groupTime', asked, rows) } as Record<string, object>;
  const { groupTime, dynamic, pretrend, units } = result;
  expect(units).toBe(18);
  expect(groupTime).toMatchObject({
    '3-2': { att: close(4), se: close(2.9328913808478916) },
    '3-3': { att: close(4.5), se: close(2.5504175402528957) },
    '4-2': { att: null, se: null },
    '4-3': { att: null, se: null },
  });
  expect(dynamic).toMatchObject({
    overall: { att: close(3.9166666666666665), se: close(0.9819699823804678) },
    by: { '-1': { att: close(4) } },
  });
  expect(Object.keys((dynamic as { by: object }).by).sort()).toEqual(['-1', '0', '1']);
  expect(pretrend).toMatchObject({ df: 1 });
});

test('first treated after the last period is never treated: Python csdid 0.4.3', () => {
  expect(
    ask('did.groupTime', { ...design, controlGroup: 'never-treated' }, rollout([0, 3, 9])),
  ).toMatchObject({
    groupTime: {
      '3-2': { att: close(1.25), se: close(2.547125285929654) },
      '3-3': { att: close(7.583333333333332), se: close(2.2302372818454392) },
      '3-4': { att: close(0.24999999999999986), se: close(1.4099103596407192) },
    },
    dynamic: { overall: { att: close(3.916666666666666), se: close(1.5783914104063173) } },
  });
});

test('interval on log S: R survival 3.5-3, survfit(conf.type = "log", conf.int = 0.9)', () => {
  const times = [1, 2, 2, 3, 4, 5, 6, 8, 9, 9];
  const events = [1, 0, 1, 1, 0, 1, 1, 0, 1, 0];
  const rows = times.map((t, i) => ({ t, s: events[i] as number }));
  const conf = { type: 'log', level: 0.9 };
  expect(ask('survival.km', { time: 't', status: 's', horizons: [1, 6], conf }, rows)).toMatchObject({
    groups: {
      all: {
        at: {
          1: { incidenceLower: 0, incidenceUpper: close(0.24326587685409) },
          6: { incidenceLower: close(0.169830987755686), incidenceUpper: close(0.79609758146701) },
        },
      },
    },
  });
});

test('weights of the controls only tell how much rests on one person: Newton’s method in R 4.2.2', () => {
  const x = [1, 3, 2, 0, 1, 2, 3, 4, 1, 0, 2];
  const outcomes = [5, 8, 6, 1, 3, 4, 6, 7, 2, 2, 5];
  const rows = x.map((value, i) => ({ x: value, y: outcomes[i] as number, z: i < 3 ? 1 : 0 }));
  expect(
    ask('weight.entropyBalance', { outcome: 'y', treatment: 'z', covariates: 'x', estimand: 'ATT' }, rows),
  ).toMatchObject({
    att: close(2.03749185806),
    essControl: close(7.390387678952),
    maxWeightShare: close(0.197106079772),
  });
});

test('seasons written in words in a series: R sandwich 3.0-2, NeweyWest(lag = 2, prewhite = FALSE)', () => {
  const outcomes = [3, 5, 9, 4, 4, 6, 9, 6, 8, 9, 13, 8, 9, 11, 14, 10];
  const seasons = ['hiver', 'printemps', 'ete', 'automne'];
  const rows = outcomes.map((y, i) => ({ t: i + 1, y, q: seasons[i % 4] as string }));
  const inputs = { outcome: 'y', time: 't', interruption: 9, lag: 2, covariates: 'q' };
  expect(ask('its.segmented', inputs, rows)).toMatchObject({
    coefficients: {
      intercept: { estimate: close(2.92857142857143), se: close(0.35479491114641) },
      level: { estimate: close(1.98809523809524), se: close(0.41450627638082) },
      slope: { estimate: close(0.02380952380952), se: close(0.06671202038864) },
      qete: { estimate: close(4.5625), se: close(0.39491689809226) },
    },
  });
});

test('a category in a rollout is its indicators', () => {
  const rows = rollout([0, 3, 3]).map((row) => {
    const region = ['est', 'nord', 'sud'][Math.floor(Number(row.u) / 3) % 3] as string;
    return { ...row, region, nord: Number(region === 'nord'), sud: Number(region === 'sud') };
  });
  for (const estimator of ['dr', 'reg', 'ipw']) {
    const asked = { ...design, estimator };
    const inWords = ask('did.groupTime', { ...asked, covariates: 'region' }, rows);
    expect(inWords).toEqual(ask('did.groupTime', { ...asked, covariates: ['nord', 'sud'] }, rows));
    expect(inWords).toHaveProperty('groupTime.3-3.se');
    expect(inWords).not.toMatchObject({ groupTime: { '3-3': { se: null } } });
  }
});

test('a universal base shows the period all others are compared with, at 0: Python csdid 0.4.3', () => {
  const asked = { ...design, basePeriod: 'universal', anticipation: 1 };
  expect(ask('did.groupTime', asked, rollout([0, 3, 4]))).toMatchObject({
    groupTime: {
      '3-1': { att: 0, se: null, lower: null, upper: null },
      '3-2': { att: close(-1.5), se: close(2.6675345809831117) },
      '4-1': { att: close(5.5), se: close(2.829245417002497) },
      '4-2': { att: 0, se: null, lower: null, upper: null },
      '4-3': { att: close(6.166666666666667) },
    },
    dynamic: {
      overall: { att: close(3.3333333333333335), se: close(1.5399765510480274) },
      by: { '-2': { att: 0, se: null }, '-1': { att: close(2.3333333333333335) } },
    },
  });
});
