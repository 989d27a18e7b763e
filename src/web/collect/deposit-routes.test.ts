import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { address, type Browser } from '../accounts/test-site.tsx';
import { declarePlan } from './collection-plan.ts';
import { collectingSite, receivedPlan } from './fixtures/collecting-site.ts';

const [embedded] = testDatabases();
const service = 'mon-service';
const path = `/equipe/services/${service}/donnees`;
let site: Awaited<ReturnType<typeof collectingSite>>;
let team: Browser;
beforeAll(async () => {
  if (embedded === undefined) throw new Error('there is always one kind of database');
  site = await collectingSite(embedded);
  team = site.team;
  await declarePlan(site.context, { service, document: receivedPlan, by: 'foulee' });
});
afterAll(() => site.close());

/** The form of the page with a file, as a browser sends it. */
async function formWith(content: string | Uint8Array<ArrayBuffer>, name = 'usages.csv', source = 'usage') {
  await team.open(path);
  const [, field = '', value = ''] = /type="hidden" name="([^"]*)" value="([^"]*)"/.exec(team.html) ?? [];
  const form = new FormData();
  form.set(field, value);
  form.set('source', source);
  form.set('fichier', new File([content], name));
  const encoded = new Request(address, { method: 'POST', body: form });
  const type = encoded.headers.get('content-type') ?? '';
  return { type, body: new Uint8Array(await encoded.arrayBuffer()) };
}

/** Chooses a file as the form does, and follows to the page of its columns. */
async function choose(...file: Parameters<typeof formWith>): Promise<Browser> {
  const { type, body } = await formWith(...file);
  const headers = { 'content-type': type, 'content-length': String(body.length), origin: address };
  await team.request(path, { method: 'POST', body, headers });
  return team.location === null ? team : team.open(team.location);
}

const columns = (id: string, jour: string, canal = '') => ({
  'colonne-id': id,
  'colonne-jour': jour,
  'colonne-canal': canal,
});
const deposit = async (mapping: Record<string, string>): Promise<Browser> => {
  const [, action = ''] = /action="([^"]*donnees\/[^"]*)"/.exec(team.html) ?? [];
  return team.send(action, mapping);
};
const text = () => team.html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const stored = () =>
  readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(site.folder, name), 'utf8'))
    .join('');

const csv = `Identifiant;Jour;canal;commentaire
jean@exemple.fr;2026-11-01;site;bonjour
0612345678;02/11/2026;api;"un; deux"
marie;2026-11-03;site;
marie;pas un jour;site;
marie;2026-11-03;site;
trop;peu
`;

test('a file is looked at, its columns said, and its rows taken or refused with reasons', async () => {
  await choose(csv);
  expect(text()).toContain('Quelle colonne est quoi');
  expect(team.html).not.toMatch(/jean@exemple|0612345678/);
  expect(team.html).toMatch(/<option value="Jour" selected/);
  // Lines as the reasons will count them: the names of the columns are the first.
  expect(text()).toMatch(/2 •••• 2026-11-01 /);
  // Named as identifiers usually are: offered, but the other columns stay hidden until someone confirms.
  expect(team.html).toMatch(/<option value="Identifiant" selected/);
  expect(team.html).not.toContain('bonjour');
  expect(stored()).toBe('');
  await deposit(columns('Identifiant', 'Jour', 'canal'));
  expect(text()).toContain('4 lignes prises');
  expect(text()).toMatch(/2 lignes n’ont pas pu être prises/);
  expect(text()).toMatch(/« Jour » ?: ce n’est pas une date lisible.*1 ligne, par exemple la ligne 5/);
  expect(text()).toContain('la ligne ne se découpe pas en colonnes');
  expect(stored().split('\n')).toHaveLength(5);
  expect(stored()).not.toMatch(/jean|0612345678|bonjour|commentaire/);
});

test('the corrected file adds only what was corrected; the same file in gzip adds nothing', async () => {
  const before = stored();
  const corrected = csv.replace('pas un jour', '2026-11-04').replace('trop;peu\n', '');
  await choose(corrected);
  await deposit(columns('Identifiant', 'Jour', 'canal'));
  expect(text()).toMatch(/1 ligne prise\..*4 lignes étaient déjà là/);
  await choose(gzipSync(corrected), 'usages.csv.gz');
  await deposit(columns('Identifiant', 'Jour', 'canal'));
  expect(text()).toContain('0 ligne prise.');
  expect(stored().split('\n')).toHaveLength(before.split('\n').length + 1);
});

