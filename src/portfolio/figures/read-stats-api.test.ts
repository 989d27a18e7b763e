import { expect, test } from 'vitest';
import { Refusal } from '../../platform/refusal.ts';
import { readStatsApi, statsAddress } from './read-stats-api.ts';

const meaning = { indicator: 'Trajets', unit: 'trajets', periodicity: 'month' } as const;
const read = (document: unknown) =>
  readStatsApi(JSON.stringify(document), 'https://exemple.fr/stats', meaning);

test('the address asks for a period when it does not say one', () => {
  expect(statsAddress('https://exemple.fr/api', 'week')).toBe(
    'https://exemple.fr/api?periodicity=week&since=52',
  );
  expect(statsAddress('https://exemple.fr/api?since=3&cle=a', 'month')).toBe(
    'https://exemple.fr/api?since=3&cle=a&periodicity=month',
  );
});

test('dates are ISO or seconds; what is not a value and its date is left out and said', () => {
  const { figures, notUnderstood } = read({
    description: 'Nombre de trajets',
    stats: [
      { value: 12, date: '2026-09-01T00:00:00.000Z' },
      { value: 14.5, date: Date.UTC(2026, 9, 1) / 1000 },
      { value: '15', date: '2026-11-01' },
      { value: 16 },
      { value: 1, date: 1e300 },
      'rien',
    ],
  });
  expect(figures.map(({ value, measuredOn }) => [measuredOn, value])).toEqual([
    ['2026-09-01', 12],
    ['2026-10-01', 14.5],
  ]);
  expect(figures[0]).toMatchObject({
    indicator: 'Trajets',
    unit: 'trajets',
    frequency: 'mensuelle',
    kind: 'usage',
    comment: 'Nombre de trajets',
  });
  expect(notUnderstood.map(({ where }) => where)).toEqual(['stats[2]', 'stats[3]', 'stats[4]', 'stats[5]']);
});

test.each([{ data: [] }, [], 'non', { stats: {} }])('%j is refused', (document) => {
  expect(() => read(document)).toThrow(Refusal);
});
