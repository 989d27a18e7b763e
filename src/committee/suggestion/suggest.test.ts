import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakEven } from './answer.ts';
import { suggest } from './suggest.ts';
import type { EffectToJudge, SuggestionInput } from './suggestion.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const effect: EffectToJudge = {
  kind: 'effect',
  value: 0.024,
  standardError: 0.005,
  withoutService: 0.12,
  unit: 'share',
  label: null,
  horizon: 180,
  measuredOn: '2026-11-23',
  users: 10_000,
  pending: null,
};

const asked = (terms: Partial<SuggestionInput>, figure: Partial<EffectToJudge> = {}): SuggestionInput => ({
  today: '2026-11-28',
  level: 5,
  failedChecks: [],
  threshold: 0.01,
  valuePerOutcome: 2_000,
  costPerYear: 200_000,
  usersPerYear: 20_000,
  figure: { ...effect, ...figure },
  ...terms,
});

test.each([
  ['clearly above what counts', asked({}), 'accelerate', 'above-both'],
  ['probably above', asked({}, { value: 0.016, standardError: 0.007 }), 'continue', 'leaning-above'],
  ['probably below', asked({}, { value: 0.003, standardError: 0.007 }), 'slow-down', 'leaning-below'],
  [
    'near nothing',
    asked({ costPerYear: 400_000 }, { value: 0.001, standardError: 0.003 }),
    'stop',
    'too-small-to-matter',
  ],
  [
    'positive, never enough',
    asked({ threshold: 0.03 }, { value: 0.008, standardError: 0.002 }),
    'slow-down',
    'worth-yet-below',
  ],
  [
    'below, without a price',
    asked({ threshold: 0.03, valuePerOutcome: null }, { value: 0.02, standardError: 0.004 }),
    'stop',
    'too-small-to-matter',
  ],
  ['harm', asked({}, { value: -0.02 }), 'stop', 'harm'],
  [
    'harm at a first horizon',
    asked({}, { value: -0.02, pending: { horizon: 365, day: '2027-03-01' } }),
    'slow-down',
    'too-early-to-stop',
  ],
  ['dear', asked({ costPerYear: 2_000_000 }), 'slow-down', 'too-costly'],
  ['few data', asked({}, { value: 0, standardError: 0.03 }), 'cannot-tell', 'not-settled'],
  [
    'a threshold below 0: a loss tolerated',
    asked({ threshold: -0.02, valuePerOutcome: null }, { value: -0.01, standardError: 0.003 }),
    'accelerate',
    'above-both',
  ],
  ['no threshold nor price', asked({ threshold: null, costPerYear: null }), 'cannot-tell', 'no-threshold'],
  [
    'no threshold, harm all the same',
    asked({ threshold: null, costPerYear: null }, { value: -0.02 }),
    'stop',
    'harm',
  ],
  ['level 2', asked({ level: 2 }), 'cannot-tell', 'weak-evidence'],
  ['more than a year old', asked({}, { measuredOn: '2025-11-27' }), 'cannot-tell', 'out-of-date'],
  ['exactly a year old', asked({}, { measuredOn: '2025-11-28' }), 'accelerate', 'above-both'],
  ['no error given', asked({}, { standardError: 0 }), 'cannot-tell', 'not-enough'],
] as const)('%s', (_, input, answer, because) => {
  const found = suggest(input);
  expect([found.answer, found.because]).toEqual([answer, because]);
});

test.each([
  'no-plan',
  'no-measure',
  'no-comparison',
  'not-enough',
  'not-mature',
  'not-comparable',
  'not-identified',
] as const)('nothing to judge (%s): it says so, why and what to do', (reason) => {
  const found = suggest({
    ...asked({}),
    figure: { kind: 'nothing', reason, sentence: null, nextFigure: '2027-01-14' },
  });
  expect([found.answer, found.because]).toEqual(['cannot-tell', reason]);
  expect(found.reasons[0]).toMatch(/\.$/);
  expect(plain(found.nextStep ?? '')).toContain('Prochain chiffre le 14 janvier 2027.');
});

/** 12 of 100 without the service, 15 with: bias of 0.125 × 15 points = 1.875; N(3, hypot(0.5, 1.875)) above 1: 0.84865. */
test('an adjusted comparison is believed less than a draw at random with the same figures', () => {
  const figure = { value: 0.03 };
  const [drawn, adjusted] = [suggest(asked({}, figure)), suggest(asked({ level: 3 }, figure))];
  expect(adjusted.belief).toMatchObject({ hiddenBias: 0.01875 });
  expect(adjusted.probability.aboveThreshold).toBeCloseTo(0.84865, 4);
  expect([drawn.answer, adjusted.answer]).toEqual(['accelerate', 'continue']);
  expect(plain(adjusted.reasons.at(-1) ?? '')).toContain(
    'multiplierait par 1,5 les chances d’utiliser le service',
  );
  expect(plain(adjusted.nextStep ?? '')).toContain('plus d’usagers n’y changerait rien');
});

