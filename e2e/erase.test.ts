import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Workplace, workplace } from './command-line.ts';

let place: Workplace;
beforeEach(() => {
  place = workplace();
  place.write({
    'impact.yaml': plan,
    'usage.csv': `id,jour\n${rows(40, '2020-01-15')}`,
    'hires.csv': `id,jour,su\n${rows(10, '2020-02-10,2020-02-20')}`,
  });
  place.run('import');
});
afterEach(() => place.clean());

const plan = `
foulee: 1
service: {id: boite, name: La Boite, organisation: Test, mission: Aider}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: [usage.csv], subject: id, letter_case: ignore, time: jour, matching_right: journal applicatif de personnes connectées}
  hires: {kind: outcomes, files: [hires.csv], subject: id, letter_case: ignore, time: jour, recorded: su, complete_through: 2020-12-31}
indicators:
  - {id: hired, name: Embauches, matrix: impactful, method: follow-up, exposure: usage, outcome: hires, horizons: [90d]}
`;
const rows = (n: number, day: string) => Array.from({ length: n }, (_, i) => `usager-${i},${day}\n`).join('');

const measured = () => {
  const [measure] = JSON.parse(place.run('measure', '--json', '--no-import').out).measures;
  const { units, outcomes, inputs, nowcast } = measure;
  return { units, outcomes, rows: inputs.map((input: { rows: number }) => input.rows), nowcast };
};

const erasePeople = (input: string) => place.feed(input, 'erase', '--people');

test('erased people leave every source, do not come back with a file that grew, and are not named', () => {
  expect(measured()).toMatchObject({ units: 40, outcomes: 10, rows: [40, 10] });
  const run = erasePeople(' USAGER-3 \r\nusager-30\nusager-3\ninconnu\n');
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out.replaceAll('\u00a0', ' ')).toMatch(/usage : 2 lignes effacées.*\nhires : 1 ligne effacée/);
  expect(run.out).not.toMatch(/usager-/i);
  expect(measured()).toMatchObject({ units: 38, outcomes: 9, rows: [38, 9] });
  appendFileSync(join(place.folder, 'usage.csv'), 'usager-3,2020-01-16\nusager-99,2020-01-15\n');
  appendFileSync(join(place.folder, 'hires.csv'), 'usager-30,2020-02-11,2020-02-20\n');
  place.run('import');
  expect(measured()).toMatchObject({ units: 39, outcomes: 9, rows: [39, 9] });
  place.write({ 'usage.csv': `id,jour\n${rows(41, '2020-01-17')}` });
  place.run('import');
  expect(measured()).toMatchObject({ units: 39, rows: [39, 9] });
});

test('erased people and old rows stay away when the plan reads the source another way', () => {
  expect(erasePeople('usager-3\nusager-30\n').code).toBe(0);
  expect(place.run('erase', '--before', '2020-01-01').code).toBe(0);
  place.write({
    'impact.yaml': plan
      .replace('time: jour, matching_right', 'time: jour, attributes: {canal: jour}, matching_right')
      .replace('time: jour, recorded: su', 'time: jour'),
  });
  const early = erasePeople('usager-5\n');
  expect(early.code).toBe(4);
  expect(early.err).toMatch(
    /« usage » n'a pas été importée depuis que le plan.*foulee import.*Rien n’a été effacé/s,
  );
  appendFileSync(join(place.folder, 'usage.csv'), 'usager-60,2019-12-01\n');
  place.run('import');
  expect(measured()).toMatchObject({ units: 38, outcomes: 9, rows: [38, 9] });
  expect(erasePeople('usager-5\n').code).toBe(0);
  expect(measured()).toMatchObject({ units: 37, outcomes: 8, rows: [37, 8] });
});

test('what is older than a day leaves, and does not come back', () => {
  appendFileSync(join(place.folder, 'usage.csv'), 'usager-50,2020-02-01\n');
  place.run('import');
  expect(place.run('erase', '--before', '2020-02-01').out.replaceAll('\u00a0', ' ')).toMatch(
    /usage : 40 lignes effacées.*\nhires : 0 ligne/,
  );
  expect(measured()).toMatchObject({ units: 1, rows: [1, 10] });
  place.write({ 'usage.csv': `id,jour\n${rows(40, '2020-01-20')}usager-51,2020-03-01\n` });
  place.run('import');
  expect(measured()).toMatchObject({ units: 1, rows: [1, 10] });
});

test('a whole source leaves, and is then not imported', () => {
  expect(place.run('erase', '--source', 'hires').code).toBe(0);
  const run = place.run('measure', '--no-import');
  expect(run.code).toBe(4);
  expect(run.err).toMatch(/« hires » n'est pas encore importée/);
});

test('nothing is erased without saying what, and the sentence says how', () => {
  for (const args of [[], ['--people', '--source', 'usage'], ['--before', 'hier'], ['--source', 'autre']]) {
    const run = place.run('erase', ...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain('→');
  }
  expect(erasePeople('\n').code).toBe(2);
  const other = place.runWith(
    { FOULEE_DATA: join(place.data, 'ailleurs') },
    'erase',
    '--before',
    '2020-01-01',
  );
  expect(other.code).toBe(4);
  expect(measured()).toMatchObject({ units: 40, rows: [40, 10] });
});
