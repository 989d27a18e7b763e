import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Workplace, workplace } from './command-line.ts';

let place: Workplace;
beforeEach(() => {
  place = workplace();
  place.write({
    'impact.yaml': `
foulee: 1
service: {id: boite, name: La Boite}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: ["usage.*"], subject: id, time: jour, matching_right: journal applicatif de personnes connectées}
  hires: {kind: outcomes, files: ["hires.*"], subject: id, time: jour, complete_through: 2020-12-31}
indicators:
  - {id: hired, method: follow-up, exposure: usage, outcome: hires, horizons: [90d]}
`,
    'hires.csv': `id,jour\n${names.map((name) => `${name},2020-02-10\n`).join('')}`,
  });
});
afterEach(() => place.clean());

/** More than the first megabyte, which is looked at apart, in long names that hardly compress. */
const names = Array.from({ length: 12_000 }, () => `usager-${randomBytes(60).toString('hex')}`);
const csv = `id,jour\n${names.map((name) => `${name},2020-01-15\n`).join('')}`;
const jsonLines = names.map((id) => `${JSON.stringify({ id, jour: '2020-01-15' })}\n`).join('');

/** Node writes no zst on its floor version: DuckDB does. */
async function zst(name: string, text: string): Promise<Buffer> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = join(place.folder, `.${name}`);
  const lines = text.trimEnd().split('\n');
  await connection.run(
    `COPY (SELECT unnest($1::VARCHAR[]) AS line) TO '${path}' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t', COMPRESSION zstd)`,
    { 1: `[${lines.map((line) => `'${line}'`).join(', ')}]` },
  );
  connection.closeSync();
  instance.closeSync();
  return readFileSync(path);
}

function measure() {
  const run = place.run('measure', '--json');
  expect(run.err + run.out).not.toMatch(/\bat [\w.<>]+ \(|Erreur inattendue|usager-[0-9a-f]/);
  return run;
}

test.each<[string, (name: string) => Promise<Buffer>]>([
  ['usage.csv.zst', (name) => zst(name, csv)],
  ['usage.jsonl.zst', (name) => zst(name, jsonLines)],
  ['usage.csv.gz', async () => gzipSync(csv)],
  ['usage.json.gz', async () => gzipSync(jsonLines)],
])('%s is read like the file it holds', async (name, compressed) => {
  place.write({ [name]: await compressed(name) });
  const run = measure();
  expect(run.err).toBe('');
  expect(JSON.parse(run.out).measures[0]).toMatchObject({ units: 12_000, outcomes: 12_000 });
});

test.each<[string, (name: string) => Promise<Buffer>]>([
  ['usage.csv.gz', async () => gzipSync(csv)],
  ['usage.json.gz', async () => gzipSync(jsonLines)],
  ['usage.csv.zst', (name) => zst(name, csv)],
])('%s cut in the middle is refused, and what was imported stays', async (name, compressed) => {
  const whole = await compressed(name);
  place.write({ [name]: whole });
  expect(measure().code).toBe(0);
  place.write({ [name]: whole.subarray(0, whole.length / 2) });
  const run = measure();
  expect(run.err).toMatch(new RegExp(`${name} est une archive abîmée ou incomplète\\.\\n→`));
  expect(run).toMatchObject({ code: 4, out: '' });
  expect(JSON.parse(place.run('measure', '--json', '--no-import').out).measures[0].units).toBe(12_000);
});
