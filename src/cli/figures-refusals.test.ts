import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeasureDocument } from '../measure/measure.ts';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { measureFromPlan } from './run-measure.ts';
import { summarise } from './summary.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-refusals-'));
const config = { ...readConfig(), dataFolder: join(folder, 'data') };
const repeated = (n: number, row: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => row(i)).join('\n');

const words =
  'sentence: {total: heures libérées, each: gagnées par réponse, sampled: marchés, cases: réponses}';
const volume = (of = '{value: 100}') => `method: sample-volume, unit: h, volume: ${of}, ${words}, sample: `;
const asked = 'method: asked-later, yes: oui, answers: ';
const calls =
  'method: proxy, count: log, counted: permis, calibration: {yes: oui, effect: embauches, source: ';

/** What is in the file, what the source adds, how the indicator ends, and what is said of it. */
type Case = readonly [rows: string, source: string, indicator: (name: string) => string, sentence: string];
const sample =
  (indicator: string, end = '') =>
  (name: string) =>
    `${indicator}${name}${end}`;

const cases: Readonly<Record<string, Case>> = {
  one: ['3,1', '', sample(volume()), 'compte 1 mesure ; il en faut au moins deux'],
  equal: [repeated(40, () => '3,1'), '', sample(volume()), 'Toutes les mesures de l’échantillon sont égales'],
  words: [
    repeated(40, (i) => (i < 20 ? 'beaucoup,1' : '3,1')),
    '',
    sample(volume()),
    '20 sur 40 ne sont pas des nombres',
  ],
  blank: [repeated(20, () => ',1'), '', sample(volume()), 'compte 0 mesure'],
  weightless: [
    repeated(20, (i) => `${i},0`),
    'weight: w',
    sample(volume()),
    'la population représentée est nulle',
  ],
  negative: [
    repeated(20, (i) => `${i},-1`),
    'weight: w',
    sample(volume()),
    'Un poids de sondage est négatif',
  ],
  unweighed: [repeated(20, (i) => `${i},x`), 'weight: w', sample(volume()), 'n’est pas un nombre'],
  together: [repeated(20, (i) => `${i},a`), 'cluster: w', sample(volume()), "qu'une seule grappe"],
  deserted: [
    repeated(20, (i) => `${i},0`),
    'population: w',
    sample(volume()),
    'une population totale (population) est nulle',
  ],
  early: [repeated(40, (i) => `${i},1`), '', sample(volume('log')), 'son volume n’est pas complet'],
  unknown: [
    repeated(40, (i) => `${i < 20 ? 'oui,a' : 'non,b'}`),
    'attributes: {age: w}',
    sample(asked, ', margins: {age: {a: 10}}'),
    "le total de la catégorie « b » n'est pas donné",
  ],
  silent: [
    repeated(40, (i) => `${i < 20 ? 'oui,a' : ',b'}`),
    'attributes: {age: w}',
    sample(asked, ', margins: {age: {a: 10, b: 5}}'),
    "personne n'a répondu dans la catégorie « b »",
  ],
  empty: [
    repeated(40, (i) => `${i < 20 ? 'oui,a' : 'non,b'}`),
    'attributes: {age: w}',
    sample(asked, ', margins: {age: {a: 10, b: 0}}'),
    'le total de population de « b » est nul',
  ],
  nobody: [repeated(20, () => ',a'), '', sample(asked), 'personne n’a répondu'],
  illegible: [
    repeated(40, (i) => (i < 30 ? '12,a' : 'je ne sais pas,a')),
    '',
    sample('method: asked-later, unit: €, answers: '),
    '10 sur 40 ne sont pas des nombres',
  ],
  unanswered: [repeated(20, () => ',a'), '', sample(calls, '}'), 'le signe ne peut pas être étalonné'],
};

let document: MeasureDocument;
beforeAll(async () => {
  const sources = Object.entries(cases).map(([name, [rows, source]]) => {
    writeFileSync(join(folder, `${name}.csv`), `v,w\n${rows}\n`);
    return `  ${name}: {kind: sample, files: ${name}.csv, value: v, drawn: random${source === '' ? '' : `, ${source}`}}`;
  });
  writeFileSync(join(folder, 'log.csv'), 'd\n2026-01-12\n');
  for (const [name, text] of [
    ['typo', `v,w\n${repeated(40, () => 'Oui,a')}\n`],
    ['huge', 'd,v\n2026-01-01,1e308\n2026-02-01,-1e308\n'],
    ['header', 'v,w\n'],
  ] as const) {
    writeFileSync(join(folder, `${name}.csv`), text);
  }
  const indicators = Object.entries(cases).map(
    ([name, [, , indicator]]) => `  - {id: ${name}, ${indicator(name)}}`,
  );
  writeFileSync(
    join(folder, 'impact.yaml'),
    `foulee: 1
service: {id: s, name: S}
effect: {statement: Des agents gagnent du temps, domain: social}
sources:
  log: {kind: events, files: log.csv, time: d}
  typo: {kind: sample, files: typo.csv, value: v, drawn: random}
  huge: {kind: series, files: huge.csv, time: d, value: v}
${sources.join('\n')}
indicators:
  - {id: typo, ${asked}typo}
  - {id: typo-calls, ${calls}typo}}
  - {id: huge, method: declared, series: huge, unit: u, direction: up}
${indicators.join('\n')}
`,
  );
  document = await measureFromPlan(join(folder, 'impact.yaml'), { refresh: true, config });
});
afterAll(() => rmSync(folder, { recursive: true }));

const measureOf = (id: string) => {
  const found = document.measures.find((measure) => measure.indicator === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
};

test.each(Object.entries(cases))('%s: no figure, and a sentence that says why', (name, [, , , sentence]) => {
  const { headline, evidence } = measureOf(name);
  expect(headline.estimate).toMatchObject({ kind: 'insufficient', value: null, lower: null, upper: null });
  expect(headline.sentence).toContain(sentence);
  expect(headline.sentence).toMatch(/\.$/);
  expect(evidence.level).toBeLessThanOrEqual(1);
});

test('a sample that gives no mean is not said to count nobody', () => {
  const said = measureOf('deserted').evidence.checks.find(({ name }) => name === 'échantillon assez grand');
  expect(said).toMatchObject({
    status: 'not-applicable',
    sentence: expect.stringContaining('n’est pas jugée'),
  });
});

test('an answer that nobody gave is no silent zero: what was answered is said', () => {
  for (const id of ['typo', 'typo-calls']) {
    expect(measureOf(id).warnings[0]?.sentence.replace(/\s/g, ' ')).toContain(
      'personne n’a répondu « oui » ; les réponses données sont « Oui »',
    );
  }
});

test('absurd numbers of a series are set aside, never infinite', () => {
  expect(measureOf('huge').headline.sentence).toContain('Aucun chiffre lisible');
  expect(JSON.stringify(document) + summarise(document, { colour: false })).not.toMatch(/NaN|Infinity/);
});

test('a sample with column names only is refused before measuring', async () => {
  const path = join(folder, 'header.yaml');
  writeFileSync(
    path,
    `foulee: 1
service: {id: header, name: S}
effect: {statement: Des agents gagnent du temps, domain: social}
sources:
  header: {kind: sample, files: header.csv, value: v}
indicators:
  - {id: i, ${volume()}header}
`,
  );
  await expect(measureFromPlan(path, { refresh: true, config })).rejects.toThrow(Refusal);
});
