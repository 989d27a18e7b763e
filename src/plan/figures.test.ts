import { expect, test } from 'vitest';
import { describePlan } from './describe.ts';
import { daysText } from './duration.ts';
import { lintPlan } from './lint-plan.ts';
import { readPlan } from './read-plan.ts';

const words =
  'sentence: {total: heures libérées, each: gagnées par réponse, sampled: marchés, cases: réponses}';

const written = (indicator: string) => `
foulee: 1
service: {id: s, name: S, mission: Aider les agents}
effect: {statement: Des agents gagnent du temps, domain: social}
sources:
  log: {kind: events, files: log.csv, time: day, attributes: {age: age}}
  cases: {kind: sample, files: cases.csv, value: hours, attributes: {age: age}}
  notes: {kind: series, files: notes.csv, time: day, value: note}
  hires: {kind: outcomes, files: hires.csv, subject: id, time: day}
indicators:
  - {id: i, ${indicator}}
`;
const told = (indicator: string) => readPlan(written(indicator)).problems.map(({ sentence }) => sentence);

const volume = (sample: string, times: string) =>
  `method: sample-volume, unit: h, sample: ${sample}, volume: ${times}, ${words}`;
const proxy = (more = '') => `method: proxy, count: log, counted: permis${more}`;
const asked = (more: string) => `method: asked-later, answers: cases${more}`;

test.each([
  [volume('{mean: 2, sd: 1, n: 0}', 'log'), 'compte 0 mesure : il en faut au moins deux'],
  [volume('{mean: 2, sd: 1, n: 1}', 'log'), 'compte 1 mesure'],
  [volume('{mean: 2, sd: -1, n: 10}', 'log'), 'un écart-type, au moins 0'],
  [volume('{mean: deux, sd: 1, n: 10}', 'log'), 'il faut un nombre'],
  [volume('{mean: 2, sd: 1, n: 10.5}', 'log'), 'un nombre entier'],
  [volume('cases', '{value: -5}'), 'un nombre de cas, au moins 0'],
  [volume('cases', '{value: 0}'), "le volume est nul : il n'y a rien à multiplier"],
  [volume('cases', '{value: 5, lower: 4}'), 'donne une borne sans l’autre'],
  [volume('cases', '{value: 5, lower: 6, upper: 7}'), 'doit être entre ses bornes'],
  [volume('case', 'log'), 'vouliez-vous dire « cases » ?'],
  [volume('log', 'log'), 'sample demande une source de kind sample'],
  [volume('cases', 'notes'), 'volume demande une source de kind events'],
  [proxy(', calibration: {called: 0, yes: 0, effect: e}'), 'rien n’a été vérifié (called : 0)'],
  [proxy(', calibration: {called: 10, yes: 12, effect: e}'), 'plus d’effets (12) que de cas vérifiés (10)'],
  [proxy(', calibration: {called: 10, yes: -1, effect: e}'), 'un nombre entier, au moins 0'],
  [proxy(', calibration: {called: 10, effect: e}'), 'called et yes'],
  [proxy(', calibration: {source: cases, effect: e}'), 'il manque calibration.yes'],
  [proxy(', calibration: {source: cases, yes: oui, called: 3, effect: e}'), 'retirez called et drawn'],
  [proxy(', calibration: {source: log, yes: oui, effect: e}'), 'demande une source de kind sample'],
  [asked(', yes: oui, margins: {age: {18-25: 0}}'), 'le total de la population est nul'],
  [asked(', yes: oui, margins: {age: {18-25: -3}}'), 'un nombre de personnes, au moins 0'],
  [asked(', yes: oui, margins: {agee: {18-25: 3}}'), 'vouliez-vous dire « age » ?'],
  [asked(', yes: oui, margins: {age: hires}'), 'demande une source de kind events ou units'],
  [asked(', yes: oui, after: 30d'), 'le jour de l’usage (used)'],
  [asked(''), 'il manque yes'],
  [asked(', yes: oui, unit: €'), 'retirez unit'],
  [asked(', yes: oui, baseline: 12'), 'baseline est une part entre 0 et 1, pas 12'],
  [asked(', yes: oui, target: {value: 15}'), 'la cible est une part entre 0 et 1, pas 15'],
  ['method: declared, series: cases, unit: u, direction: up', 'series demande une source de kind series'],
  ['method: declared, series: notes, unit: u, direction: haut', "l'une des valeurs up, down"],
  ['method: proxi, count: log, counted: c', 'essayez : proxy'],
  [
    'methode: proxy, count: log, counted: c',
    "clé inconnue « methode » dans l'indicateur « i » ; vouliez-vous dire « method » ?",
  ],
  [
    'method: follow-up, exposure: log, outcome: hires',
    'suivre des personnes demande la colonne subject de sources.log',
  ],
])('%s', (indicator, sentence) => {
  const problems = told(indicator);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test.each([
  [volume('cases', '{value: 5}'), ['sample-not-drawn', 'volume-by-hand']],
  [volume('{mean: 2, sd: 1, n: 12, drawn: random}', 'log'), ['sample-by-hand', 'small-sample']],
  [proxy(), ['proxy-uncalibrated']],
  [proxy(', calibration: {called: 90, yes: 20, effect: e}'), ['sample-not-drawn', 'sample-by-hand']],
  [asked(', yes: oui'), ['sample-not-drawn', 'no-delay', 'no-margins']],
  [
    'matrix: impactful, method: declared, series: notes, unit: u, direction: up',
    ['declared-as-impact', 'no-provenance'],
  ],
])('advice on %s', (indicator, codes) => {
  const { plan } = readPlan(written(indicator));
  if (plan === null) throw new Error('no plan');
  const given = lintPlan(plan).filter(({ path }) => path.startsWith('indicators[0]'));
  expect(given.map(({ code }) => code).filter((code) => code !== 'no-limits')).toEqual(codes);
  expect(given.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
});

test.each([
  [volume('cases', 'log'), 'les lignes de « log », comptées mois par mois'],
  [proxy(', sign_of: plus de verdure'), "Ce dont c'est le signe : plus de verdure."],
  [asked(', yes: [oui, déjà]'), 'combien répondent « oui » ou « déjà » dans « cases »'],
  [asked(', unit: €'), 'la moyenne des réponses de « cases » (€)'],
  ['method: declared, series: notes, unit: u, direction: down', 'Le progrès : plus bas.'],
])('what will be measured: %s', (indicator, sentence) => {
  const { plan } = readPlan(written(indicator));
  if (plan === null) throw new Error('no plan');
  expect(describePlan(plan, daysText)).toContain(sentence);
});

test('a plan written entirely by hand needs no source, nor says it has any', () => {
  const { plan, problems } = readPlan(
    written(volume('{mean: 2, sd: 1, n: 60}', '{value: 40000}')).replace(/^sources:\n(?: {2}.*\n)+/m, ''),
  );
  expect(problems).toEqual([]);
  if (plan === null) throw new Error('not read');
  expect(plan.sources).toEqual({});
  expect(describePlan(plan, daysText)).not.toContain('Sources');
});
