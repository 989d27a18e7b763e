import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureEstimate, FigureMeasure } from '../measure/figure-measure.ts';
import type { MeasureDocument } from '../measure/measure.ts';
import { readConfig } from '../platform/config.ts';
import { renderReport } from '../web/report/report.tsx';
import { measureFromPlan } from './run-measure.ts';
import { summarise } from './summary.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-figures-'));
const config = { ...readConfig(), dataFolder: join(folder, 'data') };
const plain = (text: string) => text.replace(/\s+/g, ' ');
const csv = (name: string, rows: readonly string[]) =>
  writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
const times = (n: number, row: (i: number) => string) => Array.from({ length: n }, (_, i) => row(i));

const sources = `
  answers: {kind: events, files: answers.csv, time: day, complete_through: 2026-03-31}
  cases: {kind: sample, files: cases.csv, value: hours, drawn: random}
  clustered: {kind: sample, files: clustered.csv, value: v, cluster: town, stratum: area, weight: w, drawn: random}
  calls: {kind: sample, files: calls.csv, value: result, drawn: random}
  survey: {kind: sample, files: survey.csv, subject: id, value: answer, time: answered, used: used, attributes: {age: age}, drawn: all}
  rare: {kind: sample, files: rare.csv, value: answer, drawn: random}
  often: {kind: sample, files: often.csv, value: answer, drawn: random}
  users: {kind: events, files: users.csv, subject: id, time: day, attributes: {age: age}}
  notes: {kind: series, files: notes.csv, time: day, value: note, goal: goal}`;

const words =
  'sentence: {total: heures libérées, each: gagnées par réponse, sampled: marchés, cases: réponses}';
const indicators = `
  - {id: by-hand, name: Par la main, method: sample-volume, unit: h, sample: {mean: 2, sd: 0.97, n: 60}, volume: {value: 40000, period: month}, ${words}}
  - {id: both-uncertain, method: sample-volume, unit: h, sample: {mean: 2, sd: 0.97, n: 60}, volume: {value: 40000, lower: 37060, upper: 42940}, ${words}}
  - {id: counted, method: sample-volume, unit: h, sample: cases, volume: answers, ${words}}
  - {id: designed, method: sample-volume, unit: kg, sample: clustered, volume: {value: 100}, ${words}}
  - {id: sign, method: proxy, count: answers, counted: permis accordés, sign_of: plus de verdure dans la rue}
  - {id: calibrated, method: proxy, count: answers, counted: mises en relation, calibration: {source: calls, yes: hired, effect: embauches}}
  - {id: asked, name: Demande, method: asked-later, answers: survey, yes: [asked, already], after: 30d, breakdown: [age]}
  - {id: weighted, name: Demande pesée, method: asked-later, answers: survey, yes: [asked, already], after: 30d, margins: {age: {young: 3000, old: 1000}}}
  - {id: weighted-by-users, method: asked-later, answers: survey, yes: [asked, already], after: 30d, margins: {age: users}}
  - {id: rare-answers, method: asked-later, answers: rare, yes: [yes]}
  - {id: frequent-answers, method: asked-later, answers: often, yes: [yes]}
  - {id: satisfaction, name: Satisfaction, matrix: useful, method: declared, series: notes, unit: sur 10, direction: up, provenance: export mensuel}`;

const planText = `
foulee: 1
service: {id: essai, name: Essai, mission: Aider les agents}
effect: {statement: Des agents gagnent du temps., domain: social}
sources:${sources}
indicators:${indicators}
`;

let document: MeasureDocument;
const figureOf = (id: string): FigureMeasure => {
  const found = document.measures.find((measure) => measure.indicator === id);
  if (found === undefined || found.method === 'follow-up' || found.method === 'rollout')
    throw new Error(`no figure ${id}`);
  return found;
};
const read = (id: string): FigureEstimate => figureOf(id).headline.estimate;
const rounded = ({ value, lower, upper }: FigureEstimate, digits = 4) =>
  [value, lower, upper].map((number) => (number === null ? null : Number(number.toFixed(digits))));

