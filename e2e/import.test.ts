import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bytesUnder, type Workplace, workplace } from './command-line.ts';

let place: Workplace;
beforeEach(() => {
  place = workplace();
  place.write({ 'impact.yaml': plan });
});
afterEach(() => place.clean());

const plan = `
foulee: 1
service: {id: boite, name: La Boite, organisation: Test, mission: Aider}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  hires: {kind: outcomes, files: ["hires*"], subject: id, time: jour, complete_through: 2020-12-31}
  usage: {kind: events, files: ["usage*"], subject: id, time: jour, matching_right: journal applicatif de personnes connectées}
indicators:
  - {id: hired, name: Embauches, matrix: impactful, method: follow-up, exposure: usage, outcome: hires, horizons: [90d]}
`;
const rows = (from: number, to: number, day: string) =>
  Array.from({ length: to - from }, (_, i) => `usager-${from + i},${day}\n`).join('');
const csv = (body: string) => `id,jour\n${body}`;

function state() {
  const names = readdirSync(place.data, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => statSync(join(place.data, name)).isFile())
    .map((name) => `${name} ${readFileSync(join(place.data, name)).toString('base64')}`)
    .join('\n');
}
const outcomes = () => JSON.parse(place.run('measure', '--json', '--no-import').out).measures[0].outcomes;
const imported = () => JSON.parse(place.run('import', '--json').out);

test('the same files twice, or under another name, change nothing', () => {
  place.write({ 'usage.csv': csv(rows(0, 40, '2020-01-15')), 'hires.csv': csv(rows(0, 10, '2020-02-10')) });
  imported();
  const before = state();
  imported();
  expect(state()).toBe(before);
  place.write({ 'hires-copie.csv': csv(rows(0, 10, '2020-02-10')) });
  imported();
  expect(outcomes()).toBe(10);
  expect(JSON.parse(place.run('measure', '--json', '--no-import').out).measures[0].inputs[1].rows).toBe(10);
});

test.each(['utf8', 'latin1'] as const)(
  'forty files as long as one another, read within the same second, %s',
  (encoding) => {
    const daily = Array.from({ length: 40 }, (_, i) => [
      `hires-${10 + i}.csv`,
      Buffer.from(`id,jour,métier\nusager-${10 + i},2020-02-10,né\n`, encoding),
    ]);
    place.write({ ...Object.fromEntries(daily), 'usage.csv': csv(rows(10, 50, '2020-01-15')) });
    imported();
    expect(outcomes()).toBe(40);
  },
);

test('a file that grew adds its new rows, plain or compressed; a file that changed replaces its own', () => {
  place.write({
    'usage.csv.gz': gzipSync(csv(rows(0, 20, '2020-01-15'))),
    'hires.csv': csv(rows(0, 10, '2020-02-10')),
  });
  imported();
  expect(outcomes()).toBe(10);
  appendFileSync(join(place.folder, 'hires.csv'), rows(10, 14, '2020-02-10'));
  place.write({ 'usage.csv.gz': gzipSync(csv(rows(0, 40, '2020-01-15'))) });
  imported();
  expect(outcomes()).toBe(14);
  place.write({ 'hires.csv': csv(rows(0, 3, '2020-02-10')) });
  imported();
  expect(outcomes()).toBe(3);
});

test('cumulative exports, and a copy kept beside a file that grew, are counted once', () => {
  place.write({
    'usage.csv': csv(rows(0, 40, '2020-01-15')),
    'hires-01.csv': csv(rows(0, 10, '2020-02-10')),
  });
  imported();
  place.write({ 'hires-02.csv': csv(rows(0, 14, '2020-02-10')) });
  const summary = imported().sources[0];
  expect(summary).toMatchObject({ rows: 14, newRows: 4, filesGone: [] });
  expect(summary.sameContent).toEqual([{ name: 'hires-01.csv', as: 'hires-02.csv' }]);
  expect(imported()).toMatchObject({ changed: false });
  appendFileSync(join(place.folder, 'hires-02.csv'), rows(14, 16, '2020-02-10'));
  place.write({ 'hires-03.csv': csv(rows(0, 14, '2020-02-10')) });
  expect(imported().sources[0]).toMatchObject({ rows: 16, newRows: 2 });
  expect(imported()).toMatchObject({ changed: false });
});

test('an outcome recorded late, with an old date, is taken', () => {
  place.write({
    'impact.yaml': plan.replace('time: jour, complete', 'time: jour, recorded: su, complete'),
    'usage.csv': csv(rows(0, 40, '2020-01-15')),
    'hires.csv': `id,jour,su\n${rows(0, 10, '2020-03-10,2020-03-12')}`,
  });
  imported();
  expect(outcomes()).toBe(10);
  place.write({ 'hires-avril.csv': `id,jour,su\n${rows(10, 13, '2020-02-01,2020-04-20')}` });
  imported();
  expect(outcomes()).toBe(13);
});

test('rows set aside are listed by line, column and reason, and name nobody', () => {
  place.write({
    'usage.csv': csv(rows(0, 40, '2020-01-15')),
    'hires.csv': csv(
      `${rows(0, 60, '2020-02-10')}usager-60,2020-02-31\nusager-61,2020-02-10,trop\nusager-62,hier\n`,
    ),
  });
  const [path] = imported().sources[0].rejectsFiles;
  expect(readFileSync(path, 'utf8').split('\n').slice(1, -1)).toEqual([
    'hires.csv;62;jour;date impossible, ou hors des années 1900 à 2199',
    'hires.csv;63;;plus de valeurs que de colonnes',
    'hires.csv;64;jour;date illisible',
  ]);
  expect(bytesUnder(place.data)).not.toContain('usager-');
});

test('another key never reads what a first key wrote', () => {
  place.write({ 'usage.csv': csv(rows(0, 40, '2020-01-15')), 'hires.csv': csv(rows(0, 10, '2020-02-10')) });
  imported();
  const run = place.runWith(
    { FOULEE_KEY: 'une-autre-cle-de-test-sans-valeur-987654' },
    'measure',
    '--no-import',
  );
  expect(run.code).toBe(4);
  expect(run.err).toMatch(/clé/);
});

test('killed at any of twenty moments, the import leaves the previous state or the new one, and no raw identifier', async () => {
  place.write({ 'usage.csv': csv(rows(0, 40, '2020-01-15')), 'hires.csv': csv(rows(0, 10, '2020-02-10')) });
  imported();
  const known = new Map([[manifests(), outcomes()]]);
  expect([...known.values()]).toEqual([10]);
  const bigger = csv(rows(0, 400_000, '2020-02-10'));
  for (let delay = 150; delay < 1350; delay += 60) {
    place.write({ 'hires.csv': bigger });
    const child = spawn(process.execPath, [resolve('bin/foulee.js'), 'import'], {
      cwd: place.folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        FOULEE_DATA: place.data,
        FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef',
      },
    });
    await new Promise((done) => {
      child.on('close', done);
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    expect(bytesUnder(place.data)).not.toContain('usager-');
    // Measuring takes longer than being killed: a state already measured is not measured again.
    const now = manifests();
    if (!known.has(now)) known.set(now, outcomes());
  }
  expect([[10], [10, 40]]).toContainEqual([...known.values()]);
  imported();
  expect(outcomes()).toBe(40);
}, 120_000);

/** What tells which files are part of the records. */
function manifests(): string {
  const names = readdirSync(place.data, { recursive: true, encoding: 'utf8' }).sort();
  const kept = names.filter((name) => name.endsWith('manifest.json'));
  return kept.map((name) => readFileSync(join(place.data, name), 'utf8')).join('\n');
}
