import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { type Config, readConfig } from '../../platform/config.ts';
import { readKey } from '../../platform/key.ts';
import { eraseRecords } from '../erase.ts';
import { importSources } from '../import-sources.ts';
import { openRecords } from '../open-records.ts';
import { openDoor } from './door.ts';
import { pseudonymiser } from './pseudonymiser.ts';

const document = (origin: string) => `foulee: 1
service: {id: s, name: S}
effect: {statement: "…", domain: social}
sources:
  usage: {kind: events, ${origin}, subject: id, target: siret, time: jour, where: {nom: [vue]}, attributes: {canal: canal}, matching_right: information des personnes}
  hires: {kind: outcomes, files: [hires.csv], subject: id, target: siret, time: jour}
indicators:
  - {id: i, name: I, method: follow-up, exposure: usage, outcome: hires, match: [subject, target], unit: [subject, target], horizons: [90d]}
`;
const planOf = (text: string): Plan => {
  const { plan, problems } = readPlan(text);
  if (plan === null) throw new Error(problems[0]?.sentence);
  return plan;
};
const fed = planOf(document('arrivals: true'));
const fromFile = planOf(document('files: [usage.csv]'));
const usage = fed.sources.usage as Plan['sources'][string];

const people = ['jean@exemple.fr', ' Zoé ', '123 456', 'null-issime', 'e\u0301t\u00e9'];
const rows = Array.from({ length: 40 }, (_, i) => ({
  id: people[i % people.length],
  siret: `${100 + (i % 7)} 000`,
  jour: `2026-0${1 + (i % 9)}-1${i % 10}`,
  nom: i % 4 === 0 ? 'autre' : 'vue',
  canal: i % 2 === 0 ? 'site' : 'api',
}));
const options = { batch: null, latest: '2026-11-28' };

let folder: string;
let config: Config;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foulee-door-'));
  config = readConfig({
    FOULEE_DATA: join(folder, 'data'),
    FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef',
  });
  writeFileSync(join(folder, 'hires.csv'), 'id,siret,jour\nZoé,101000,2026-10-01\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const importOf = async (plan: Plan) => {
  const summary = await importSources(plan, { planFolder: folder, config, today: '2026-11-27' });
  return summary.sources.find(({ source }) => source === 'usage');
};

async function stored(plan: Plan): Promise<unknown> {
  const files = (await openRecords(plan, config)).get('usage')?.files ?? [];
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await connection.runAndReadAll(
    `SELECT * FROM read_parquet([${files.map((file) => `'${file}'`).join(',')}]) ORDER BY ALL`,
  );
  return read.getRowsJson();
}

const segments = () => {
  const root = join(config.dataFolder, 'arrivals');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => path.endsWith('.jsonl'))
    .sort();
};

test('rows received give the very records that a file of the same rows gives', async () => {
  const line = (row: (typeof rows)[number]) => Object.values(row).join(',');
  writeFileSync(join(folder, 'usage.csv'), `id,siret,jour,nom,canal\n${rows.map(line).join('\n')}\n`);
  await importOf(fromFile);
  const door = openDoor(config);
  await door.receive('s', usage, rows.slice(0, 25), options);
  await importOf(fed);
  await door.receive('s', usage, rows.slice(25), options);
  expect(await importOf(fed)).toMatchObject({
    newRows: rows.slice(25).filter(({ nom }) => nom === 'vue').length,
  });
  await door.close();
  expect(await stored(fed)).toEqual(await stored(fromFile));
});

test('importing again what has not grown changes nothing', async () => {
  const door = openDoor(config);
  await door.receive('s', usage, rows, options);
  await importOf(fed);
  expect(await importOf(fed)).toMatchObject({ newRows: 0, rows: 30, filesRead: [] });
  await door.close();
});

