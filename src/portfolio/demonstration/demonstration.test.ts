import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { readPortfolio } from '../beta-gouv/read-portfolio.ts';
import { caseLibrary } from '../cases/library.ts';
import { importPortfolio } from '../import/import-portfolio.ts';
import { portfolioRows } from '../queries/portfolio-rows.ts';
import { serviceDetails } from '../queries/service-details.ts';
import { ensureDemonstration } from './ensure-demonstration.ts';

const now = '2026-11-27T10:00:00.000Z';

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  test('an empty portfolio gets the demonstration once, marked as such everywhere', async () => {
    expect(await ensureDemonstration(db, now)).toBe(caseLibrary.length);
    expect(await ensureDemonstration(db, now)).toBe(0);
    const rows = await portfolioRows(db, '2026-11-27');
    expect(rows).toHaveLength(caseLibrary.length);
    for (const row of rows) {
      expect(row.demonstration).toBe(true);
      expect(row.name).toContain('démonstration');
      expect(row.effect).not.toBeNull();
      expect(row.organisation).not.toBeNull();
    }
    expect(await serviceDetails(db, 'demo-la-bonne-boite', '2026-11-27')).toMatchObject({
      demonstration: true,
      effect: { domain: 'social', beneficiaries: 'les demandeurs d’emploi' },
      organisations: [{ id: 'france-travail', name: 'France Travail' }],
      declared: [],
    });
  });

  test('a list imported beside it changes nothing of it, and is not taken for it', async () => {
    const list = JSON.stringify({ data: [{ id: 'la-bonne-boite', attributes: { name: 'La Bonne Boite' } }] });
    await importPortfolio(db, readPortfolio(list, 'liste'), { source: 'liste', now });
    const rows = await portfolioRows(db, '2026-11-27');
    expect(rows.filter(({ demonstration }) => demonstration)).toHaveLength(caseLibrary.length);
    expect(rows.filter(({ removedUpstreamOn }) => removedUpstreamOn !== null)).toEqual([]);
  });
});
