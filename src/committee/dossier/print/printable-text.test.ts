import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { fontCoverage } from './font-coverage.ts';
import { printableText } from './printable-text.ts';

const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const draws = fontCoverage(readFileSync(font));
const code = (char: string) => char.codePointAt(0) ?? 0;

test('the coverage of DejaVu Sans, as its own documentation lists it', () => {
  for (const char of 'aéœÆ«»’—≥→€½عربيةЖΩא') expect(draws(code(char)), char).toBe(true);
  for (const char of '中नগ🚀🇫') expect(draws(code(char)), char).toBe(false);
});

test.each([
  ['Été à Œuf, n° 5 : « 12 € »', 'Été à Œuf, n° 5 : « 12 € »'],
  ['fusée 🚀, drapeau 🏳️‍🌈, France 🇫🇷', 'fusée ▯, drapeau ▯, France ▯'],
  ['مرحبا', 'مرحبا'],
  ['a\u0000b\u0007c\u202ed', 'abcd'],
  ['une ligne\r\nune autre\tici', 'une ligne\nune autre ici'],
  ['#panic("x") *a* _b_ $x$ \\ <l> @r', '#panic("x") *a* _b_ $x$ \\ <l> @r'],
])('%s', (text, printed) => {
  expect(printableText(text, draws)).toBe(printed);
});

test('a word without end may be cut; ordinary words and hyphens are left alone', () => {
  expect(printableText('x'.repeat(50), draws)).toBe(`${'x'.repeat(24)}\u200b${'x'.repeat(24)}\u200bxx`);
  expect(printableText('anticonstitutionnel peut-être anticonstitutionnel', draws)).not.toContain('\u200b');
});
