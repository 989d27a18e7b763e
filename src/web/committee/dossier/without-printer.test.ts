import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { prepareSession } from '../../../committee/sessions/prepare-session.ts';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { type Browser, testSite } from '../../accounts/test-site.tsx';
import { dossierPath, printedDossierPath } from './paths.ts';

vi.mock('@myriaddreamin/typst-ts-node-compiler', () => {
  throw new Error('Cannot find native binding.');
});

const author = { actor: 'compte-1', role: 'member', at: '2026-11-23T10:00:00.000Z' };

describe.each(testDatabases())('on a machine that cannot print, on $name', ({ open }) => {
  let db: Database;
  let admin: Browser;
  let id = '';
  beforeAll(async () => {
    db = await open();
    await createService(db, { id: 'boite', name: 'La Boîte' }, author);
    const typed = { plannedOn: '2026-12-01', moneyEndsOn: '', question: '' };
    id = await prepareSession(db, 'boite', typed, author);
    admin = await testSite(db).firstAdministrator('admin@exemple.fr');
  }, 60_000);
  afterAll(() => db.destroy());

  test('the page stands, without a figure too; the file says what is missing and what to do', async () => {
    const page = await admin.open(dossierPath('boite', id));
    expect(page.status).toBe(200);
    expect(page.html).toContain('On ne le sait pas.');
    const { status, html } = await admin.open(printedDossierPath('boite', id));
    expect(status).toBe(501);
    expect(html).toContain('Impression indisponible ici');
    expect(html).not.toContain('native binding');
  });
});
