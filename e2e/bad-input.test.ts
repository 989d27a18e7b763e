import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Workplace, workplace } from './command-line.ts';

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.clean());

const plan = (changes: { usage?: string; hires?: string; indicator?: string } = {}) => `
foulee: 1
service: {id: boite, name: La Boite, organisation: Test, mission: Aider à trouver un emploi}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: ["usage*.csv"], subject: id, time: jour, matching_right: journal applicatif de personnes connectées et informées${changes.usage ?? ''}}
  hires: {kind: outcomes, files: ["hires*.csv"], subject: id, time: jour, matching_right: accès prévu par convention, complete_through: 2020-12-31${changes.hires ?? ''}}
indicators:
  - {id: hired, name: Embauches, matrix: impactful, method: follow-up, exposure: usage, outcome: hires, match: [subject], horizons: [90d]${changes.indicator ?? ''}}
`;

const days = (n: number, day = '2020-01-15') => Array.from({ length: n }, (_, i) => `usager-${i},${day}`);
const csv = (...rows: string[]) => `id,jour\n${rows.map((row) => `${row}\n`).join('')}`;
const usage = csv(...days(40));
const hires = csv(...days(10, '2020-02-10'));

/** Runs the measure and checks what every answer owes the user: no stack, no raw identifier, no silent zero. */
function measure(files: Record<string, string | Buffer>) {
  place.write({ 'impact.yaml': plan(), 'usage.csv': usage, 'hires.csv': hires, ...files });
  const run = place.run('measure', '--json');
  expect(run.err + run.out).not.toMatch(/\bat [\w.<>]+ \(|Erreur inattendue|usager-\d|NaN|Infinity/);
  return { ...run, measured: run.code === 0 ? JSON.parse(run.out).measures[0] : null };
}

describe('refused with a sentence that says what to do', () => {
  test.each<[string, Record<string, string | Buffer>, number, RegExp]>([
    [
      'no such file',
      { 'impact.yaml': plan().replace('hires*.csv', 'embauches*.csv') },
      4,
      /embauches\*\.csv/,
    ],
    ['every file empty', { 'hires.csv': '' }, 4, /hires.*(vide|aucune ligne)/],
    ['header only', { 'hires.csv': 'id,jour\n' }, 4, /hires.*aucune ligne sous les noms/],
    [
      'every line of the wrong width',
      { 'hires.csv': hires.replaceAll('2020-02-10', '2020-02-10,trop') },
      4,
      /10\s+lignes écartées sur 10 .*plus de valeurs que de colonnes/u,
    ],
    ['unknown column', { 'hires.csv': hires.replace('jour', 'journee') }, 4, /colonne.*« ?jour ?».*journee/s],
    [
      'wrong delimiter',
      { 'impact.yaml': plan({ hires: ', format: {delimiter: "|"}' }) },
      4,
      /(délimiteur|séparateur|sépar)/,
    ],
    ['every date impossible', { 'hires.csv': csv(...days(10, '2020-02-30')) }, 4, /date impossible/],
    ['UTF-16', { 'hires.csv': Buffer.from(`\ufeff${hires}`, 'utf16le') }, 4, /UTF-16/],
    ['a plan that is not YAML', { 'impact.yaml': 'foulee: [1\n  - {' }, 3, /ligne \d+/],
    ['an empty plan', { 'impact.yaml': '' }, 3, /ligne 1 : le plan est vide/],
    [
      'a plan that is plain text',
      { 'impact.yaml': 'Nous voulons que les gens retrouvent un emploi.\n' },
      3,
      /ligne 1 : ce texte n[’']est pas un plan/,
    ],
    ['a plan that is an image', { 'impact.yaml': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }, 3, /plan/],
    [
      'no right to match',
      { 'impact.yaml': plan().replace(/, matching_right: journal[^}]*/, '') },
      5,
      /matching_right/,
    ],
    [
      'audience data under the exemption',
      { 'impact.yaml': plan().replace(/, matching_right: journal[^}]*/, ', audience_exempt: true') },
      3,
      /CNIL|audience/,
    ],
    [
      'one use in the future, and nothing else',
      { 'usage.csv': csv('usager-1,2999-01-01') },
      4,
      /1900 à 2199/,
    ],
  ])('%s', (_, files, code, sentence) => {
    const run = measure(files);
    expect(run.err).toMatch(sentence);
    expect(run.err).toContain('→');
    expect(run.code).toBe(code);
    expect(run.out).toBe('');
  });

  test('a link that leaves the plan’s folder', () => {
    const outside = workplace();
    outside.write({ 'secret.csv': hires });
    symlinkSync(join(outside.folder, 'secret.csv'), join(place.folder, 'hires-lien.csv'));
    const run = measure({});
    expect(run.code).toBe(4);
    expect(run.err).toMatch(/hires-lien\.csv/);
    outside.clean();
  });

  test('a folder in place of a plan, and a plan that is not there', () => {
    mkdirSync(join(place.folder, 'dossier'));
    expect(place.run('measure', 'dossier')).toMatchObject({ code: 3 });
    expect(place.run('check', 'rien.yaml').err).toMatch(/rien\.yaml.*\n→/);
    expect(place.run('mesure').code).toBe(2);
  });
});

