import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createService } from '../../portfolio/create-service.ts';
import { budgetCsv } from './budget-csv.ts';
import { budgetLines } from './budget-lines.ts';
import { importBudget } from './import-budget.ts';
import { recordBudget } from './record-budget.ts';

const author = { actor: 'foulee', at: '2026-11-28T08:00:00.000Z' };
const asked = (text: string, service: { id: string; name: string } | null = null) => ({
  text,
  source: 'depenses.csv',
  today: '2026-11-28',
  service,
});

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const [id, name] of [
      ['estime', 'Estime'],
      ['lbb', 'La Bonne Boîte'],
      ['copie', 'Copie'],
    ] as const)
      await createService(db, { id, name }, author);
  });
  afterAll(() => db.destroy());

  test('a file of many services goes to each, by identifier or by name', async () => {
    const text = 'produit;annee;CP\nestime;2024;100 000\nla bonne boite;2024;200 000\nEstime;2025;110 000\n';
    expect(await importBudget(db, asked(text), author)).toEqual({
      services: 2,
      recorded: 3,
      already: 0,
      others: 0,
    });
    expect(await importBudget(db, asked(text, { id: 'lbb', name: 'La Bonne Boîte' }), author)).toEqual({
      services: 1,
      recorded: 0,
      already: 1,
      others: 2,
    });
  });

  test('every fault is said with its line, and nothing at all is recorded', async () => {
    const before = await budgetLines(db, 'estime');
    const text = 'produit;annee;CP\nestime;2023;1\ninconnu;2023;1\nestime;hier;1\n';
    const refusal = await importBudget(db, asked(text), author).catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw new Error('it is refused');
    expect(refusal.message).toMatch(/ligne 3 : aucun service.*\n.*ligne 4 : .*hier/);
    expect(await budgetLines(db, 'estime')).toEqual(before);
    await expect(importBudget(db, asked('annee;CP\n2023;1\n'), author)).rejects.toThrow(/option --service/);
  });

  test('of a file shared by many, rows of services that are not listed are left aside and counted', async () => {
    const shared = (text: string) => importBudget(db, { ...asked(text), isShared: true }, author);
    const text = 'produit;annee;CP\nestime;2022;1\ninconnu;2022;1\ninconnu;hier;1\n';
    expect(await shared(text)).toEqual({ services: 1, recorded: 1, already: 0, others: 2 });
    await expect(shared('produit;annee;CP\ninconnu;2021;1\nestime;hier;1\n')).rejects.toThrow(/ligne 3/);
    await expect(shared('annee;CP\n2023;1\n')).rejects.toThrow(/option --service/);
  });

  test('what is written out is read back the same', async () => {
    const line = {
      from: '2026-01-01',
      until: '2026-03-31',
      cents: 1_234_567,
      state: 'forecast',
      nature: 'services',
      activity: 'Développeur, ops',
      source: 'formulaire',
      reference: '=SOMME(A1)',
    } as const;
    await recordBudget(db, 'copie', [{ ...line, reference: 'BC « 12 »; lot 2' }], author);
    const [own] = await budgetLines(db, 'copie');
    const text = budgetCsv('copie', await budgetLines(db, 'copie'));
    expect(await importBudget(db, asked(text), author)).toMatchObject({ recorded: 0, already: 1 });
    expect(own).toMatchObject({ cents: 1_234_567, reference: 'BC « 12 »; lot 2' });
    // A spreadsheet would run it: it is said as text.
    expect(budgetCsv('copie', [{ ...line, id: '', recordedAt: author.at, withdrawnAt: null }])).toContain(
      "'=SOMME(A1)",
    );
  });
});
