import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabases } from '../platform/database/test-databases.ts';
import { publishedSite } from './fixtures/published-site.ts';

describe.each(testDatabases())('$name', ({ open }) => {
  let published: Awaited<ReturnType<typeof publishedSite>>;
  beforeAll(async () => {
    published = await publishedSite(open);
  });
  afterAll(() => published.close());

  const plain = (text: string) => text.replace(/[\u00a0\u202f]|&nbsp;/g, ' ');

  test('a publication changed behind the ledger is not shown, and says why; the rest of the site stands', async () => {
    const { db } = published;
    const swap = async (from: string, to: string) => {
      await sql`alter table publication disable trigger publication_never_changes`.execute(db);
      await sql`update publication set document = replace(document, ${from}, ${to})
        where service = 'demo-estime'`.execute(db);
      await sql`alter table publication enable trigger publication_never_changes`.execute(db);
    };
    const { app: fresh } = published.site('neutre');
    const level = ['"level":2', '"level":5'] as const;
    await swap(...level);
    try {
      const page = await fresh.request('/services/demo-estime');
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('ne correspond plus à l’empreinte');
      expect((await fresh.request('/api/v1/services/demo-estime/publications/latest')).status).toBe(410);
      expect((await fresh.request('/services/demo-estime/badge.svg')).status).toBe(410);
      const list = await (await published.site('neutre').app.request('/')).text();
      expect(plain(list)).toContain('1 publie un chiffre');
    } finally {
      await swap(level[1], level[0]);
    }
  });

  test.each(['rien de lisible', 'null', '{"sha256":"0","bundle":{"number":1}}'])(
    'what is kept of a publication has become %s: its own pages say so, all the others stand',
    async (spoilt) => {
      const { db } = published;
      const put = async (text: string) => {
        await sql`alter table publication disable trigger publication_never_changes`.execute(db);
        await sql`update publication set document = ${text} where service = 'demo-estime'`.execute(db);
        await sql`alter table publication enable trigger publication_never_changes`.execute(db);
      };
      const kept = await sql<{ document: string }>`
        select document from publication where service = 'demo-estime'`.execute(db);
      await put(spoilt);
      try {
        const { app: fresh } = published.site('neutre');
        const status = async (path: string) => (await fresh.request(path)).status;
        const page = await fresh.request('/services/demo-estime');
        const text = plain(await page.text());
        expect(page.status).toBe(500);
        expect(text).toContain('Une publication n’est plus lisible');
        expect(text).toContain('La publication 1 de ce service a été abîmée');
        expect(text).not.toMatch(/SyntaxError|JSON|rien de lisible|\bat \//);
        const answer = await fresh.request('/api/v1/services/demo-estime/publications');
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          500,
          'application/problem+json; charset=utf-8',
        ]);
        for (const path of [
          '/',
          '/services/demo-la-bonne-boite',
          '/corrections',
          '/flux.atom',
          '/sitemap.xml',
        ]) {
          expect([path, await status(path)]).toEqual([path, 200]);
        }
        for (const path of ['/api/v1/services', '/api/v1/schema-impact.csv', '/plan-du-site']) {
          expect([path, await status(path)]).toEqual([path, 200]);
        }
      } finally {
        await put(kept.rows[0]?.document ?? '');
      }
    },
  );
});