beforeAll(async () => {
  // 1,000 rows a month, half of April only.
  csv('answers.csv', [
    'day',
    ...times(3500, (i) => `2026-0${1 + Math.floor(i / 1000)}-${String(1 + (i % 14)).padStart(2, '0')}`),
  ]);
  csv('cases.csv', ['id;hours', ...times(62, (i) => `${i};${i < 30 ? '1,5' : i < 60 ? '2,5' : ''}`)]);
  csv('clustered.csv', ['v,town,area,w', '1,a,n,2', '3,a,n,2', '5,b,n,2', '7,c,s,1', '9,d,s,1', '11,d,s,1']);
  csv('calls.csv', ['id,result', ...times(120, (i) => `${i},${i < 24 ? 'hired' : i < 100 ? 'no' : ''}`)]);
  // 100 young people, 40 answers, 10 of which count; 100 old, 60 answers, 45 of which count. 5 answers too early.
  csv('survey.csv', [
    'id,age,used,answered,answer',
    ...times(40, (i) => `y${i},young,2026-01-01,2026-03-01,${i < 10 ? 'asked' : 'nothing'}`),
    ...times(5, (i) => `e${i},young,2026-01-01,2026-01-05,asked`),
    ...times(55, (i) => `n${i},young,2026-01-01,,`),
    ...times(
      60,
      (i) => `o${i},old,2026-01-01,2026-02-15,${i < 40 ? 'asked' : i < 45 ? 'already' : 'failed'}`,
    ),
    ...times(40, (i) => `p${i},old,2026-01-01,,`),
  ]);
  csv('rare.csv', ['answer', ...times(1, () => 'yes'), ...times(28, () => 'no')]);
  csv('often.csv', ['answer', ...times(81, () => 'yes'), ...times(182, () => 'no')]);
  csv('users.csv', [
    'id,day,age',
    ...times(300, (i) => `u${i},2026-01-02,young`),
    ...times(300, (i) => `u${i},2026-01-03,young`),
    ...times(100, (i) => `v${i},2026-01-02,old`),
  ]);
  csv('notes.csv', ['day;note;goal', '2025-01-31;7,8;8', '2025-10-31;8,0;8,5', '2026-01-31;8,2;8,5']);
  writeFileSync(join(folder, 'impact.yaml'), planText);
  document = await measureFromPlan(join(folder, 'impact.yaml'), { refresh: true, config });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a mean and a volume written in the plan give the published product and its sentence, at level 0', () => {
  expect(rounded(read('by-hand'), 0)).toEqual([80_000, 69_977, 90_023]);
  const { headline, evidence } = figureOf('by-hand');
  expect(plain(headline.sentence)).toBe(
    'Entre 70 000 et 90 000 heures libérées par mois : 2 h gagnées par réponse (mesuré sur 60 marchés, entre 1 h 45 et 2 h 15) × 40 000 réponses.',
  );
  expect(evidence.level).toBe(0);
});

test('a volume that is itself uncertain widens the interval', () => {
  const [, lower, upper] = rounded(read('both-uncertain'), 0);
  expect(lower).toBeLessThan(68_400);
  expect(upper).toBeGreaterThan(91_600);
  expect(plain(figureOf('both-uncertain').headline.sentence)).toContain(
    '× 40 000 réponses (entre 37 060 et 42 940)',
  );
});

test('measures in a file times rows counted month by month: the last complete month, at level 2', () => {
  const measure = figureOf('counted');
  if (measure.method !== 'sample-volume') throw new Error('method');
  expect(measure.volume.months.map(({ count, complete }) => [count, complete])).toEqual([
    [1000, true],
    [1000, true],
    [1000, true],
    [500, false],
  ]);
  // 60 measures, 30 of 1.5 and 30 of 2.5: sd = 0.5 sqrt(60/59), t(59) = 2.000995.
  const half = (2.000995 * 0.5 * Math.sqrt(60 / 59) * 1000) / Math.sqrt(60);
  expect(read('counted').value).toBeCloseTo(2000, 6);
  expect(read('counted').upper).toBeCloseTo(2000 + half, 2);
  expect(read('counted').period).toBe('2026-03');
  expect(measure.estimates.map(({ kind }) => kind)).toEqual([
    'estimate',
    'estimate',
    'estimate',
    'insufficient',
  ]);
  expect(measure.evidence.level).toBe(2);
  expect(measure.warnings.map(({ code }) => code)).toEqual(['without-value']);
});

test('clusters, strata and weights: the weighted mean and the variance between clusters', () => {
  // Weighted mean (2·1 + 2·3 + 2·5 + 7 + 9 + 11)/9 = 5; scores w(y - 5)/9 summed by town: a -12/9, b 0, c 2/9, d 10/9.
  const se = Math.sqrt(2 * 2 * (6 / 9) ** 2 + 2 * 2 * (4 / 9) ** 2);
  const t2 = 4.302653;
  expect(read('designed').value).toBeCloseTo(500, 8);
  expect(read('designed').upper).toBeCloseTo(500 + 100 * t2 * se, 2);
});

