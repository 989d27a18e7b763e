import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeasureDocument } from '../../measure/measure.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { databaseHistory } from '../../weekly/history/database-history.ts';
import { type Browser, type TestSite, testSite } from '../accounts/test-site.tsx';
import { receivedPlan } from '../collect/fixtures/collecting-site.ts';
import { keepDraft } from '../team/publications/drafts.ts';

const week = '/equipe/services/mon-service/foulee';
const path = `${week}/publication`;

describe.each(testDatabases())('from the run to a publication, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    const by = { actor: 'foulee', at: site.context.now() };
    await createService(db, { id: 'mon-service', name: 'Mon service' }, by);
    const plan = { service: 'mon-service', text: receivedPlan, note: '', after: 0 };
    await savePlanVersion(db, plan, by);
    admin = await site.firstAdministrator('admin@exemple.fr');
  });
  afterAll(() => db.destroy());

  const saveRun = (document: object | null) =>
    databaseHistory(db).save({
      service: 'mon-service',
      week: '2026-W48',
      at: site.context.now(),
      document: document as MeasureDocument | null,
      reading: { moved: [], matured: [], broken: [], silent: {} },
      isSimulated: false,
    });
  const join = async (role: string): Promise<Browser> => {
    const email = `${role}@exemple.fr`;
    await admin.open('/equipe/services/mon-service/membres');
    await admin.send('/equipe/services/mon-service/membres', { email, role });
    const browser = await site.browser().open(site.lastLink());
    return browser.send('/connexion/confirmer');
  };
  const settle = (state: 'failed' | 'done', outcome: string) =>
    db.updateTable('job').set({ state, outcome }).where('kind', '=', 'run-publication').execute();

  test('a run that measured nothing offers nothing to publish, and asking for it leads back', async () => {
    await saveRun(null);
    expect((await admin.open(week)).html).not.toContain('Publier ce chiffre');
    expect([(await admin.open(path)).status, admin.location]).toEqual([303, week]);
  });

  test('asked for, prepared, refused with the reason, asked again, and led to what the public will read', async () => {
    await saveRun({ measures: [], inputs: [] });
    await admin.open(week);
    expect([(await admin.send(path)).status, admin.location]).toEqual([303, path]);
    expect((await admin.open(path)).html).toContain('La publication se prépare');
    await settle(
      'failed',
      'Le plan a changé depuis que cette foulée a été faite. Lancez de nouveau la foulée.',
    );
    expect((await admin.open(path)).html).toContain('Ce chiffre n’est pas publié');
    expect(admin.html).toContain('Le plan a changé depuis');
    await admin.open(week);
    await admin.send(path);
    expect((await admin.open(path)).html).toContain('La publication se prépare');

    const { id: account } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const draft = await keepDraft(site.context, { service: 'mon-service', account }, '{}');
    await settle('done', 'Prête à être relue.');
    expect([(await admin.open(path)).status, admin.location]).toEqual([
      303,
      `/equipe/services/mon-service/essais/${draft}`,
    ]);
    // Someone else of the team did not ask: nothing of it is shown.
    const member = await join('member');
    expect([(await member.open(path)).status, member.location]).toEqual([303, week]);
    site.wait(3_600_001);
    expect([(await admin.open(path)).status, admin.location]).toEqual([303, week]);
  });

  test('who may not publish is refused; who is not signed in is asked to; another service says nothing', async () => {
    const sponsor = await join('sponsor');
    const space = '/equipe/services/mon-service';
    expect((await sponsor.open(space)).html).not.toContain('Déposer un fichier');
    expect((await admin.open(space)).html).toContain('Déposer un fichier');
    expect((await sponsor.open(week)).html).not.toContain('Publier ce chiffre');
    expect((await sponsor.open(path)).status).toBe(403);
    expect((await site.browser().open(path)).status).toBe(303);
    const forged = await admin.post(path, {}, { origin: 'https://ailleurs.test' });
    expect(forged.status).toBe(403);
    const elsewhere = path.replace('mon-service', 'aucun');
    expect((await sponsor.open(elsewhere)).status).toBe(404);
  });
});
