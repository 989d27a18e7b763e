import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDbEngine } from '../engine/duckdb/duckdb-engine.ts';
import type { Engine } from '../engine/port.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { ImportedSource } from '../records/imported-source.ts';
import { measurePlan } from './measure-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-measure-'));
let engine: Engine;
const records = new Map<string, ImportedSource>();

const plan = (indicator = '', sources = ''): Plan => {
  const reading = readPlan(`
foulee: 1
service: {id: boite, name: La Boite, organisation: Test, mission: Aider à trouver un emploi}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: [u.csv], subject: id, target: siret, time: day, attributes: {channel: c}, matching_right: journal applicatif de personnes connectées et informées}
  hires: {kind: outcomes, files: [h.csv], subject: id, target: siret, time: day, matching_right: accès prévu par convention, complete_through: 2020-12-31${sources}}
indicators:
  - {id: hired, name: Embauches, matrix: impactful, method: follow-up, exposure: usage, outcome: hires, match: [subject, target], unit: [subject, target], horizons: [30d, 90d], window: {after: 1d, until: 120d}, breakdown: [channel]${indicator}}
`);
  if (reading.plan === null) throw new Error(JSON.stringify(reading.problems));
  return reading.plan;
};

/** 100 pairs from 1 January 2020, one a day; every fifth pair is hired 40 days after use. */
beforeAll(async () => {
  const maker = await (await DuckDBInstance.create(':memory:')).connect();
  const day = (shift: string) => `date '2020-01-01' + cast(${shift} as integer)`;
  const copy = (select: string, file: string) => maker.run(`copy (${select}) to '${folder}/${file}.parquet'`);
  await copy(
    `select i as subject, i + 1000 as target, ${day('i')} as day, case when i % 2 = 0 then 'site' else 'api' end as a_channel from range(100) t(i)
     union all select i, i + 1000, ${day('i + 10')}, 'late' from range(50) t(i)`,
    'usage',
  );
  await copy(
    `select i * 5 as subject, i * 5 + 1000 as target, ${day('i * 5 + 40')} as day, ${day('i * 5 + 43')} as recorded from range(20) t(i)
     union all select i, i + 1000, ${day('i - 3')}, ${day('i')} from range(100) t(i)
     union all select 7, 1007, ${day('500')}, ${day('500')}`,
    'hires',
  );
  await copy(
    `select day, recorded, count(*) as n from '${folder}/hires.parquet' group by day, recorded`,
    'hires-reports',
  );
  await copy(
    `select i + 9000 as subject, i as target, ${day('i')} as day, ${day('i')} as recorded from range(20) t(i)`,
    'strangers',
  );
  engine = await openDuckDbEngine({
    threads: 2,
    memory: 512e6,
    temporaryFolder: join(folder, 'tmp'),
    folders: [folder],
  });
  const imported = (
    source: string,
    kind: 'events' | 'outcomes',
    lastRecorded: string | null,
  ): ImportedSource => ({
    source,
    kind,
    files: [join(folder, `${source}.parquet`)],
    reports: [join(folder, `${source}-reports.parquet`)],
    rows: 150,
    rejected: 0,
    withoutSubject: 0,
    firstDay: '2020-01-01',
    lastDay: '2020-12-31',
    lastRecorded,
    digest: 'd',
    importedOn: '2021-06-01',
  });
  records.set('usage', imported('usage', 'events', null));
  records.set('hires', imported('hires', 'outcomes', '2021-05-15'));
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

const measure = async (of: Plan, known: ReadonlyMap<string, ImportedSource> = records) => {
  const document = await measurePlan(of, known, engine, { software: 'test' });
  const [first] = document.measures;
  if (first?.method !== 'follow-up') throw new Error('no measure');
  return first;
};

test('counts each pair once, from its first use, and only outcomes in the window', async () => {
  const measured = await measure(plan());
  expect(measured).toMatchObject({ units: 100, outcomes: 20, unit: 'pair', evidence: { level: 2 } });
  const [at30, at90] = measured.estimates.filter((estimate) => estimate.group === null);
  expect(at30).toMatchObject({ horizon: 30, kind: 'estimate', value: 0, events: 0 });
  expect(at90?.value).toBeCloseTo(0.2, 10);
  expect(
    measured.estimates.filter((e) => e.by === 'channel' && e.horizon === 90).map((e) => [e.group, e.n]),
  ).toEqual([
    ['api', 50],
    ['site', 50],
  ]);
});

test('cohorts, triangle and totals agree', async () => {
  const measured = await measure(plan());
  const sum = (rows: readonly { outcomes: number }[]) => rows.reduce((s, row) => s + row.outcomes, 0);
  expect(measured.cohorts.map((row) => [row.cohort, row.units])).toEqual([
    ['2020-01', 31],
    ['2020-02', 29],
    ['2020-03', 31],
    ['2020-04', 9],
  ]);
  expect(sum(measured.cohorts)).toBe(measured.outcomes);
  expect(sum(measured.triangle)).toBe(measured.outcomes);
  expect(measured.cohorts.every((row) => row.maturity === 1)).toBe(true);
});

test('follow-up stops at the coverage: young cohorts are immature, never low', async () => {
  const early = plan('', '').sources.hires;
  const cut = {
    ...plan(),
    sources: { ...plan().sources, hires: { ...early, completeThrough: '2020-03-10' } },
  } as Plan;
  const measured = await measure(cut);
  const march = measured.cohorts.find((row) => row.cohort === '2020-03');
  expect(march?.maturity).toBeLessThan(0.1);
  expect(march?.estimates.every((estimate) => estimate.kind === 'insufficient')).toBe(true);
  const at90 = measured.estimates.find((e) => e.horizon === 90 && e.group === null);
  expect(at90).toMatchObject({ kind: 'insufficient', reason: 'not-mature', value: null });
  expect(measured.warnings.map((warning) => warning.code)).toContain('after-coverage');
});

test('the same plan on the same records gives the same bytes', async () => {
  const once = JSON.stringify(await measurePlan(plan(), records, engine, { software: 'test' }));
  const again = JSON.stringify(await measurePlan(plan(), records, engine, { software: 'test' }));
  expect(again).toBe(once);
  expect(once).not.toMatch(/NaN|Infinity/);
});

test('nothing in common is said, never a silent zero', async () => {
  const strangers = new Map(records);
  const hires = records.get('hires');
  if (hires) strangers.set('hires', { ...hires, files: [join(folder, 'strangers.parquet')] });
  const measured = await measure(plan(), strangers);
  expect(measured.outcomes).toBe(0);
  expect(measured.warnings[0]?.code).toBe('no-shared-identifier');
});

test('an empty register refuses, a source without a right to be matched refuses', async () => {
  const empty = new Map(records);
  const hires = records.get('hires');
  if (hires) empty.set('hires', { ...hires, rows: 0 });
  await expect(measure(plan(), empty)).rejects.toMatchObject({ kind: 'data' });
  const silent = {
    ...plan(),
    sources: { ...plan().sources, usage: { ...plan().sources.usage, matchingRight: null } },
  } as Plan;
  await expect(measure(silent)).rejects.toMatchObject({ kind: 'matchingRight' });
});

test('coverage is deduced from the delays of the register when the plan does not say it', async () => {
  const derived = {
    ...plan(),
    sources: { ...plan().sources, hires: { ...plan().sources.hires, completeThrough: null } },
  } as Plan;
  const measured = await measure(derived);
  expect(measured.coverage).toMatchObject({ derived: true });
  expect(measured.coverage?.day.slice(0, 7)).toBe('2021-05');
});
