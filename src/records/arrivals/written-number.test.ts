import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenNumber } from './written-number.ts';

test.each([
  ['12', '12'],
  ['-12,5', '-12.5'],
  ['1 234', '1234'],
  ['1\u202f234\u00a0567,8', '1234567.8'],
  ['1,234,567', '1234567'],
  ['1,234.5', '1234.5'],
  ['0,123', '0.123'],
  ['1,23', '1.23'],
  ['2e3', '2e3'],
  ['1,234', 'ambiguous'],
  ['12 34', null],
  ['1.234.567', null],
  ['1,23,456', null],
  ['12 %', null],
  ['', null],
  ['1e999', null],
])('%j is read as %j', (written, read) => {
  expect(writtenNumber(written)).toBe(read);
});

test('what French or English writes with its thousands apart is the same number, or is refused', () => {
  const number = fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .map((value) => Math.round(value * 100) / 100);
  fc.assert(
    fc.property(number, fc.constantFrom('fr-FR', 'en-US'), (value, language) => {
      const read = writtenNumber(new Intl.NumberFormat(language).format(value).replace('\u2212', '-'));
      expect(read === 'ambiguous' || Number(read) === value).toBe(true);
    }),
  );
});