test('objects one a line are taken by the paths of their keys', async () => {
  const line = (id: string) => JSON.stringify({ qui: { id }, jour: '2026-11-10T23:30:00Z' });
  await choose(`${line('a')}\n${line('b')}\n{mal\n`, 'usages.jsonl');
  await deposit(columns('qui.id', 'jour'));
  expect(text()).toContain('2 lignes prises');
  expect(text()).toContain('La ligne entière : la ligne n’est pas un objet JSON.');
  expect(stored()).toContain('2026-11-11');
});

test.each([
  ['an empty file', new Uint8Array(0), 'Il manque le fichier'],
  ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'classeur de tableur'],
  ['a Parquet file', Buffer.from('PAR1…'), 'est un fichier Parquet'],
  ['a file in zstd', Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'la compression .gz est acceptée'],
  ['a workbook in gzip', gzipSync(Uint8Array.from([0x50, 0x4b, 3, 4, 0])), 'classeur de tableur'],
  ['a cut archive', gzipSync('id;jour\na;2026-11-01\n'.repeat(1000)).subarray(0, 60), 'coupée ou abîmée'],
  ['one JSON list', '[{"id": "a"}]', 'un objet par ligne'],
  ['a file without a column the source needs', 'jour\n2026-11-01\n', 'chaque ligne doit donner id et jour'],
  ['a file of column names alone', 'id;jour\n', 'des noms de colonnes, et rien dessous'],
])('%s is refused in French, where another can be chosen at once', async (_, content, said) => {
  const before = stored();
  await choose(content, 'x.csv');
  expect(team.status).toBeGreaterThanOrEqual(400);
  expect(text()).toContain(said);
  expect(team.html).toContain('<option value="usage" selected');
  expect(stored()).toBe(before);
});

test('a column the source needs must be chosen, and a file is forgotten once delivered', async () => {
  await choose(csv);
  const page = team.html;
  await deposit(columns('', 'Jour'));
  expect([team.status, text().includes('« id »')]).toEqual([422, true]);
  team.html = page;
  await deposit(columns('Identifiant', 'Jour', 'canal'));
  team.html = page;
  expect((await deposit(columns('Identifiant', 'Jour', 'canal'))).status).toBe(410);
  expect(text()).toContain('Choisissez-le de nouveau');
  expect(text()).not.toContain('page de connexion');
});

test('a file waits a quarter of an hour, for the one who chose it', async () => {
  await choose(csv);
  site.wait(16 * 60_000);
  expect((await deposit(columns('Identifiant', 'Jour'))).status).toBe(410);
});

test('a large file is read as it comes, held packed, and nothing of it is on the disk before its columns are said', async () => {
  const people = Array.from(
    { length: 20_000 },
    (_, i) => `secret-${i}@exemple.fr;2026-10-${10 + (i % 20)};site`,
  );
  await choose(`Identifiant;Jour;canal\n${people.join('\n')}\n`, 'gros.csv');
  expect(text()).toContain('Quelle colonne est quoi');
  const written = readdirSync(site.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  expect(written.some((bytes) => bytes.includes('secret-'))).toBe(false);
  await deposit(columns('Identifiant', 'Jour', 'canal'));
  expect(text().replace(/\s/g, '')).toContain('20000lignesprises');
  expect(stored()).not.toContain('secret-');
});

test('beyond the limit, it is refused in French, announced or found as it comes', async () => {
  const before = stored();
  const large = `id;jour\n${'a;2026-11-01\n'.repeat(90_000)}`;
  await choose(large);
  expect([team.status, text().includes('a au plus 1 Mo')]).toEqual([413, true]);
  const { type, body } = await formWith(large);
  const pieces = new ReadableStream({
    start(controller) {
      for (let at = 0; at < body.length; at += 50_000) controller.enqueue(body.subarray(at, at + 50_000));
      controller.close();
    },
  });
  await team.request(path, {
    method: 'POST',
    body: pieces,
    headers: { 'content-type': type, origin: address },
    duplex: 'half',
  } as RequestInit & { headers: Record<string, string> });
  expect([team.status, text().includes('a au plus 1 Mo')]).toEqual([413, true]);
  expect(stored()).toBe(before);
});

test('a form that is cut is said not to be understood', async () => {
  const { type, body } = await formWith(csv);
  await team.request(path, {
    method: 'POST',
    body: body.subarray(0, -40),
    headers: { 'content-type': type, origin: address },
  });
  expect(team.status).toBe(400);
});
