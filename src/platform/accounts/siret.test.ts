import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSiret, spacedSiret } from './siret.ts';

// The Dinum, the usual worked example of Luhn's formula on a SIRET, and La Poste's head office.
test.each(['13002526500013', '73282932000074', '35600000000048'])('%s is a SIRET', (siret) => {
  expect(readSiret(siret)).toBe(siret);
  expect(readSiret(` ${spacedSiret(siret)}\n`)).toBe(siret);
});

test('an establishment of La Poste may add up to a multiple of five instead', () => {
  expect(readSiret('356 000 000 09075')).toBe('35600000009075');
  expect(() => readSiret('356 000 000 09076')).toThrow(/un de ses chiffres est faux/);
  // The same sum for another company is not one.
  expect(() => readSiret('365 000 000 09075')).toThrow(/un de ses chiffres est faux/);
});

test.each([
  ['', /aucun SIRET/],
  ['   ', /aucun SIRET/],
  ['130 025 265', /sont un SIREN : il manque les 5/],
  ['356 000 000', /sont un SIREN/],
  ['130 025 265 0001', /vous en avez écrit 13/],
  ['1300252650001345', /vous en avez écrit 16/],
  ['13002526500014', /un de ses chiffres est faux/],
  ['1300252650001a', /que des chiffres/],
  ['１３００２５２６５０００１３', /que des chiffres/],
  ["13002526500013' or 1=1", /que des chiffres/],
])('%j is refused in a sentence', (written, says) => {
  expect(() => readSiret(written)).toThrow(says);
});

test('one wrong digit is always seen', () => {
  const place = fc.integer({ min: 0, max: 13 });
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 9 }), (at, more) => {
      const siret = '13002526500013';
      const wrong = siret.replace(/./g, (digit, index) =>
        index === at ? String((Number(digit) + more) % 10) : digit,
      );
      expect(() => readSiret(wrong)).toThrow(/n’existe pas/);
    }),
  );
});