describe('read as a person would', () => {
  test.each<[string, Record<string, string | Buffer>]>([
    ['BOM', { 'hires.csv': `\ufeff${hires}` }],
    ['CRLF', { 'hires.csv': hires.replaceAll('\n', '\r\n') }],
    [
      'latin-1',
      {
        'hires.csv': Buffer.from(
          hires.replace('id,jour', 'id,jour,prénom').replaceAll(/(\d)\n/g, '$1,Zoé\n'),
          'latin1',
        ),
      },
    ],
    ['semicolons', { 'hires.csv': hires.replaceAll(',', ';') }],
    ['French dates', { 'hires.csv': csv(...days(10, '10/02/2020')) }],
    ['compact dates', { 'hires.csv': csv(...days(10, '20200210')) }],
    [
      'three date formats',
      {
        'hires.csv': csv(
          ...days(4, '2020-02-10'),
          ...days(7, '10/02/2020').slice(4),
          ...days(10, '2020-02-10 00:00:00.0').slice(7),
        ),
      },
    ],
    [
      'identifiers with spaces around',
      { 'hires.csv': csv(...days(10, '2020-02-10').map((row) => `  ${row.replace(',', '  ,')}`)) },
    ],
    ['every row twice', { 'usage.csv': usage + usage.slice(8), 'hires.csv': hires + hires.slice(8) }],
    [
      'an outcome before use, on the day of use, and after the coverage',
      {
        'hires.csv':
          hires + ['usager-20,2020-01-01', 'usager-21,2020-01-15', 'usager-22,2021-03-01'].join('\n'),
      },
    ],
    ['no last end of line', { 'hires.csv': hires.trimEnd() }],
  ])('%s', (_, files) => {
    const { measured, err } = measure(files);
    expect(err).toBe('');
    expect(measured).toMatchObject({ units: 40, outcomes: 10 });
  });

  test('identifiers of another case are other people, unless the plan says not; nothing in common is said', () => {
    const upper = { 'hires.csv': hires.replaceAll('usager', 'USAGER') };
    const apart = measure(upper).measured;
    expect(apart.outcomes).toBe(0);
    expect(apart.warnings[0].code).toBe('no-shared-identifier');
    const ignore = ', letter_case: ignore';
    expect(
      measure({ ...upper, 'impact.yaml': plan({ usage: ignore, hires: ignore }) }).measured.outcomes,
    ).toBe(10);
  });

  test('a few bad rows are set aside, counted and explained; nothing else is lost', () => {
    const { measured } = measure({ 'usage.csv': `${usage}usager-90,2020-13-45\n` });
    expect(measured).toMatchObject({ units: 40, outcomes: 10 });
    expect(measured.inputs[0].rejected).toBe(1);
    expect(measured.warnings.map((warning: { code: string }) => warning.code)).toContain('rows-set-aside');
  });

  test('lines too wide, too narrow or with an open quote are set aside by their line; the others are read', () => {
    const { measured } = measure({
      'impact.yaml': plan({ hires: ', max_rejected: 0.5' }),
      'hires.csv': `${csv(...days(5, '2020-02-10'))}usager-30,2020-02-10,trop\nusager-31\n${csv(...days(10, '2020-02-10').slice(5)).slice(8)}usager-32,"2020-02-10\n`,
    });
    expect(measured.outcomes).toBe(10);
    expect(measured.inputs[1].rejected).toBe(3);
    const list = readdirSync(place.data, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.rejets.csv'),
    );
    expect(list.map((name) => readFileSync(join(place.data, name), 'utf8').split('\n').slice(1, -1))).toEqual(
      [
        [
          'hires.csv;7;;plus de valeurs que de colonnes',
          'hires.csv;8;;moins de valeurs que de colonnes',
          'hires.csv;14;;guillemet mal placé ou jamais refermé',
        ],
      ],
    );
  });

  test('too many bad rows: the import refuses and the previous state stays', () => {
    expect(measure({}).measured.outcomes).toBe(10);
    const run = measure({ 'hires.csv': csv(...days(10, 'hier')) });
    expect(run.code).toBe(4);
    expect(JSON.parse(place.run('measure', '--json', '--no-import').out).measures[0].outcomes).toBe(10);
  });

  test('JSON of a wrong type is set aside by its line', () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({ id: `usager-${i}`, jour: '2020-01-15' }),
    );
    const { measured } = measure({
      'impact.yaml': plan().replace('usage*.csv', 'usage*.json'),
      'usage.json': `${[...lines, '{"id": {"x": 1}, "jour": "2020-01-15"}', '[1, 2]', '{"id": "usager-77", "jour'].join('\n')}\n`,
    });
    expect(measured).toMatchObject({ units: 40, outcomes: 10 });
    expect(measured.inputs[0].rejected).toBe(3);
  });
});

