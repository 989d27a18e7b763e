import { describe, expect, it } from 'vitest';
import { disclosure } from './requests.ts';

const table = [
  { row: 'A', col: 'x', n: 4 },
  { row: 'A', col: 'y', n: 30 },
  { row: 'B', col: 'x', n: 25 },
  { row: 'B', col: 'y', n: 40 },
];
const ask = (method: string, inputs: Record<string, unknown>, rows: readonly object[] = table) =>
  disclosure[method]?.({
    method,
    inputs: { data: 't', row: 'row', column: 'col', count: 'n', ...inputs },
    tables: { t: rows as never },
  });

describe('disclosure requests', () => {
  it('hides the square around a small cell, and audits it', () => {
    expect(ask('disclosure.suppress', {})).toEqual({
      primary: ['A/x'],
      complementary: ['A/y', 'B/x', 'B/y'],
      minComplementary: 3,
      exact: true,
      attack: {
        intervals: {
          'A/x': { lower: 0, upper: 29 },
          'A/y': { lower: 5, upper: 34 },
          'B/x': { lower: 0, upper: 29 },
          'B/y': { lower: 36, upper: 65 },
        },
      },
    });
  });

  it('needs no other cell when totals are not published', () => {
    expect(ask('disclosure.suppress', { marginsPublished: false })).toMatchObject({
      complementary: [],
      attack: { intervals: { 'A/x': { lower: 0, upper: null } } },
    });
  });

  it('rounds a table coherently', () => {
    expect(ask('disclosure.roundTable', { base: 5 })).toMatchObject({ rounded: { '*/*': 100, 'A/y': 30 } });
  });

  it.each([
    ['unknown-column', { count: 'absent' }, table],
    ['empty-group', {}, []],
    ['invalid-input', {}, [{ row: 'A', col: 'x', n: -1 }]],
    ['invalid-input', {}, [{ row: 'A', col: 'x', n: null }]],
    ['invalid-input', { threshold: 'many' }, table],
    ['not-identified', {}, [{ row: 'A', col: 'x', n: 4 }]],
  ])('refuses with %s', (error, inputs, rows) => {
    const refusal = ask('disclosure.suppress', inputs, rows);
    expect(refusal).toMatchObject({ error });
    expect(refusal).toHaveProperty('sentence', expect.stringMatching(/[a-zé]/));
  });
});
