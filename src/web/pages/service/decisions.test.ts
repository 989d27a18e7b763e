import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceMadeKnown } from '../../../committee/evidence/fixtures/known-service.ts';
import { completeDecision } from '../../../committee/sessions/complete-decision.ts';
import { decidedCommittee } from '../../../committee/sessions/fixtures/decided-committee.ts';
import { readDecisions } from '../../../committee/sessions/read-decisions.ts';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { siteOn } from '../../fixtures/site-on.ts';
import { siteData } from '../../view/site-data.ts';

const plain = (html: string) => html.replace(/[\u00a0\u202f]|&nbsp;/g, ' ').replace(/<[^>]*>/g, '');
const today = () => '2026-12-01';

describe.each(testDatabases())('decisions that anyone may read, on $name', ({ open }) => {
  let db: Database;
  let ask: (path: string) => Promise<string>;
  beforeAll(async () => {
    db = await open();
    const service = await serviceMadeKnown(db);
    await service.publish('2026-08-31', '2026-09-07');
    const data = siteData(db, today);
    const { app, facts } = siteOn(db, {
      theme: 'neutre',
      address: 'https://impact.test',
      today,
      data,
      log: { info() {}, warn() {}, error: (...lines: unknown[]) => console.error(...lines) },
    });
    let stamp = await data.stamp();
    ask = async (path) => {
      const now = await data.stamp();
      // What a running site does a second later at most: pages of another stamp are forgotten.
      if (now !== stamp) facts.cache.clear();
      stamp = now;
      return (await app.request(`https://impact.test${path}`)).text();
    };
  }, 60_000);
  afterAll(() => db.destroy());

  const page = () => ask('/services/boite');
  const api = async () => JSON.parse(await ask('/api/v1/services/boite/decisions')) as unknown;

  test('a decision that is not public shows nowhere, until it is made so', async () => {
    expect(plain(await page())).toContain('Aucune décision n’a encore été rendue publique ici.');
    await decidedCommittee(db, {
      service: 'boite',
      decidedOn: '2026-11-02',
      reason: 'Ne pas lire <b>ceci</b>.',
      amount: 120_000,
      moneyUntil: '2027-05-02',
      kind: 'continue-less',
      conditions: [{ text: 'Un coût connu', dueOn: '2026-11-20' }],
    });
    expect(await page()).not.toContain('Ne pas lire');
    expect(await api()).toEqual([]);
    const [decision] = await readDecisions(db, ['boite']);
    if (decision === undefined) throw new Error('the decision must be there');
    const author = { actor: 'compte-sponsor', role: 'sponsor', at: '2026-11-03T09:00:00.000Z' };
    await completeDecision(db, decision, { kind: 'made-public', text: 'Chacun doit le savoir.' }, author);
    const html = await page();
    expect(html).toContain('Continuer, avec moins. Ne pas lire &lt;b&gt;ceci');
    expect(html).not.toContain('compte-sponsor');
    const text = plain(html);
    expect(text).toContain('120 000 € jusqu’au 2 mai 2027.');
    expect(text).toContain('Un coût connu (pour le 20 novembre 2026) : en retard.');
    expect(text).toContain('Rendue publique, le 3 novembre 2026. Chacun doit le savoir.');
    expect(text).toContain('d’après la publication du 7 septembre 2026');
    expect(text).toContain(decision.evidence.sha256);
    expect(await api()).toMatchObject([
      {
        kind: 'continue-less',
        decidedOn: '2026-11-02',
        amount: 120_000,
        evidence: {
          sha256: decision.evidence.sha256,
          publication: 'https://impact.test/services/boite/publications/1',
        },
        conditions: [{ text: 'Un coût connu', state: 'late', isProof: false }],
        added: [{ kind: 'made-public', day: '2026-11-03' }],
        lookedBack: [],
      },
    ]);
  });

  test('the latest comes first; an unknown service has none', async () => {
    await decidedCommittee(db, { service: 'boite', decidedOn: '2026-11-28', isPublic: true });
    const text = plain(await page());
    expect(text.indexOf('28 novembre 2026. Arrêter. Rien ne change.')).toBeGreaterThan(-1);
    expect(text.indexOf('28 novembre 2026. Arrêter')).toBeLessThan(text.indexOf('Continuer, avec moins.'));
    expect(await ask('/api/v1/services/inconnu/decisions')).toContain('404');
  });
});