test('a row or a batch sent again changes nothing, in the same process or after it', async () => {
  const named = rows.map((row, i) => ({ ...row, _id: `e${i}` }));
  let door = openDoor(config);
  await door.receive('s', usage, named.slice(0, 10), options);
  expect(await door.receive('s', usage, named, options)).toMatchObject({ received: 30, known: 10 });
  const batch = { ...options, batch: 'lundi' };
  expect(await door.receive('s', usage, rows, batch)).toMatchObject({ received: 40, known: 0 });
  expect(await door.receive('s', usage, rows, batch)).toMatchObject({ received: 0, known: 40 });
  await door.close();
  door = openDoor(config);
  expect(await door.receive('s', usage, named, options)).toMatchObject({ received: 0, known: 40 });
  expect(await door.receive('s', usage, rows, batch)).toMatchObject({ received: 0, known: 40 });
  expect(await door.receive('s', usage, rows, { ...options, batch: 'mardi' })).toMatchObject({
    received: 40,
  });
  await door.close();
  expect(segments()).toHaveLength(2);
});

test('a line cut by a power failure is taken away, and the rows before it stay', async () => {
  let door = openDoor(config);
  await door.receive('s', usage, rows.slice(0, 5), options);
  await door.close();
  const [first = ''] = segments();
  const { size } = statSync(first);
  appendFileSync(first, '{"subject:":"12');
  expect(await importOf(fed)).toMatchObject({ rows: 3, rejected: 0 });
  door = openDoor(config);
  await door.receive('s', usage, rows.slice(5, 10), options);
  await door.close();
  expect(statSync(first).size).toBe(size);
  expect(await importOf(fed)).toMatchObject({ rows: 7, rejected: 0 });
});

test('no identifier reaches the disk, and a refused row neither', async () => {
  const door = openDoor(config);
  const refused = { ...rows[0], id: 'refusee@exemple.fr', jour: 'un-jour' };
  const receipt = await door.receive('s', usage, [...rows, refused], options);
  await door.close();
  expect(receipt).toMatchObject({ received: 40, refused: 1, faults: [{ row: 41, field: 'jour' }] });
  expect(JSON.stringify(receipt)).not.toMatch(/refusee|un-jour/);
  const bytes = segments()
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
  expect(bytes.split('\n')).toHaveLength(41);
  for (const raw of ['jean', 'Zo', '123', 'issime', 't\u00e9', '000"', 'refusee'])
    expect(bytes).not.toContain(raw);
});

test('too much waiting is told rather than kept in memory', async () => {
  const door = openDoor(config, { bytes: 1e6, batches: 1 });
  const first = door.receive('s', usage, rows, options);
  expect(await door.receive('s', usage, rows, options)).toBeNull();
  expect(await first).toMatchObject({ received: 40 });
  expect(await door.receive('s', usage, rows, options)).toMatchObject({ received: 40 });
  await door.close();
});

test('two programs never write the same source', async () => {
  const door = openDoor(config);
  await door.receive('s', usage, rows, options);
  await expect(openDoor(config).receive('s', usage, rows, options)).rejects.toThrow(/reçoit déjà/);
  await door.close();
});

test('erasing a person or old rows erases what was received too, while rows still come', async () => {
  const door = openDoor(config);
  await door.receive('s', usage, rows.slice(0, 20), options);
  await importOf(fed);
  await door.receive('s', usage, rows.slice(20), options);
  const jean = pseudonymiser(readKey(config))('subject', 'jean@exemple.fr', 'keep');
  const received = () =>
    segments()
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
  expect(received()).toContain(`"${jean}"`);
  await eraseRecords(fed, config, { what: 'people', identifiers: ['jean@exemple.fr'] });
  expect(received()).not.toContain(`"${jean}"`);
  await door.receive('s', usage, [{ ...rows[1], jour: '2026-11-01' }], options);
  const left = rows.filter(({ id, nom }) => id !== 'jean@exemple.fr' && nom === 'vue');
  expect(await importOf(fed)).toMatchObject({ rows: left.length + 1, rejected: 0 });
  await eraseRecords(fed, config, { what: 'before', day: '2026-06-01' });
  expect(received()).not.toMatch(/2026-0[1-5]/);
  const recent = left.filter(({ jour }) => jour >= '2026-06-01');
  expect(await importOf(fed)).toMatchObject({ rows: recent.length + 1, newRows: 0 });
  await eraseRecords(fed, config, { what: 'source', source: 'usage' });
  expect(received().trim()).toBe('');
  await door.close();
});

test('an import before anything arrived says so', async () => {
  await expect(importOf(fed)).rejects.toThrow('rien n’est encore arrivé');
});
