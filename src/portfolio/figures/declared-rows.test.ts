import { expect, test } from 'vitest';
import { declaredRows } from './declared-rows.ts';

const figure = (change: object) => ({
  indicator: 'Simulations',
  kind: 'usage' as const,
  value: 1200,
  unit: 'simulations',
  isTarget: false,
  measuredOn: '2026-10-31',
  periodStart: null,
  placeCode: null,
  comment: null,
  source: 'stats',
  ...change,
});
const plain = (text: string | null | undefined) => text?.replace(/\s/g, ' ');

test('the last value, what it was before, what it aims at; in the row of its kind', () => {
  const [row, ...others] = declaredRows([
    figure({ measuredOn: '2026-09-30', value: 900 }),
    figure({ measuredOn: '2026-10-31', periodStart: '2026-10-01' }),
    figure({ measuredOn: '2026-12-31', value: 2000, isTarget: true }),
    figure({ measuredOn: '2026-11-30', value: 1, placeCode: '75' }),
  ]);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ matrix: 'used', name: 'Simulations', day: '2026-10-31' });
  expect(plain(row?.sentence)).toBe(
    '1 200 simulations du 1er octobre 2026 au 31 octobre 2026, selon le service. Objectif : 2 000 simulations le 31 décembre 2026.',
  );
  expect(plain(row?.trend)).toBe('En hausse (le 30 septembre 2026 : 900 simulations).');
});

test('one date alone has no trend; a target alone is not a figure; a value of a territory is not that of all', () => {
  expect(declaredRows([figure({ kind: 'impact' })])).toMatchObject([{ matrix: 'impactful', trend: null }]);
  expect(declaredRows([figure({ isTarget: true }), figure({ indicator: 'Paris', placeCode: '75' })])).toEqual(
    [],
  );
});
