import { expect, test } from 'vitest';
import { alteredId, personId, siretOf } from './identifiers.ts';

test('a person has an opaque identifier that nobody else has', () => {
  const ids = new Set<string>();
  for (let i = 0; i < 50_000; i++) ids.add(personId(1, i));
  for (let i = 0; i < 50_000; i++) ids.add(personId(1, 2 ** 31 + i));
  expect(ids.size).toBe(100_000);
  expect(personId(1, 0)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(personId(2, 0)).not.toBe(personId(1, 0));
  expect(alteredId(personId(1, 0))).toHaveLength(35);
});

/** The check as the register of companies states it: every second digit from the right is doubled. */
const luhn = (text: string): boolean =>
  [...text].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return sum + Math.floor(value / 10) + (value % 10);
  }, 0) %
    10 ===
  0;

test('a company has a SIRET of 14 digits whose two check digits are right', () => {
  expect(luhn('73282932000074')).toBe(true);
  const sirets = Array.from({ length: 5000 }, (_, i) => siretOf(5, i));
  expect(new Set(sirets).size).toBe(5000);
  expect(sirets.every((siret) => /^\d{14}$/.test(siret) && luhn(siret) && luhn(siret.slice(0, 9)))).toBe(
    true,
  );
});