describe('too little to conclude is an answer', () => {
  test('one single unit', () => {
    const { measured } = measure({ 'usage.csv': csv('usager-1,2020-01-15') });
    expect(measured.headline.estimate).toMatchObject({
      kind: 'insufficient',
      reason: 'not-enough',
      value: null,
    });
    expect(measured.headline.sentence).toMatch(/^Trop peu/);
  });

  test('nobody followed long enough', () => {
    const { measured } = measure({ 'usage.csv': csv(...days(40, '2020-12-20')) });
    expect(measured.headline.estimate).toMatchObject({ kind: 'insufficient', reason: 'not-mature' });
    expect(measured.headline.sentence).toMatch(/Pas encore mûr : .*complet jusqu’au 20\s+\S+\s+2021/u);
  });

  test('an empty group never becomes a figure', () => {
    const { measured } = measure({
      'impact.yaml': plan({ usage: ', attributes: {canal: canal}', indicator: ', breakdown: [canal]' }),
      'usage.csv': `id,jour,canal\n${days(40)
        .map((row, i) => `${row},${i === 0 ? 'rare' : 'site'}\n`)
        .join('')}`,
    });
    const rare = measured.estimates.find((e: { group: string }) => e.group === 'rare');
    expect(rare).toMatchObject({ kind: 'insufficient', n: 1, value: null });
  });
});

test('lines of 3 and 64 MB are set aside and counted, wherever they are', () => {
  const long = (size: number) => `${'x'.repeat(size)},2020-02-10\n`;
  for (const [name, size] of [
    ['hires-2.csv', 3e6],
    ['hires-3.csv', 64e6],
  ] as const) {
    writeFileSync(
      join(place.folder, name),
      `id,jour\n${long(size)}usager-${size === 3e6 ? 11 : 12},2020-02-10\n`,
    );
  }
  const run = measure({ 'impact.yaml': plan({ hires: ', max_rejected: 0.5' }) });
  expect(run.measured.outcomes).toBe(12);
  expect(run.measured.inputs[1].rejected).toBe(2);
});
