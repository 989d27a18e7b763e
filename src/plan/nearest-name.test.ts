import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestName } from './nearest-name.ts';

test.each([
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['subject', 'sujbect', 1],
  ['ca', 'abc', 3],
])('distance of %s and %s is %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test('a distance is symmetric, and no more than the longer word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
    { seed: 2026, numRuns: 200 },
  );
});

const known = ['subject', 'target', 'time', 'window', 'where', 'exit', 'entry', 'matching_right'];

test.each([
  ['sujet', 'subject'],
  ['cible', 'target'],
  ['Fenêtre', 'window'],
  ['matching-right', 'matching_right'],
  ['matchingRight', 'matching_right'],
  ['tiem', 'time'],
  ['exi', 'exit'],
  ['zzz', null],
  ['constructor', null],
  ['', null],
])('%s → %s', (written, name) => {
  expect(nearestName(written, known)).toBe(name);
});
