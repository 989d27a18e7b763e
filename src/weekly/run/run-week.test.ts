import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planHash } from '../../measure/plan-hash.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { readConfig } from '../../platform/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { databaseHistory } from '../history/database-history.ts';
import { fileHistory } from '../history/file-history.ts';
import type { RunHistory } from '../history/weekly-run.ts';
import { runWeek } from './run-week.ts';

const planText = `foulee: 1
service: {id: emploi, name: Emploi, mission: Aider}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: [usage*.csv], subject: id, time: day, matching_right: test}
  hires: {kind: outcomes, files: [hires*.csv], subject: id, time: day, matching_right: test}
indicators:
  - {id: hired, name: Embauches, method: follow-up, exposure: usage, outcome: hires, horizons: [30d], window: {after: 1d, until: 30d}, cohort: week}
`;
const { plan } = readPlan(planText);
if (plan === null) throw new Error('the plan must be read');

const day = (offset: number) => new Date(Date.UTC(2026, 5, 1 + offset)).toISOString().slice(0, 10);
/** People who come on the days of a week, `share` of whom are hired 10 days later. */
function weekRows(week: number, people: number, share: number) {
  const ids = Array.from({ length: people }, (_, i) => `s${week}p${i}`);
  const came = (i: number) => day(week * 7 + (i % 5));
  return {
    usage: ids.map((id, i) => `${id},${came(i)}\n`).join(''),
    hires: ids
      .filter((_, i) => i % 100 < share * 100)
      .map((id, i) => `${id},${day(week * 7 + (i % 5) + 10)}\n`)
      .join(''),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'foulee-weekly-'));
const files = join(folder, 'files');
const config = readConfig({
  FOULEE_DATA: join(folder, 'data'),
  FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef',
  FOULEE_THREADS: '1',
});

function arrive(week: number, people: number, share: number): void {
  const { usage, hires } = weekRows(week, people, share);
  writeFileSync(join(files, `usage-${week}.csv`), `id,day\n${usage}`);
  writeFileSync(join(files, `hires-${week}.csv`), `id,day\n${hires}`);
}

const run = (history: RunHistory, today: string) =>
  runWeek({
    service: 'emploi',
    plan,
    planFolder: files,
    config,
    history,
    today,
    now: `${today}T08:00:00.000Z`,
    software: 'test',
  });
const said = (lines: readonly { readonly sentence: string }[]) =>
  lines.map(({ sentence }) => sentence.replace(/[\u00a0\u202f]/g, ' ')).join('\n');

beforeAll(async () => {
  const { mkdirSync } = await import('node:fs');
  mkdirSync(files, { recursive: true });
  for (let week = 0; week < 8; week++) arrive(week, 100, 0.2);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('week after week: first figure, noise, a jump seen, nothing new, a file that cannot be read', async () => {
  const history = fileHistory(config.dataFolder);
  const first = await run(history, '2026-08-03');
  expect(said(first.reading.moved)).toContain('sur 100 personnes qui ont utilisé Emploi');
  expect(first.week).toBe('2026-W32');

  arrive(8, 100, 0.2);
  const second = await run(history, '2026-08-10');
  expect(second.reading.moved[0]).toMatchObject({
    about: 'Embauches',
    kind: expect.stringMatching(/noise|known/),
  });
  expect(said(second.reading.matured)).toMatch(/Semaine 28 de 2026 : suivi terminé à un mois \(100 suivis\)/);
  expect(said(second.reading.matured)).toContain('Les effets sont connus jusqu’au');
  expect(second.reading.broken).toEqual([]);

  const again = await run(history, '2026-08-12');
  expect(again.reading).toEqual(second.reading);

  for (let week = 9; week < 14; week++) arrive(week, 400, 0.6);
  const jump = await run(history, '2026-09-21');
  expect(jump.reading.moved[0]?.kind).toBe('real');
  expect(said(jump.reading.moved)).toMatch(
    /C’est plus que le hasard : parmi ce qui est nouveau, (59|60),\d sur 100/,
  );

  const still = await run(history, '2026-09-28');
  expect(still.document).toEqual(jump.document);
  expect(said(still.reading.moved)).toContain('comme la dernière fois');
  expect(said(still.reading.broken)).toContain('Rien de nouveau depuis la dernière fois');
  expect(said((await run(history, '2026-10-05')).reading.broken)).toContain('Rien de nouveau depuis 2');

  writeFileSync(join(files, 'usage-14.csv'), 'autre,chose\n1,2\n');
  const broken = await run(history, '2026-10-12');
  expect(broken.document).toEqual(jump.document);
  expect(broken.reading.broken[0]).toMatchObject({ about: 'La foulée de la semaine', kind: 'broken' });
  rmSync(join(files, 'usage-14.csv'));

  const kept = readdirSync(join(config.dataFolder, 'foulees', 'emploi')).map((name) =>
    readFileSync(join(config.dataFolder, 'foulees', 'emploi', name), 'latin1'),
  );
  expect(kept).toHaveLength(6);
  expect(kept.join('')).not.toMatch(/s\dp\d/);
});

test('a source that cannot be pulled is said, and the others are measured', async () => {
  const pulled = planText.replace('files: [hires*.csv]', 'pull: {connection: registre, path: /hires.csv}');
  const other = readPlan(pulled).plan;
  if (other === null) throw new Error(JSON.stringify(readPlan(pulled).problems));
  const history = fileHistory(join(folder, 'pulled'));
  const parts = { service: 'emploi', plan: other, planFolder: files, config, history, software: 'test' };
  const found = await runWeek({ ...parts, today: '2026-08-03', now: '2026-08-03T08:00:00.000Z' });
  expect(said(found.reading.broken)).toContain('registre');
});

test('a source never arrived holds back neither the import nor the measure of the others', async () => {
  const text = planText.replace(
    'indicators:',
    '  avis: {kind: series, files: [avis*.csv], time: day, value: n}\nindicators:',
  );
  const other = readPlan(
    `${text}  - {id: avis, name: Avis, matrix: useful, method: declared, series: avis, unit: sur 10, direction: up, provenance: Export}\n`,
  ).plan;
  if (other === null) throw new Error('the plan does not read');
  const apart = { ...config, dataFolder: join(folder, 'never') };
  const history = fileHistory(apart.dataFolder);
  const parts = { service: 'emploi', plan: other, planFolder: files, history, software: 'test' };
  const found = await runWeek({
    ...parts,
    config: apart,
    today: '2026-10-19',
    now: '2026-10-19T08:00:00.000Z',
  });
  expect(found.document?.measures.map(({ indicator }) => indicator)).toEqual(['hired']);
  expect(found.document?.plan.hash).toBe(planHash(other));
  expect(found.reading.broken).toHaveLength(1);
  expect(said(found.reading.broken)).toContain('avis');
});

describe.each(testDatabases())('the history, on $name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await createService(
      db,
      { id: 'emploi', name: 'Emploi' },
      { actor: 'foulee', at: '2026-06-01T00:00:00.000Z' },
    );
  });
  afterAll(() => db.destroy());

  test('keeps the same runs as files, one a week, and finds the one before', async () => {
    const history = databaseHistory(db);
    const first = await run(history, '2026-11-23');
    expect(await history.of('emploi', '2026-W48')).toEqual(first);
    await run(history, '2026-11-25');
    const next = await run(history, '2026-11-30');
    expect((await history.before('emploi', next.week))?.week).toBe('2026-W48');
    expect(await history.before('emploi', '2026-W48')).toBeNull();
    expect(await db.selectFrom('weekly_run').select('week').execute()).toHaveLength(2);
  });
});
