import { describe, expect, test } from 'vitest';
import { readExpected, readRows } from '../../../fixtures/statistics/read-fixture.ts';
import { answer } from './index.ts';
import type { Table } from './request.ts';

const ask = (method: string, inputs: Record<string, unknown>, rows: Table) =>
  answer({ method, inputs: { data: 'd', ...inputs }, tables: { d: rows } });

const delay = { eventDate: 'event', reportDate: 'report', asOf: '2020-02-29', maxDelay: 21 };
const triangle = { origin: 'cohort', development: 'period', cumulative: 'cumulative' };

test('nowcast.delay answers for each day of the period, days without report included', () => {
  const want = readExpected<{ cdf: readonly number[]; nowcast: number; observed: number }>(
    'reports.expected.json',
  );
  const rows = readRows('reports.csv').filter((row) => row.event !== '2020-02-27');
  const result = ask('nowcast.delay', delay, rows);
  expect(result).toMatchObject({ byDate: { '2020-02-27': { observed: 0, nowcast: 0 } } });
  expect(ask('nowcast.delay', delay, readRows('reports.csv'))).toMatchObject({
    observedTotal: want.observed,
    nowcastTotal: expect.closeTo(want.nowcast, 8),
    cdf: { 0: expect.closeTo(want.cdf[0] ?? 0, 12), 21: 1 },
  });
});

test('nowcast.delay says why when the register is too young', () => {
  const rows = [{ event: '2020-02-28', report: '2020-02-28' }];
  expect(ask('nowcast.delay', delay, rows)).toMatchObject({
    observedTotal: 1,
    nowcastTotal: null,
    sentence: expect.stringContaining('pas suivi depuis assez longtemps'),
  });
});

test('nowcast.chainLadder does not depend on the order of rows', () => {
  const rows = readRows('triangle.csv').map((r) => ({ ...r, cumulative: Number(r.cumulative) }));
  const want = readExpected<{ totalSe: number }>('triangle.expected.json');
  const result = ask('nowcast.chainLadder', triangle, rows);
  expect(result).toMatchObject({ total: { mackSe: expect.closeTo(want.totalSe, 8) } });
  expect(ask('nowcast.chainLadder', triangle, [...rows].reverse())).toEqual(result);
  // What is not known yet may be left empty.
  const later = [98, 99].map((period) => ({ ...rows.at(-1), period, cumulative: null }));
  expect(ask('nowcast.chainLadder', triangle, [...rows, ...later])).toEqual(result);
});

describe('refusals', () => {
  const one = { cohort: 'a', period: 1, cumulative: 3 };
  test.each([
    ['invalid-time', 'nowcast.delay', delay, [{ event: '2020-02-03', report: '2020-02-01' }]],
    ['invalid-time', 'nowcast.delay', delay, [{ event: '2020-02-30', report: '2020-03-01' }]],
    [
      'invalid-time',
      'nowcast.delay',
      { ...delay, asOf: 'hier' },
      [{ event: '2020-02-03', report: '2020-02-05' }],
    ],
    [
      'invalid-input',
      'nowcast.delay',
      { ...delay, maxDelay: 1.5 },
      [{ event: '2020-02-03', report: '2020-02-05' }],
    ],
    ['unknown-column', 'nowcast.delay', delay, [{ event: '2020-02-03' }]],
    ['empty-group', 'nowcast.delay', delay, []],
    ['invalid-input', 'nowcast.chainLadder', triangle, [one, one]],
    ['invalid-input', 'nowcast.chainLadder', triangle, [{ ...one, cumulative: -3 }]],
    [
      'invalid-input',
      'nowcast.chainLadder',
      triangle,
      [one, { ...one, period: 3 }, { ...one, cohort: 'b', period: 1 }, { ...one, cohort: 'b', period: 2 }],
    ],
  ])('%s: %s %o %o', (code, method, inputs, rows) => {
    expect(ask(method, inputs, rows)).toMatchObject({ error: code, sentence: expect.stringMatching(/\.$/) });
  });
});
