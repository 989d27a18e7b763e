import { expect, test } from 'vitest';
import { readTermsForm, typedThreshold, typedValue } from './terms-form.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['share', 0.003, '0,3'],
  ['share', 0.025, '2,5'],
  ['share', -0.01, '−1'],
  ['share', 0.1, '10'],
  ['value', 100, '100'],
  ['value', 0.0004, '0,0004'],
] as const)('a threshold (%s) of %d is shown as %s, and sent again is the same', (unit, threshold, shown) => {
  const seuil = typedThreshold(threshold, unit);
  expect(plain(seuil)).toBe(shown);
  const form = new Map([
    ['seuil', seuil],
    ['valeur', typedValue(12_000.5)],
    ['raison', 'La même.'],
  ]);
  const read = readTermsForm(form, { indicator: 'i', unit });
  expect(read.threshold).toBeCloseTo(threshold, 9);
  expect(read.valuePerOutcome).toBe(12_000.5);
});

test('nothing set is shown empty, whole amounts without cents', () => {
  expect([typedThreshold(null, 'share'), typedValue(null), plain(typedValue(12_000))]).toEqual([
    '',
    '',
    '12 000',
  ]);
});
