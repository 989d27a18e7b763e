import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceMadeKnown } from '../../../committee/evidence/fixtures/known-service.ts';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { type Browser, type TestSite, testSite } from '../../accounts/test-site.tsx';
import { deskPath, deskTablePath } from './paths.ts';

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/(&nbsp;|[\s\u00a0\u202f])+/g, ' ');

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let administrator: Browser;
  let sponsor: Browser;
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    const author = { actor: 'foulee', at: site.context.now() };
    const boite = await serviceMadeKnown(db);
    await boite.publish('2026-10-31', '2026-11-01');
    await createService(db, { id: 'ailleurs', name: 'Ailleurs & co' }, author);
    for (let i = 1; i <= 40; i++)
      await createService(db, { id: `petit-${i}`, name: `Petit ${String(i).padStart(2, '0')}` }, author);
    await sql`insert into organisation (id, name, other) values ('dinum', 'Dinum', '{}')`.execute(db);
    await sql`insert into service_organisation (service_id, organisation_id, position)
      values ('boite', 'dinum', 0)`.execute(db);
    await sql`insert into committee_session (id, service, planned_on, created_by, created_at)
      values ('s1', 'boite', '2026-12-10', 'x', ${author.at})`.execute(db);
    administrator = await site.firstAdministrator('claire@exemple.gouv.fr');
    await administrator.open('/equipe/organisations/dinum/membres');
    await administrator.send('/equipe/organisations/dinum/membres', {
      email: 'sponsor@exemple.gouv.fr',
      role: 'sponsor',
    });
    sponsor = await site.signIn('sponsor@exemple.gouv.fr');
  }, 90_000);
  afterAll(() => db.destroy());

  test('a sponsor sees the services of the organisation, and nothing of the others', async () => {
    const { status, html } = await sponsor.open(deskPath);
    expect(status).toBe(200);
    const said = plain(html);
    expect(said).toContain('1 service : ce qu’on sait de chacun');
    expect(said).toContain('La Boîte : Comité du 10 décembre 2026 : le dossier est à préparer et à figer.');
    expect(said).toContain('Effet suivi, sans comparaison lisible : 1 service');
    expect(said).toContain('Ce que suggèrent les données : On ne peut pas dire : pas de comparaison fiable.');
    expect(said).toContain('Matrice écrite, non relue');
    expect(html).toContain('href="/equipe/services/boite/comites/s1"');
    expect(html).not.toContain('Ailleurs');
    expect((await sponsor.open(`${deskPath}?organisation=autre`)).html).toContain(
      'Aucun service ne correspond',
    );
  });

  test('filters, search and pages are addresses; what is not understood is left out', async () => {
    await administrator.open(`${deskPath}?recherche=petit&ordre=nom&preuve=toto&suggestion=`);
    expect(administrator.status).toBe(200);
    expect(plain(administrator.html)).toContain('40 services trouvés');
    expect(plain(administrator.html)).toContain('Petit 30');
    expect(administrator.html).not.toContain('Petit 31');
    expect(administrator.html).toContain(
      `href="${deskPath}?recherche=petit&amp;ordre=nom&amp;page=2#services"`,
    );
    await administrator.open(`${deskPath}?recherche=petit&page=999`);
    expect(plain(administrator.html)).toContain('Petit 31');
    for (const [query, found] of [
      ['preuve=2', 'La Boîte'],
      ['suggestion=cannot-tell&relecture=matrix', 'La Boîte'],
      ['a-faire=any', 'La Boîte'],
      ['a-faire=freeze', 'La Boîte'],
      ['organisation=dinum', 'La Boîte'],
    ]) {
      await administrator.open(`${deskPath}?${query}`);
      expect(plain(administrator.html)).toContain('1 service trouvé');
      expect(administrator.html).toContain(found);
    }
  });

  test('the same list as a table, spreadsheet formulas disarmed', async () => {
    const { status, headers, html } = await administrator.open(
      `${deskTablePath}?recherche=${encodeURIComponent('boîte')}`,
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toBe('attachment; filename="bureau-2026-11-27.csv"');
    expect(headers.get('cache-control')).toBe('no-store');
    const [columns, row, ...others] = html.trimEnd().split('\r\n');
    expect(columns?.split(',').slice(0, 4)).toEqual(['identifiant', 'nom', 'organisations', 'incubateurs']);
    expect(row).toContain('boite,La Boîte,Dinum,');
    expect(others).toEqual([]);
  });

  test('nobody signed in is asked to; an account without role has an empty desk that says what to do', async () => {
    expect((await site.browser().open(deskPath)).status).toBe(303);
    expect((await site.browser().open(deskTablePath)).status).toBe(303);
    await db.deleteFrom('membership').where('organisation', '=', 'dinum').execute();
    expect(plain((await sponsor.open(deskPath)).html)).toContain('demandez une invitation');
  });
});