test('a sign is counted and said to be one, without an interval that would claim more', () => {
  const { headline, evidence } = figureOf('sign');
  expect(plain(headline.sentence)).toMatch(
    /^3 500 permis accordés du 1er janvier 2026 au 14 avril 2026 : c’est un signe de l’effet recherché \(plus de verdure dans la rue\), pas sa mesure\.$/,
  );
  expect(rounded(headline.estimate)).toEqual([3500, null, null]);
  expect(evidence.level).toBe(1);
});

test('a calibrated sign carries the interval of its calls', () => {
  expect(rounded(read('calibrated'), 1)).toEqual([840, 584.2, 1163.1]);
  expect(plain(figureOf('calibrated').headline.sentence)).toMatch(
    /^Entre 580 et 1 160 embauches .*3 500 mises en relation × 24 sur 100 \(constaté sur 100 cas vérifiés, entre 17 et 33\)/,
  );
  expect(figureOf('calibrated').evidence.level).toBe(2);
  expect(figureOf('calibrated').warnings[0]?.sentence).toContain('20\u00a0cas sur 120');
});

test('answers: Wilson when there are enough, Clopper–Pearson when they are rare (Newcombe 1998)', () => {
  expect(rounded(read('frequent-answers'))).toEqual([0.308, 0.2553, 0.3662]);
  expect(rounded(read('rare-answers'))).toEqual([0.0345, 0.0009, 0.1776]);
});

test('asked later: answers given too early do not count, and the silent are shown by cell', () => {
  const measure = figureOf('asked');
  if (measure.method !== 'asked-later') throw new Error('method');
  expect(measure.response).toEqual({
    asked: 200,
    answered: 100,
    tooEarly: 5,
    byCell: [
      {
        attribute: 'age',
        classes: [
          { name: 'old', asked: 100, answered: 60 },
          { name: 'young', asked: 100, answered: 40 },
        ],
      },
    ],
  });
  expect(rounded(measure.headline.estimate, 2)[0]).toBe(0.55);
  expect(measure.answers.map(({ answer, count, counts }) => [answer, count, counts])).toEqual([
    ['asked', 50, true],
    ['nothing', 30, false],
    ['failed', 15, false],
    ['already', 5, true],
  ]);
  expect(measure.delay).toEqual({ early: 45, median: 45, late: 59 });
  expect(measure.estimates.map(({ group, value }) => [group, value])).toEqual([
    [null, 0.55],
    ['old', 0.75],
    ['young', 0.25],
  ]);
});

test('known totals weight the answers: from the plan, or people counted in the usage log', () => {
  // 3/4 young at 0.25, 1/4 old at 0.75.
  expect(read('weighted').value).toBeCloseTo(0.375, 10);
  expect(read('weighted-by-users').value).toBeCloseTo(0.375, 10);
  expect(read('weighted').upper).toBeLessThan(0.5);
  expect(read('weighted').lower).toBeGreaterThan(0.25);
});

test('a declared series keeps level 0, says its last figure, its year and its goal', () => {
  const measure = figureOf('satisfaction');
  expect(plain(measure.headline.sentence)).toBe(
    'Satisfaction : 8,2 sur 10 le 31 janvier 2026, chiffre déclaré par le service. En un an, +0,4 sur 10 : c’est un progrès. Objectif : 8,5 sur 10.',
  );
  expect(measure.evidence.level).toBe(0);
});

test('every figure has the keys of a measure, no interval of zero width, no NaN', () => {
  expect(JSON.stringify(document)).not.toMatch(/NaN|Infinity/);
  for (const measure of document.measures) {
    expect(Object.keys(measure)).toEqual(
      expect.arrayContaining(
        'indicator name matrix method units outcomes cohorts triangle estimates effects checks evidence warnings inputs headline'.split(
          ' ',
        ),
      ),
    );
    for (const one of measure.estimates) {
      if (one.kind === 'insufficient') expect(one).toMatchObject({ sentence: expect.stringMatching(/\.$/) });
      else if (one.lower !== null) expect(one.upper).toBeGreaterThan(one.lower);
    }
  }
});

test('the report and the terminal say every headline, check, warning and what would raise the level', () => {
  const page = plain(
    renderReport(document)
      .replace(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'"),
  );
  const text = plain(summarise(document, { colour: false }));
  for (const { headline, evidence, warnings } of document.measures) {
    const said = [headline.sentence, evidence.raise, ...warnings.map(({ sentence }) => sentence)].map(plain);
    expect(said.filter((sentence) => !text.includes(sentence))).toEqual([]);
    const shown = [...said.slice(1), ...evidence.checks.map(({ sentence }) => plain(sentence))];
    expect(shown.filter((sentence) => !page.includes(sentence))).toEqual([]);
  }
});
