import { expect, test } from 'vitest';
import { daysText, durationDays, suggestDuration } from './duration.ts';

test('days and weeks are whole days', () => {
  expect([durationDays('90d'), durationDays('12w'), durationDays('0d')]).toEqual([90, 84, 0]);
});

test.each([
  [90, '90d'],
  ['90', '90d'],
  ['90 jours', '90d'],
  ['90J', '90d'],
  ['3 semaines', '3w'],
  ['6m', '183d'],
  ['6 mois', '183d'],
  ['1 an', '365d'],
  ['2 trimestres', '183d'],
  ['1,5 mois', '46d'],
  ['bientôt', undefined],
  ['0d', undefined],
  ['5000 ans', undefined],
  [-3, undefined],
  [null, undefined],
])('who wrote %s meant %s', (written, suggestion) => {
  expect(suggestDuration(written)).toBe(suggestion);
});

test('days are said in French', () => {
  expect([daysText(0), daysText(1), daysText(2)]).toEqual(['0 jour', '1 jour', '2 jours']);
});
