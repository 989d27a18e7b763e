import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import { readConfig } from '../../platform/config.ts';
import { eraseRecords } from '../../records/erase.ts';
import { importSources } from '../../records/import-sources.ts';
import { measureImported } from '../measure-imported.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const config = readConfig({
  FOULEE_DATA: join(folder, 'data'),
  FOULEE_KEY: 'a'.repeat(64),
  FOULEE_THREADS: '1',
});

const planOf = (excluded: string) => {
  const { plan, problems } = readPlan(`
foulee: 1
service: {id: boite, name: La Boite}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  usage:
    kind: events
    files: ["usage-*.csv"]
    subject: id
    target: lieu
    time: jour
    attributes: {canal: canal, bras: bras, age: age}
    where: {canal: {not: ${excluded}}}
    matching_right: journal applicatif
  hires: {kind: outcomes, files: ["hires-*.csv"], subject: id, target: lieu, time: jour, recorded: declare, matching_right: arrêté}
indicators:
  - id: pairs
    method: follow-up
    exposure: usage
    outcome: hires
    match: [subject, target]
    unit: [subject, target]
    window: {after: 1d, until: 60d}
    horizons: [30d]
    cohort: week
    breakdown: [canal]
  - id: people
    method: follow-up
    exposure: usage
    outcome: hires
    match: [subject]
    unit: [subject]
    window: {after: 1d, until: 60d}
    horizons: [30d]
    cohort: month
    comparison: {design: adjusted, arm: bras, treated: a, covariates: [age]}
`);
  if (plan === null) throw new Error(JSON.stringify(problems));
  return plan;
};
const plan = planOf('rien');

// Numbers that look drawn and are always the same.
let state = 7;
const draw = (below: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const day = (offset: number) => new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10);

/** The rows of a week: some uses of an earlier one come late, and hires are declared up to three weeks after. */
function arrive(week: number, rows: number): void {
  const uses = Array.from({ length: rows }, () => {
    const when = week * 7 + draw(7) - (draw(10) === 0 ? 21 : 0);
    return `usager-${draw(300)},lieu-${draw(4)},${day(Math.max(0, when))},${['site', 'api'][draw(2)]},${['a', 'b'][draw(2)]},${['jeune', 'autre'][draw(2)]}`;
  });
  const hires = Array.from({ length: rows }, () => {
    const declared = week * 7 + draw(7);
    return `usager-${draw(400)},lieu-${draw(4)},${day(Math.max(0, declared - draw(21)))},${day(declared)}`;
  });
  writeFileSync(join(folder, `usage-${week}.csv`), `id,lieu,jour,canal,bras,age\n${uses.join('\n')}\n`);
  writeFileSync(join(folder, `hires-${week}.csv`), `id,lieu,jour,declare\n${hires.join('\n')}\n`);
}

const imported = (of = plan) => importSources(of, { planFolder: folder, config, today: '2026-11-20' });
const options = { software: 'test', identifiersAtOnce: 1500 };
const units = join(config.dataFolder, 'records', 'boite', '.units');

/** How far each indicator's units go on from the first count, once both ways of measuring gave the same bytes. */
async function agreed(of = plan): Promise<readonly number[]> {
  const everything = JSON.stringify(await measureImported(of, config, options));
  expect(JSON.stringify(await measureImported(of, config, { ...options, keepUnits: true }))).toBe(everything);
  return readdirSync(units).map(
    (name) => JSON.parse(readFileSync(join(units, name, 'units.json'), 'utf8')).generation,
  );
}

test('week after week, with late rows, an erasure and another exclusion: the same bytes as everything counted', async () => {
  for (let week = 0; week < 6; week++) arrive(week, 200);
  await imported();
  expect(await agreed()).toEqual([0, 0]);
  for (const week of [6, 7]) {
    arrive(week, 150);
    await imported();
    expect(await agreed()).toEqual([week - 5, week - 5]);
  }
  expect(await agreed(), 'nothing new').toEqual([3, 3]);

  const names = readdirSync(units, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.'),
  );
  for (const name of names) expect(readFileSync(join(units, name), 'latin1')).not.toMatch(/usager-|lieu-/);

  await eraseRecords(plan, config, { what: 'people', identifiers: ['usager-3', 'usager-30'] });
  expect(existsSync(units), 'nothing of anyone stays behind an erasure').toBe(false);
  expect(await agreed()).toEqual([0, 0]);

  const other = planOf('api');
  await imported(other);
  expect(await agreed(other)).toEqual([0, 0]);
  arrive(8, 100);
  await imported(other);
  expect(await agreed(other)).toEqual([1, 1]);
});

test('kept files that were damaged are not believed: everything is counted', async () => {
  const [name] = readdirSync(join(units, 'pairs')).filter((file) => file.startsWith('units-'));
  writeFileSync(join(units, 'pairs', name ?? ''), 'damaged');
  arrive(9, 100);
  await imported(planOf('api'));
  expect(await agreed(planOf('api')), 'those of the people only').toEqual([2]);
  expect(await agreed(planOf('api')), 'kept again the next time').toEqual([0, 3]);
});
