import { expect, test } from 'vitest';
import { triangleGrid } from './triangle-grid.ts';

const cohort = (name: string) => ({ cohort: name, units: 10, outcomes: 0, maturity: 1, estimates: [] });
const cell = (from: string, period: string, outcomes: number, complete = true) => ({
  cohort: from,
  period,
  outcomes,
  complete,
});

test('cohorts line up on the time since entry', () => {
  const grid = triangleGrid(
    [cohort('2018-11'), cohort('2018-12')],
    [cell('2018-11', '2018-11', 1), cell('2018-11', '2019-01', 3), cell('2018-12', '2019-01', 5, false)],
    13,
  );
  expect(grid.width).toBe(3);
  expect(grid.hasLater).toBe(false);
  expect(grid.rows.map((row) => row.cells.map((one) => one?.outcomes ?? null))).toEqual([
    [1, null, 3],
    [null, 5, null],
  ]);
});

test('what does not fit in the columns is added up, not lost', () => {
  const cells = ['2019-Q1', '2019-Q2', '2019-Q3', '2019-Q4'].map((period, index) =>
    cell('2019-Q1', period, 2 ** index),
  );
  const grid = triangleGrid([cohort('2019-Q1')], cells, 2);
  expect(grid).toMatchObject({
    width: 2,
    hasLater: true,
    rows: [{ later: { outcomes: 12, complete: true } }],
  });
});

test('no cell, no column', () => {
  expect(triangleGrid([cohort('2019-Q1')], [], 5)).toMatchObject({
    width: 0,
    hasLater: false,
    rows: [{ later: null }],
  });
});
