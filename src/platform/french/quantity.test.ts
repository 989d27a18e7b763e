import { expect, test } from 'vitest';
import { fittingStep, measured, ownStep, quantity, rangeText, roundingStep } from './quantity.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  [69_980, 90_020, 'entre 70 000 et 90 000'],
  [584.2, 1163, 'entre 580 et 1 160'],
  [0.0123, 0.0456, 'entre 0,012 et 0,046'],
  [-3.2, 4.1, 'entre −3,2 et 4,1'],
  [5, 5, 'entre 5 et 5'],
])('from %f to %f is said %s', (lower, upper, said) => {
  expect(plain(rangeText(lower, upper, 'dossiers', roundingStep(lower, upper)))).toBe(said);
});

test.each([
  [2, 'h', 0.01, '2 h'],
  [1.749, 'h', 0.01, '1 h 45'],
  [2.05, 'heures', 0.01, '2 h 03'],
  [0.5, 'h', 0.01, '30 min'],
  [-1.5, 'h', 0.01, '−1 h 30'],
  [0, 'h', 0.01, '0 min'],
  [12.345, 'kg', 0.1, '12,3 kg'],
  [8.2, 'sur 10', 0.01, '8,20 sur 10'],
])('%f %s at %f is %s', (value, unit, step, said) => {
  expect(plain(measured(value, unit, step))).toBe(said);
});

test('a figure without interval keeps three figures, and never loses a whole unit', () => {
  expect([1234, 12.345, 0.012345, 0].map((value) => plain(quantity(value, ownStep(value))))).toEqual([
    '1 234',
    '12,3',
    '0,0123',
    '0',
  ]);
});

test.each([
  [8, 'sur 10', 1],
  [8.2, 'sur 10', 0.1],
  [8.25, 'sur 10', 0.01],
  [13359, 'personnes', 1],
  [2.5, '€', 0.01],
  [0.123, 'sur 10', 0.001],
])('the step that says %f %s without needless zeros is %f', (value, unit, step) => {
  expect(fittingStep(value, unit)).toBeCloseTo(step, 10);
});
