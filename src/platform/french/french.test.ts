import { expect, test } from 'vitest';
import { frenchDay, frenchPeriod, periodsBetween, shortDay, shortPeriod } from './date.ts';
import { exactDuration, plainDuration, within } from './duration.ts';
import { baseFor, between, commonBase, outOf } from './frequency.ts';
import { centsAsEuros, euros, eurosWithRange, wholeEuros } from './money.ts';
import { counted, frenchList, frenchNumber } from './number.ts';
import { ofMany, quoted, typeset } from './typography.ts';

/** Assertions written with ordinary spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  [0, 0, '0'],
  [999, 0, '999'],
  [1000, 0, '1 000'],
  [1234567.891, 2, '1 234 567,89'],
  [-0.4, 1, '−0,4'],
  [-0.04, 1, '0,0'],
  [0.5, 3, '0,500'],
])('number %f with %i decimals is %s', (value, decimals, said) => {
  expect(plain(frenchNumber(value, decimals))).toBe(said);
});

test('thousands are held together by a narrow no-break space', () => {
  expect(frenchNumber(1000)).toBe('1\u202f000');
});

test('below two is singular, and lists end with « et »', () => {
  expect([0, 1, 2, 1000].map((n) => plain(counted(n, 'ligne', 'lignes')))).toEqual([
    '0 ligne',
    '1 ligne',
    '2 lignes',
    '1 000 lignes',
  ]);
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(frenchList)).toEqual(['', 'a', 'a et b', 'a, b et c']);
});

test.each([
  ['2026-10-31', '31 octobre 2026', '31 oct. 2026'],
  ['2020-02-01', '1er février 2020', '1er févr. 2020'],
  ['hier', 'hier', 'hier'],
])('day %s', (day, long, short) => {
  expect([plain(frenchDay(day)), plain(shortDay(day))]).toEqual([long, short]);
});

test.each([
  ['2019-03', 'mars 2019', 'mars 2019'],
  ['2019-W12', 'semaine 12 de 2019', 'S12 2019'],
  ['2019-Q1', '1er trimestre 2019', 'T1 2019'],
  ['2019-Q4', '4e trimestre 2019', 'T4 2019'],
  ['all', 'ensemble', 'ensemble'],
  ['2019-13', '2019-13', '2019-13'],
])('period %s', (period, long, short) => {
  expect([plain(frenchPeriod(period)), plain(shortPeriod(period))]).toEqual([long, short]);
});

test.each([
  ['2018-11', '2019-02', 3],
  ['2019-Q4', '2020-Q1', 1],
  ['2020-W53', '2021-W01', 1],
  ['2019-W52', '2020-W01', 1],
  ['2019-03', '2019-W12', null],
])('from %s to %s there are %s periods', (from, to, count) => {
  expect(periodsBetween(from, to)).toBe(count);
});

test.each([
  [1, '1 jour', 'dans la journée qui suit'],
  [7, 'une semaine', 'dans la semaine qui suit'],
  [28, 'quatre semaines', 'dans les quatre semaines'],
  [30, 'un mois', 'dans le mois qui suit'],
  [45, '45 jours', 'dans les 45 jours'],
  [84, 'douze semaines', 'dans les douze semaines'],
  [90, 'trois mois', 'dans les trois mois'],
  [180, 'six mois', 'dans les six mois'],
  [182, 'six mois', 'dans les six mois'],
  [365, 'un an', "dans l'année qui suit"],
  [730, 'deux ans', 'dans les deux ans'],
  [364, '364 jours', 'dans les 364 jours'],
])('%i days', (days, said, limit) => {
  expect([plain(plainDuration(days)), plain(within(days))]).toEqual([said, limit]);
});

test.each([
  ['2019-01/2019-03', 'janv. à mars 2019'],
  ['2018-11/2019-02', 'nov. 2018 à févr. 2019'],
  ['2019-W12/2019-W15', 'S12 à S15 2019'],
])('cohorts taken together: %s', (period, said) => {
  expect(plain(shortPeriod(period))).toBe(said);
});

test('exact durations stay in days', () => {
  expect([0, 1, 1095].map((days) => plain(exactDuration(days)))).toEqual(['0 jour', '1 jour', '1 095 jours']);
});

test.each([
  [0.14, 0.13, 0.15, '14 sur 100', 'entre 13 et 15'],
  [0.003, 0.002, 0.0041, '3 sur 1 000', 'entre 2 et 4'],
  [0.0305, 0.03025, 0.03075, '305 sur 10 000', 'entre 303 et 308'],
  [0.0303, 0.03005, 0.0309, '303 sur 10 000', 'entre 301 et 309'],
  [0.14, 0.1396, 0.1404, '1 400 sur 10 000', 'entre 1 396 et 1 404'],
  [0.002, 0.0001, 0.04, '2 sur 1 000', 'entre 0 et 40'],
  [0.00002, 0.000012, 0.000031, '2 sur 100 000', 'entre 1 et 3'],
  [0.0000021, 0.00000203, 0.00000217, '2,10 sur 1 000 000', 'entre 2,03 et 2,17'],
  [0.25, 0.06, 0.54, '25 sur 100', 'entre 6 et 54'],
  [0.9995, 0.999, 0.9998, '9 995 sur 10 000', 'entre 9 990 et 9 998'],
  [0, 0, 0.03, '0 sur 100', 'entre 0 et 3'],
  [0, 0, 0, '0 sur 100', 'intervalle non calculable'],
  [1, 1, 1, '100 sur 100', 'intervalle non calculable'],
])('the share %f (%f to %f) is said %s, %s', (value, lower, upper, said, interval) => {
  const share = { value, lower, upper };
  const base = baseFor(share);
  expect([plain(outOf(value, base)), plain(between(share, base))]).toEqual([said, interval]);
});

test('figures shown together share a base in which the smallest still counts someone', () => {
  const main = { value: 0.14, lower: 0.13, upper: 0.15 };
  expect(commonBase(main, [])).toBe(100);
  expect(commonBase(main, [{ value: 0.0854, lower: 0.085, upper: 0.086 }])).toBe(100);
  expect(commonBase(main, [{ value: 0.003, lower: 0.002, upper: 0.0041 }])).toBe(1000);
  expect(commonBase(main, [{ value: 0, lower: 0, upper: 0.01 }])).toBe(100);
});

test('punctuation is tied to its word', () => {
  expect(typeset('« 38 % » : oui ; non ?')).toBe('«\u00a038\u00a0%\u00a0»\u00a0: oui\u00a0; non\u00a0?');
  expect(quoted('site')).toBe('«\u00a0site\u00a0»');
});

test.each([
  ['logements', 'de logements'],
  ['allocataires', 'd’allocataires'],
  ['élèves', 'd’élèves'],
  ['habitants', 'd’habitants'],
  ['handicapés', 'de handicapés'],
])('many %s: plus %s', (noun, said) => {
  expect(ofMany(noun)).toBe(said);
});

test.each([
  [0.9, '0,90 €'],
  [9.994, '9,99 €'],
  [9.996, '10 €'],
  [1233.4, '1 233 €'],
  [-3.5, '−3,50 €'],
])('%f euros are said %s', (amount, said) => {
  expect(plain(euros(amount))).toBe(said);
});

test('amounts read together are said alike, and stay apart', () => {
  expect(plain(eurosWithRange(10, 9.69, 10.33))).toBe('10,00 € (entre 9,69 € et 10,33 €)');
  expect(plain(eurosWithRange(120.2, 120.1, 120.4))).toBe('120,20 € (entre 120,10 € et 120,40 €)');
  expect(plain(eurosWithRange(974, 801, 1241))).toBe('974 € (entre 801 € et 1 241 €)');
  expect(plain(eurosWithRange(974, null, null))).toBe('974 €');
});

test('a sum kept in cents is said exactly, or in whole euros', () => {
  expect([1_234_560, 1_234_500].map((cents) => plain(centsAsEuros(cents)))).toEqual([
    '12 345,60 €',
    '12 345 €',
  ]);
  expect(plain(wholeEuros(1_234_560))).toBe('12 346 €');
});