/** Bound of 1.645 × 0.7 points below 1 point: (0.7 / ((1.6 - 1) / 1.2816))² - 1 = 1.2355 times 10,000 users. */
test('it says how many more users would settle the matter', () => {
  const found = suggest(asked({}, { value: 0.016, standardError: 0.007 }));
  expect(plain(found.nextStep ?? '')).toBe(
    'Environ 12 000 usagers suivis de plus, soit environ 8 mois d’entrées : si l’effet est bien celui estimé, on pourrait conclure.',
  );
});

/** Raiffa & Schlaifer: gain of 6 € ± 14 a user, loss 14 (φ(z) - z Φ(-z)) with z = 3/7, times 20,000 users. */
test('what knowing everything is worth', () => {
  const found = suggest(asked({}, { value: 0.008, standardError: 0.007 }));
  expect(found.valueOfKnowing.perfect).toBeCloseTo(61_808.17, 2);
  expect(plain(found.valueOfKnowing.sentences[0] ?? '')).toBe(
    'Se tromper coûte en moyenne 62 000 € par an : aucune étude ne vaut davantage.',
  );
});

test('more of an adjusted comparison leaves its bias: it is worth less than a draw', () => {
  const { sameMeasure, draw, perfect } = suggest(
    asked({ level: 3, costPerYear: 800_000 }, { value: 0.022, standardError: 0.004 }),
  ).valueOfKnowing;
  expect(sameMeasure?.worth).toBeLessThan((draw?.worth ?? 0) / 2);
  expect(draw?.worth).toBeLessThan(perfect ?? 0);
});

const inputs = fc.record({
  value: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  standardError: fc.double({ min: 0.0005, max: 0.1, noNaN: true }),
  withoutService: fc.double({ min: 0, max: 0.9, noNaN: true }),
  level: fc.constantFrom(0, 1, 2, 3, 4, 5) as fc.Arbitrary<SuggestionInput['level']>,
  threshold: fc.option(fc.double({ min: -0.02, max: 0.05, noNaN: true })),
  valuePerOutcome: fc.option(fc.double({ min: 1, max: 10_000, noNaN: true })),
  costPerYear: fc.option(fc.double({ min: 0, max: 1e7, noNaN: true })),
  usersPerYear: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  users: fc.option(fc.integer({ min: 0, max: 100_000 })),
});

const from = ({ value, standardError, withoutService, users, ...terms }: ReturnType<typeof drawnInput>) =>
  asked(terms, { value, standardError, withoutService, users });
const drawnInput = () => fc.sample(inputs, 1)[0] as typeof inputs extends fc.Arbitrary<infer T> ? T : never;

test('never a number that is not one, never a sentence with one', () => {
  fc.assert(
    fc.property(inputs, (drawn) => {
      const found = suggest(from(drawn));
      const text = JSON.stringify(found, (_, item) =>
        typeof item === 'number' && !Number.isFinite(item) ? 'NOT FINITE' : item,
      );
      expect(text).not.toMatch(/NOT FINITE|NaN|Infinity|undefined/);
      expect(found.reasons.length).toBeGreaterThan(0);
    }),
  );
});

test('no suggestion to stop when the effect that counts is within reach of the data', () => {
  fc.assert(
    fc.property(inputs, (drawn) => {
      const found = suggest(from(drawn));
      if (found.answer !== 'stop') return;
      const bars = [drawn.threshold, breakEven(asked(drawn))].filter((bar) => bar !== null);
      expect(drawn.level).toBeGreaterThanOrEqual(3);
      expect(drawn.value + 1.64 * drawn.standardError).toBeLessThan(Math.max(0, ...bars));
    }),
    { numRuns: 500 },
  );
});

test('a better effect never makes the suggestion harder on the service', () => {
  const order = ['stop', 'slow-down', 'cannot-tell', 'continue', 'accelerate'];
  fc.assert(
    fc.property(inputs, fc.double({ min: 0, max: 0.05, noNaN: true }), (drawn, better) => {
      fc.pre(drawn.level === 5);
      const [before, after] = [from(drawn), from({ ...drawn, value: drawn.value + better })].map(
        (input) => suggest(input).answer,
      ) as [string, string];
      expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
    }),
  );
});
