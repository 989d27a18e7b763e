import { describe, expect, test } from 'vitest';
import { flat, reading, rowsOf } from './fixtures/simulated-panels.ts';
import type { PanelRow } from './panel-table.ts';

describe('periods as people write them', () => {
  test.each([
    [['2024-01', '2024-02', '2024-03'], 'month'],
    [['01/2024', '02/2024'], 'month'],
    [['2024-Q1', '2024-T2', 'T3 2024'], 'quarter'],
    [['2024-W01', '2024-S02'], 'week'],
    [['2019', '2020'], 'year'],
    [['1', '2', '192'], 'number'],
    [['2024-01-01', '2024-02-01', '2024-03-01'], 'month'],
    [['2024-01-31', '2024-02-29', '2024-03-31'], 'month'],
    [['2023-01-01', '2024-01-01'], 'year'],
    [['2024-01-01', '2024-04-01', '2024-10-01'], 'quarter'],
    [['01/01/2024', '08/01/2024', '15/01/2024'], 'week'],
    [['2024-01-01', '2024-01-02', '2024-01-05'], 'day'],
  ])('%j are read by %s', (periods, size) => {
    const rows = rowsOf({ A: null, B: null }, periods, flat);
    expect(reading(rows).rollout.periodSize).toBe(size);
    expect(reading(rows).rollout.periods).toHaveLength(periods.length);
  });

  test.each<[string, PanelRow[], RegExp]>([
    [
      'two rows for one cell',
      [...rowsOf({ A: null }, ['2024-01'], flat), ...rowsOf({ A: null }, ['2024-01'], flat)],
      /deux lignes pour la période/,
    ],
    [
      'two starts for one territory',
      [...rowsOf({ A: '2024-01' }, ['2024-01'], flat), ...rowsOf({ A: null }, ['2024-02'], flat)],
      /plusieurs dates d’arrivée/,
    ],
    ['a period that is none', rowsOf({ A: null }, ['hier'], flat), /n’est pas comprise/],
    ['forms that do not go together', rowsOf({ A: null }, ['2024-01', '2024-Q2'], flat), /plusieurs formes/],
    [
      'an arrival coarser than the periods',
      rowsOf({ A: '2024' }, ['2024-01', '2024-02'], flat),
      /ne se place pas parmi des périodes/,
    ],
  ])('%s: said in a sentence', (_, rows, sentence) => {
    expect(() => reading(rows)).toThrow(sentence);
  });
});
