import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { saveFigures } from '../../portfolio/figures/save-figures.ts';
import { portfolioStamp } from '../../portfolio/queries/portfolio-stamp.ts';
import { allocationsOf } from './allocations.ts';
import { budgetHistory, budgetLines } from './budget-lines.ts';
import { costMoves } from './cost-move.ts';
import { costPerEffect } from './cost-per-effect.ts';
import type { NewBudgetLine } from './read-line.ts';
import { recordBudget, withdrawBudgetLine } from './record-budget.ts';
import { serviceCosts } from './service-costs.ts';
import { removeAllocation, setAllocation } from './set-allocation.ts';

const line = (own: Partial<NewBudgetLine> = {}): NewBudgetLine => ({
  from: '2026-01-01',
  until: '2026-12-31',
  cents: 36_500_000,
  state: 'forecast',
  nature: 'whole',
  activity: null,
  source: 'formulaire',
  reference: null,
  ...own,
});
const on = (day: string) => ({ actor: 'someone', at: `${day}T08:00:00.000Z` });
const year = { from: '2026-01-01', until: '2026-12-31' };

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const id of ['boite', 'autre', 'parts'])
      await createService(db, { id, name: id }, { actor: 'someone', at: '2026-01-01T08:00:00.000Z' });
  });
  afterAll(() => db.destroy());

  test('a budget is corrected by withdrawing: what was known on a day stays known', async () => {
    const before = await portfolioStamp(db);
    expect(await recordBudget(db, 'boite', [line()], on('2026-01-15'))).toEqual({ recorded: 1, already: 0 });
    expect(await portfolioStamp(db)).not.toBe(before);
    const [first] = await budgetLines(db, 'boite');
    await withdrawBudgetLine(db, 'boite', first?.id ?? '', on('2026-06-10'));
    await recordBudget(db, 'boite', [line({ cents: 40_000_000 })], on('2026-06-10'));
    const total = async (knownAt: string | null) => {
      const costs = await serviceCosts(db, 'boite', year, knownAt);
      return costs.kind === 'costs' ? costs.total : costs.kind;
    };
    expect(await total(null)).toBe(40_000_000);
    expect(await total('2026-03-01T00:00:00.000Z')).toBe(36_500_000);
    expect(await total('2026-01-14T00:00:00.000Z')).toBe('unknown');
    expect((await budgetHistory(db, 'boite')).map(({ withdrawnAt }) => withdrawnAt)).toEqual([
      null,
      '2026-06-10T08:00:00.000Z',
    ]);
  });

  test('a line is withdrawn once, and only by its own service', async () => {
    await recordBudget(db, 'autre', [line()], on('2026-01-15'));
    const [own] = await budgetLines(db, 'autre');
    const id = own?.id ?? '';
    await expect(withdrawBudgetLine(db, 'boite', id, on('2026-02-01'))).rejects.toThrow(/n’est plus là/);
    await withdrawBudgetLine(db, 'autre', id, on('2026-02-01'));
    await expect(withdrawBudgetLine(db, 'autre', id, on('2026-02-02'))).rejects.toThrow(/n’est plus là/);
  });

  test('the database itself refuses to change or lose a line', async () => {
    await expect(db.updateTable('budget_line').set({ cents: 1 }).execute()).rejects.toThrow(/never changed/);
    await expect(db.deleteFrom('budget_line').execute()).rejects.toThrow(/never taken out/);
    await expect(
      db.updateTable('budget_line').set({ withdrawn_at: null, withdrawn_by: null }).execute(),
    ).rejects.toThrow(/never changed/);
  });

  test('a file sent twice is written once, two lines alike in one file are two', async () => {
    const lines = [line({ cents: 100 }), line({ cents: 100 }), line({ cents: 200 })];
    expect(await recordBudget(db, 'parts', lines, on('2026-01-15'))).toEqual({ recorded: 3, already: 0 });
    expect(await recordBudget(db, 'parts', lines, on('2026-01-16'))).toEqual({ recorded: 0, already: 3 });
    expect(await recordBudget(db, 'parts', [...lines, line({ cents: 300 })], on('2026-01-17'))).toEqual({
      recorded: 1,
      already: 3,
    });
  });

  test('parts of a budget never add up to more than it', async () => {
    const part = (indicator: string, share: number) => ({ indicator, share, reason: 'parce que' });
    await setAllocation(db, 'parts', part('a', 0.6), on('2026-01-15'));
    await setAllocation(db, 'parts', part('b', 0.4), on('2026-01-15'));
    await expect(setAllocation(db, 'parts', part('c', 0.01), on('2026-01-15'))).rejects.toThrow(/il reste 0/);
    await setAllocation(db, 'parts', part('a', 0.25), on('2026-03-15'));
    const shares = async (knownAt: string | null) =>
      (await allocationsOf(db, 'parts', knownAt)).map(({ indicator, share }) => [indicator, share]);
    expect(await shares(null)).toEqual([
      ['a', 0.25],
      ['b', 0.4],
    ]);
    expect(await shares('2026-02-01T00:00:00.000Z')).toEqual([
      ['a', 0.6],
      ['b', 0.4],
    ]);
    await removeAllocation(db, 'parts', 'a', on('2026-04-01'));
    await expect(removeAllocation(db, 'parts', 'a', on('2026-04-02'))).rejects.toThrow(/déjà été retirée/);
    expect(await shares(null)).toEqual([['b', 0.4]]);
  });

  test('what a use costs moves with the figures the service declares', async () => {
    const use = (value: number, measuredOn: string) => ({
      indicator: 'Utilisateurs actifs par mois',
      kind: 'usage' as const,
      value,
      unit: 'utilisateurs',
      isTarget: false,
      measuredOn,
      periodStart: null,
      placeLevel: null,
      placeCode: null,
      frequency: null,
      automated: null,
      collected: null,
      comment: null,
    });
    const figures = [use(40_000, '2026-03-31'), use(50_000, '2026-09-30')];
    await saveFigures(db, 'boite', figures, { source: 'test', now: '2026-10-01T08:00:00.000Z' });
    await recordBudget(db, 'boite', [line({ from: '2025-01-01', until: '2025-12-31' })], on('2026-10-01'));
    const { perUse, perAdditionalOutcome, publication } = await costPerEffect(db, 'boite', '2026-10-02');
    // 92 days of 2025 at 1 000 €, 273 days of 2026 at 400 000 € a year.
    expect(perUse.kind === 'cost' && perUse.value).toBeCloseTo((92_000 + (273 * 400_000) / 365) / 50_000, 6);
    expect(publication).toBeNull();
    expect(perAdditionalOutcome).toMatchObject({ kind: 'insufficient', reason: 'no-figure' });
    const moves = await costMoves(db, 'boite', { since: '2026-04-15', day: '2026-10-02' });
    expect(moves.perUse.kind).toBe('moved');
    expect(moves.perUse.sentence).toMatch(/^Au 15\u00a0avril\u00a02026, il était de/);
  });
});
