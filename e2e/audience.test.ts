import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from './command-line.ts';
import { startSite } from './real-site.ts';

const path =
  '/index.php?module=API&method=VisitsSummary.getUniqueVisitors&idSite=7&period=month&date=last3&format=CSV';

/** Never over when this is read. */
const thisMonth = new Date(Date.now() + 32 * 86_400_000).toISOString().slice(0, 7);

/** Matomo writes its CSV in UTF-16 unless asked not to, and names a month by its year and number. */
function matomo(): Server {
  return createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://matomo');
    const text = `date,value\n2026-09,41200\n2026-10,43817\n${thisMonth},38954\n`;
    response.writeHead(200, { 'content-type': 'application/vnd.ms-excel' });
    response.end(
      searchParams.get('convertToUnicode') === '0' ? text : Buffer.from(`\ufeff${text}`, 'utf16le'),
    );
  });
}

const planWith = (asked: string, indicator: string) => `foulee: 1
service: {id: boite, name: La boîte, organisation: Test, mission: Aider à trouver un emploi}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d’emploi}
sources:
  visites: {kind: series, pull: {connection: matomo, path: "${path}${asked}"}, time: date, value: value}
  audience: {kind: events, files: [audience.csv], subject: visiteur, time: jour, audience_exempt: true, matching_right: nous le voulons}
  embauches: {kind: outcomes, files: [embauches.csv], subject: personne, time: jour, matching_right: convention}
indicators:
  - ${indicator}
`;
const visitors =
  '{id: visiteurs, name: Visiteurs, matrix: used, method: declared, series: visites, unit: visiteurs par mois, direction: up, provenance: Matomo}';
const matched =
  '{id: embauches, name: Embauches, method: follow-up, exposure: audience, outcome: embauches, horizons: [90d], window: {after: 1d, until: 90d}}';

let place: Workplace;
let server: Server;
let settings: Readonly<Record<string, string>>;
beforeAll(async () => {
  place = workplace();
  server = matomo();
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  settings = { FOULEE_PULL_MATOMO: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
});
afterAll(() => {
  server?.close();
  place?.clean();
});

test('an audience, pulled each week, is the row « utilisé » of the public page, said to be declared', async () => {
  const asked = planWith('&convertToUnicode=0', visitors).replace(/ {2}(audience|embauches): .*\n/g, '');
  place.write({ 'impact.yaml': asked });
  // The month that goes on is not a figure yet.
  const pulled = await place.beside(settings, 'pull');
  expect(pulled.out).toMatch(/2\slignes nouvelles.*1\srefusée/);
  expect(pulled.out).toContain('pas fini');
  const run = await place.beside(settings, 'run');
  expect([run.code, run.err.replace(/.*\r/g, '')]).toEqual([0, '']);
  const published = await place.beside(settings, 'publish');
  expect(published.out.replace(/\s/g, ' ')).toContain(
    '43 817 visiteurs par mois le 31 octobre 2026, chiffre déclaré',
  );
  const site = await startSite(place);
  try {
    const page = await (await fetch(`${site.address}/services/boite`)).text();
    const row = /<tr[^>]*>(?:(?!<\/tr>).)*Utilisé(?:(?!<\/tr>).)*<\/tr>/s.exec(page)?.[0] ?? page;
    expect(row.replace(/<[^>]+>|\s+/g, ' ')).toMatch(/43\s*817/);
  } finally {
    await site.end('SIGTERM');
  }
}, 240_000);

test('as it comes by default, in UTF-16: said, with what to ask for instead', async () => {
  place.write({ 'impact.yaml': planWith('', visitors).replace(/ {2}(audience|embauches): .*\n/g, '') });
  const pulled = await place.beside(settings, 'pull');
  expect([pulled.code, pulled.err]).toEqual([4, expect.stringMatching(/UTF-16/)]);
}, 60_000);

test('matched with anything, it is refused with the reason, whatever right the plan claims', async () => {
  place.write({
    'impact.yaml': planWith('', matched).replace(/ {2}visites: .*\n/, ''),
    'audience.csv': 'visiteur,jour\na,2026-01-01\n',
    'embauches.csv': 'personne,jour\na,2026-02-01\n',
  });
  for (const command of ['check', 'measure', 'run']) {
    const refused = await place.beside(settings, command);
    expect(refused.code).not.toBe(0);
    expect(refused.err + refused.out).toMatch(/mesure d.audience exemptée de consentement.*CNIL/s);
  }
}, 120_000);
