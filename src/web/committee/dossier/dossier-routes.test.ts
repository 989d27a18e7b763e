import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceMadeKnown } from '../../../committee/evidence/fixtures/known-service.ts';
import { gatherEvidence } from '../../../committee/evidence/gather-evidence.ts';
import { freezeSession } from '../../../committee/sessions/freeze-session.ts';
import { addObjective } from '../../../committee/sessions/objectives.ts';
import { prepareSession } from '../../../committee/sessions/prepare-session.ts';
import { readSession } from '../../../committee/sessions/session.ts';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { type Browser, type TestSite, testSite } from '../../accounts/test-site.tsx';
import { dossierPath, printedDossierPath } from './paths.ts';

const author = { actor: 'compte-1', role: 'member', at: '2026-11-23T10:00:00.000Z' };
const plain = (html: string) => html.replace(/[\u00a0\u202f]|&nbsp;/g, ' ').replace(/<[^>]*>/g, '');

describe.each(testDatabases())('the dossier of a committee, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  let id = '';
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    const service = await serviceMadeKnown(db);
    await createService(db, { id: 'autre', name: 'Autre' }, author);
    await service.publish('2026-10-31', '2026-11-09');
    const typed = {
      plannedOn: '2026-12-01',
      moneyEndsOn: '',
      question: 'Continuer <b>six mois</b> ? #panic("x")',
    };
    id = await prepareSession(db, 'boite', typed, author);
    const words = { text: 'Dix régions', dueOn: '2027-05-31', tie: null };
    await addObjective(db, { service: 'boite', id }, words, author);
    admin = await site.firstAdministrator('admin@exemple.fr');
  }, 60_000);
  afterAll(() => db.destroy());

  test('before the freeze, a draft that says so, with the figure and the question as written', async () => {
    const { html, status } = await admin.open(dossierPath('boite', id));
    expect(status).toBe(200);
    const said = plain(html);
    expect(said).toContain('Dossier du comité du 1er décembre 2026');
    expect(said).toMatch(/Ébauche : ce qui est connu au 27 novembre 2026 n’est pas figé/);
    expect(said).toContain('Dix régions, pour le 31 mai 2027');
    expect(html).toContain('Continuer &lt;b&gt;six mois');
    expect(html).toContain('<svg');
    expect(html).toContain(`href="${printedDossierPath('boite', id)}"`);
  });

  test('frozen, it no longer moves: what is withdrawn later does not change it', async () => {
    const session = await readSession(db, 'boite', id);
    if (session === null) throw new Error('no session');
    await freezeSession(db, session, await gatherEvidence(db, 'boite', '2026-11-27'), author);
    const frozen = (await admin.open(dossierPath('boite', id))).html;
    expect(plain(frozen)).not.toContain('Ébauche');
    const pdf = (await admin.open(printedDossierPath('boite', id))).html;
    await db
      .insertInto('correction')
      .values({
        ...{ id: 'later', kind: 'withdrawal', reason: 'Faux.', role: 'steward', actor: 'foulee' },
        ...{ at: '2026-11-28T08:00:00.000Z' },
        publication: (await db.selectFrom('publication').select('sha256').executeTakeFirstOrThrow()).sha256,
      })
      .execute();
    expect((await admin.open(dossierPath('boite', id))).html).toBe(frozen);
    expect((await admin.open(printedDossierPath('boite', id))).html).toBe(pdf);
  });

  test('in print: a file with a name, for this reader alone', async () => {
    const { status, headers, html } = await admin.open(printedDossierPath('boite', id));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe('attachment; filename="dossier-boite-2026-12-01.pdf"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html.slice(0, 5)).toBe('%PDF-');
  });

  test('nobody else learns that it exists', async () => {
    for (const path of [dossierPath('boite', id), printedDossierPath('boite', id)]) {
      expect((await site.browser().open(path)).status).toBe(303);
      expect((await admin.open(path.replace('boite', 'autre'))).status).toBe(404);
      expect((await admin.open(path.replace(id, 'aucun'))).status).toBe(404);
      expect((await admin.open(path.replace('boite', 'inconnu'))).status).toBe(404);
    }
  });
});
