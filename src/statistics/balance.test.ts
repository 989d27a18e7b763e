import { describe, expect, test } from 'vitest';
import { covariateBalance, worstBalance } from './balance.ts';
import { covariateMatrix } from './covariates.ts';

const covariates = covariateMatrix(
  [
    { name: 'age', values: [20, 30, 40, 30, 50, 70] },
    { name: 'zone', values: ['n', 's', 's', 'n', 'n', 's'] },
  ],
  'all',
);
const base = { treated: [1, 1, 1, 0, 0, 0], counts: [1, 1, 1, 1, 1, 1], covariates };

describe('covariate balance', () => {
  test('standardises by the spread chosen, always unweighted', () => {
    const smd = (denominator: 'treated' | 'control' | 'pooled' | 'all', weights?: readonly number[]) =>
      covariateBalance({ ...base, denominator, ...(weights === undefined ? {} : { weights }) }).age?.smd;
    expect(smd('treated')).toBeCloseTo(-20 / 10, 12);
    expect(smd('control')).toBeCloseTo(-20 / 20, 12);
    expect(smd('pooled')).toBeCloseTo(-20 / Math.sqrt(250), 12);
    expect(smd('all')).toBeCloseTo(-20 / Math.sqrt((400 + 3 * 100 + 900) / 5), 12);
    expect(smd('treated', [1, 1, 1, 1, 0, 0])).toBeCloseTo(0, 12);
  });

  test('shows every level of a category, and the worst covariate', () => {
    const balance = covariateBalance({ ...base, denominator: 'pooled' });
    expect(Object.keys(balance)).toEqual(['age', 'zonen', 'zones']);
    expect(worstBalance(balance)?.name).toBe('age');
  });

  test('a covariate that does not vary has no smd unless the means agree', () => {
    const flat = (values: number[]) =>
      covariateBalance({
        ...base,
        covariates: covariateMatrix([{ name: 'x', values }]),
        denominator: 'treated',
      }).x?.smd;
    expect(flat([1, 1, 1, 1, 1, 1])).toBe(0);
    expect(flat([1, 1, 1, 2, 2, 2])).toBeNull();
  });
});
