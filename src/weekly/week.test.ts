import { expect, test } from 'vitest';
import { daysOf, mondayOf, weekAfter, weekOf, weeksBetween } from './week.ts';

test('ISO weeks around the turn of years, as the standard’s own examples give them', () => {
  expect(
    ['2005-01-01', '2007-01-01', '2008-12-29', '2010-01-03', '2026-12-31', '2027-01-03'].map(weekOf),
  ).toEqual(['2004-W53', '2007-W01', '2009-W01', '2009-W53', '2026-W53', '2026-W53']);
  expect(mondayOf('2009-W01')).toBe('2008-12-29');
  expect(daysOf('2026-W53').at(-1)).toBe('2027-01-03');
  expect(weekAfter('2026-W53')).toBe('2027-W01');
  expect(weekAfter('2027-W01', -1)).toBe('2026-W53');
  expect(weeksBetween('2026-W48', '2027-W01')).toBe(6);
});
