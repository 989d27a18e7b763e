import { describe, expect, test } from 'vitest';
import { effectHandlers } from './effect.ts';
import { matchingHandlers } from './matching.ts';
import type { Table } from './request.ts';
import { sensitivityHandlers } from './sensitivity.ts';
import { sequentialHandlers } from './sequential.ts';
import { weightingHandlers } from './weighting.ts';

const handlers = {
  ...effectHandlers,
  ...sequentialHandlers,
  ...matchingHandlers,
  ...weightingHandlers,
  ...sensitivityHandlers,
};

const ask = (method: string, inputs: Record<string, unknown>, rows?: Table): Record<string, unknown> => {
  const answer = handlers[method]?.({
    method,
    inputs: { data: 'd', ...inputs },
    tables: rows === undefined ? {} : { d: rows },
  });
  return { ...answer };
};

/** Every number a result holds, however deep. */
const numbers = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbers)
      : [];

const people: Table = Array.from({ length: 40 }, (_, i) => ({
  use: i % 3 === 0 ? 'yes' : 'no',
  z: i % 2,
  d: i % 2 === 1 && i % 5 !== 0 ? 1 : 0,
  y: (i * 7) % 5 < 2 ? 1 : 0,
  wage: (i * 37) % 23,
  age: (i * 13) % 17,
  zone: ['n', 's', 'e'][i % 3 === 0 ? i % 2 : (i + 1) % 3] ?? 'n',
}));

const questions: [string, Record<string, unknown>][] = [
  ['effect.twoProportions', { outcome: 'y', arm: 'use', treated: 'yes' }],
  ['effect.twoMeans', { outcome: 'wage', arm: 'use', treated: 'yes' }],
  ['effect.cace', { outcome: 'y', assigned: 'z', received: 'd' }],
  ['effect.linAdjusted', { outcome: 'wage', arm: 'use', treated: 'yes', covariates: ['age', 'zone'] }],
  ['effect.cuped', { outcome: 'wage', arm: 'use', treated: 'yes', covariate: 'age' }],
  ['effect.aipw', { outcome: 'wage', treatment: 'use', treated: 'yes', covariates: 'age' }],
  ['match.propensity', { treatment: 'use', treated: 'yes', covariates: ['age'] }],
  ['match.exact', { outcome: 'wage', treatment: 'use', treated: 'yes', on: 'zone' }],
  ['match.nearest', { outcome: 'wage', treatment: 'use', treated: 'yes', covariates: ['age'] }],
  ['balance.smd', { treatment: 'use', treated: 'yes', covariates: ['age', 'zone'] }],
  ['weight.ipw', { outcome: 'wage', treatment: 'use', treated: 'yes', covariates: ['age'] }],
  ['weight.entropyBalance', { outcome: 'wage', treatment: 'use', treated: 'yes', covariates: ['age'] }],
];

describe.each(questions)('%s', (method, inputs) => {
  test('answers finite figures, by people or by counts alike', () => {
    const answer = ask(method, inputs, people);
    expect(answer.error).toBeUndefined();
    expect(numbers(answer).length).toBeGreaterThan(0);
    expect(numbers(answer).every(Number.isFinite)).toBe(true);
    const { firstScores: _, ...once } = ask(
      method,
      { ...inputs, count: 'n' },
      people.map((row) => ({ ...row, n: 1 })),
    );
    expect(answer).toMatchObject(once);
  });

  test('an unknown column, an empty arm, no row and no table are refused', () => {
    const arm = ['arm', 'assigned', 'treatment'].find((key) => key in inputs) ?? 'arm';
    expect(ask(method, { ...inputs, [arm]: 'missing' }, people)).toMatchObject({ error: 'unknown-column' });
    expect(ask(method, { ...inputs, treated: 'nobody', control: 'no' }, people)).toMatchObject({
      error: 'empty-group',
    });
    expect(ask(method, inputs, [])).toMatchObject({ error: 'empty-group' });
    expect(ask(method, inputs)).toMatchObject({ error: 'invalid-input' });
  });
});

describe('what cannot be told', () => {
  const apart = people.map((row) => ({ ...row, decides: row.use === 'yes' ? 1 : 0 }));
  test.each(['match.propensity', 'match.nearest', 'weight.ipw', 'weight.entropyBalance', 'effect.aipw'])(
    '%s refuses a covariate that decides who is treated',
    (method) => {
      const inputs = { outcome: 'wage', treatment: 'use', treated: 'yes', covariates: ['age', 'decides'] };
      expect(ask(method, inputs, apart)).toMatchObject({ error: 'not-identified' });
    },
  );

  test('no first stage, and take-up that is neither 0 nor 1', () => {
    const flat = people.map((row) => ({ ...row, d: 1 }));
    const inputs = { outcome: 'y', assigned: 'z', received: 'd' };
    expect(ask('effect.cace', inputs, flat)).toMatchObject({ error: 'not-identified' });
    expect(ask('effect.cace', { ...inputs, received: 'age' }, people)).toMatchObject({
      error: 'invalid-input',
    });
  });

  test('three arms need to be told which one compares', () => {
    const inputs = { outcome: 'wage', arm: 'zone', treated: 'n' };
    expect(ask('effect.twoMeans', inputs, people)).toMatchObject({ error: 'invalid-input' });
    expect(ask('effect.twoMeans', { ...inputs, control: 's' }, people).error).toBeUndefined();
    expect(ask('effect.twoMeans', { ...inputs, treated: 'z' }, people)).toMatchObject({
      error: 'empty-group',
    });
  });
});

test('sequences and boundaries refuse what has no meaning', () => {
  const rows = [3, 1, 2].map((i) => ({ i, x: i }));
  expect(
    ask('sequential.asymptoticCs', { value: 'x', order: 'i', alpha: 0.05, rho: 1, at: [2] }, rows),
  ).toMatchObject({ at: { 2: { estimate: 1.5 } } });
  expect(ask('sequential.asymptoticCs', { value: 'x', alpha: 0.05, rho: 0, at: [2] }, rows)).toMatchObject({
    error: 'invalid-input',
  });
  expect(ask('sequential.asymptoticCs', { value: 'x', alpha: 1.5, rho: 1, at: [2] }, rows)).toMatchObject({
    error: 'invalid-input',
  });
  expect(ask('sequential.normalMixtureBound', { v: [-1], alpha: 0.05, vOpt: 10 })).toMatchObject({
    error: 'invalid-input',
  });
  expect(
    ask('sequential.normalMixtureBound', { v: 0, alpha: 0.05, vOpt: 10, oneSided: true }).bound,
  ).toHaveLength(1);
});

test('hidden causes: gammas and measures out of range are refused', () => {
  expect(ask('sensitivity.evalue', { measure: 'RR', estimate: 0 })).toMatchObject({ error: 'invalid-input' });
  expect(ask('sensitivity.evalue', { measure: 'DD', estimate: 2 })).toMatchObject({ error: 'invalid-input' });
  expect(ask('sensitivity.evalue', { estimate: 2 })).toMatchObject({ interval: null });
  expect(
    ask('sensitivity.rosenbaumBinary', { discordantPairs: 10, treatedOnly: 8, gammas: 1.5 }),
  ).toHaveProperty(['bounds', '1.5', 'upper']);
});
