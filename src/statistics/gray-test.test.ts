import { expect, test } from 'vitest';
import { readExpected, readFollowUp } from '../../fixtures/statistics/read-fixture.ts';
import { grayTest } from './gray-test.ts';

type Tests = Readonly<
  Record<string, { readonly statistic: number; readonly df: number; readonly p: number }>
>;

const expected = readExpected<{ gray: Tests; grayPair: Tests }>('competing.expected.json');
const groups = readFollowUp('competing.csv');

test.each([
  ['three groups', ['north', 'south', 'west'], expected.gray],
  ['in another order', ['west', 'north', 'south'], expected.gray],
  ['two groups', ['south', 'north'], expected.grayPair],
] as const)('as R cmprsk: %s', (_, names, wanted) => {
  for (const [cause, want] of Object.entries(wanted)) {
    const got = grayTest(
      names.map((name) => groups.get(name) ?? []),
      Number(cause),
    );
    expect(got.statistic).toBeCloseTo(want.statistic, 8);
    expect(got.df).toBe(want.df);
    expect(got.pValue).toBeCloseTo(want.p, 8);
  }
});

test('splitting counts changes nothing', () => {
  const [a = [], b = []] = [groups.get('north'), groups.get('south')];
  const doubled = [...a, ...a];
  const heavier = a.map((c) => ({ ...c, n: 2 }));
  expect(grayTest([doubled, b])).toEqual(grayTest([heavier, b]));
});

test('nothing happened: no statistic rather than 0', () => {
  const quiet = [{ time: 3, status: 0, n: 5 }];
  expect(grayTest([quiet, quiet])).toEqual({ statistic: null, df: 0, pValue: null });
  const others = [{ time: 2, status: 2, n: 5 }];
  expect(grayTest([others, quiet])).toEqual({ statistic: null, df: 0, pValue: null });
});
