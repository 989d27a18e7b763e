import { expect, test } from 'vitest';
import { judgeObjective } from './judge-objective.ts';
import type { KnownFigure } from './known-figures.ts';
import { typedNumber } from './typed-number.ts';

const share = (value: number, lower: number, upper: number): KnownFigure => ({
  indicator: 'hired',
  name: 'Embauches',
  sentence: '',
  figure: {
    figure: { value, lower, upper, level: 0.95, n: 500, isShare: true },
    value,
    saidIn: 'share',
    base: 100,
    at: 'dans les six mois',
    say: (said) => `${Math.round(said * 100)} sur 100`,
  },
});
const atLeast = {
  tie: { indicator: 'hired', direction: 'at-least', target: 0.15 },
  dueOn: '2027-06-01',
} as const;
const atMost = { ...atLeast, tie: { ...atLeast.tie, direction: 'at-most' } } as const;

test.each([
  [
    'above, whole',
    atLeast,
    share(0.18, 0.16, 0.2),
    'reached',
    /pour un objectif d’au moins 15 sur 100 : il est atteint/,
  ],
  ['below, whole', atLeast, share(0.12, 0.1, 0.14), 'not', /il n’est pas atteint/],
  ['across', atLeast, share(0.16, 0.14, 0.18), 'not-measurable', /l’intervalle contient l’objectif/],
  ['on the bound', atLeast, share(0.17, 0.15, 0.19), 'reached', /il est atteint/],
  ['below what must not be passed', atMost, share(0.12, 0.1, 0.14), 'reached', /d’au plus 15 sur 100/],
  ['above what must not be passed', atMost, share(0.18, 0.16, 0.2), 'not', /n’est pas atteint/],
  ['no figure', atLeast, null, 'not-measurable', /Aucun chiffre/],
] as const)('%s', (_, objective, figure, verdict, says) => {
  const result = judgeObjective(objective, figure, '2027-06-15');
  expect(result).toMatchObject({ verdict, isComputed: true });
  expect(result.word).toMatch(says);
});

test('what is not due yet is never said to be missed, and may already be reached', () => {
  const early = '2027-05-01';
  expect(judgeObjective(atLeast, share(0.12, 0.1, 0.14), early)).toMatchObject({
    verdict: 'not-measurable',
    word: expect.stringContaining('ce jour n’est pas venu'),
  });
  expect(judgeObjective(atLeast, share(0.18, 0.16, 0.2), early).verdict).toBe('reached');
});

test.each([
  ['120 000', 120_000],
  ['120\u202f000 €', 120_000],
  ['0,5', 0.5],
  ['−1', -1],
  ['15 %', 15],
])('%s is a number', (typed, value) => {
  expect(typedNumber(typed, 'un nombre')).toBe(value);
});

test.each(['', 'dix', '1e9', '1,2,3', 'NaN', '12345678901234'])('« %s » is refused', (typed) => {
  expect(() => typedNumber(typed, 'un nombre')).toThrow(/n’est pas un nombre/);
});
