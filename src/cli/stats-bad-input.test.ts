import { expect, test } from 'vitest';
import { faults } from './fixtures/faults.ts';
import { answerText } from './stats.ts';

type Row = Readonly<Record<string, number | string>>;

/** `n` equal rows. */
const times = (n: number, row: Row): Row[] => Array.from({ length: n }, () => row);

const arms = { data: 'd', outcome: 'y', arm: 'a' };
const offered = { data: 'd', outcome: 'y', assigned: 'z', received: 'r' };
const choosing = { data: 'd', outcome: 'y', treatment: 'a', covariates: ['x'] };
const followed = { data: 'd', time: 't', status: 's', event: 1 };
const drawn = { data: 'd', variable: 'y', weight: 'w' };

/** Everyone of 1 has the covariate, nobody of 0 has it: it separates them. */
const separated = [
  ...times(8, { a: 1, x: 1, y: 1 }),
  ...times(8, { a: 1, x: 1, y: 0 }),
  ...times(8, { a: 0, x: 0, y: 1 }),
  ...times(8, { a: 0, x: 0, y: 0 }),
];
/** Values of one arm all above those of the other. */
const apart = Array.from({ length: 40 }, (_, i) => ({
  a: i < 20 ? 0 : 1,
  x: i < 20 ? i : 100 + i,
  y: i % 2,
}));
/** Each of the treated stands between two others, near none. */
const beside = Array.from({ length: 40 }, (_, i) => ({ a: i % 2, x: 10 * i + (i % 3), y: i % 2 }));
const stillThere = times(30, { t: 5, s: 0, a: 1 });
const elsewhere = times(30, { t: 5, s: 0, a: 0 });
const between = { ...followed, group: 'a', treated: 1, control: 0 };
const sampled = [...times(6, { y: 1, w: 2, zone: 'a' }), ...times(6, { y: 0, w: 2, zone: 'b' })];

const ask = (method: string, inputs: object, d: readonly Row[] = []) =>
  answerText(JSON.stringify({ method, inputs, tables: { d } }));

test.each<[string, string, object, readonly Row[], string, RegExp]>([
  [
    'no first stage',
    'effect.cace',
    offered,
    [...times(9, { z: 1, r: 0, y: 1 }), ...times(9, { z: 0, r: 0, y: 0 })],
    'not-identified',
    /n'a pas changé son usage/,
  ],
  [
    'an empty arm',
    'effect.twoProportions',
    arms,
    times(9, { a: 1, y: 1 }),
    'empty-group',
    /ne contient personne/,
  ],
  [
    'perfect separation, weighted',
    'weight.ipw',
    choosing,
    separated,
    'not-identified',
    /suffit à dire qui a reçu le service/,
  ],
  [
    'perfect separation, doubly robust',
    'effect.aipw',
    choosing,
    separated,
    'not-identified',
    /suffit à dire qui a reçu le service/,
  ],
  [
    'perfect separation, propensity',
    'match.propensity',
    choosing,
    separated,
    'not-identified',
    /suffit à dire qui a reçu le service/,
  ],
  ['no overlap, weighted', 'weight.ipw', choosing, apart, 'not-identified', /personne n'est comparable/],
  [
    'no overlap, matched exactly',
    'match.exact',
    { ...choosing, on: 'x' },
    apart,
    'not-identified',
    /semblable exact/,
  ],
  [
    'no overlap, matched within a caliper',
    'match.nearest',
    { ...choosing, distance: 'mahalanobis', caliperSd: 0.01 },
    beside,
    'not-identified',
    /élargissez l’écart permis/,
  ],
  [
    'weights that cannot balance',
    'weight.entropyBalance',
    choosing,
    apart,
    'not-identified',
    /Aucune pondération ne rend les deux groupes semblables/,
  ],
  [
    'margins that cannot be reached',
    'survey.mean',
    { ...drawn, rake: [{ by: 'zone', totals: { a: 10, b: 10, c: 10 } }] },
    sampled,
    'not-identified',
    /personne n'a répondu/,
  ],
  [
    'a population total of zero',
    'survey.total',
    { ...drawn, postStratify: { by: 'zone', totals: { a: 0, b: 0 } } },
    sampled,
    'not-identified',
    /total de population/,
  ],
  [
    'impossible linkage rates',
    'linkage.adjustRisk',
    { events: 3, n: 20, missedMatchRate: 0.7, falseMatchRate: 0.4 },
    [],
    'not-identified',
    /ne dit plus rien de l'effet/,
  ],
  [
    'a linkage rate above 1',
    'linkage.adjustRisk',
    { events: 3, n: 20, missedMatchRate: 1.2, falseMatchRate: 0 },
    [],
    'not-identified',
    /entre 0 et 1/,
  ],
  [
    'negative time',
    'survival.km',
    { ...followed, horizons: 3 },
    [
      { t: -1, s: 1 },
      { t: 3, s: 0 },
    ],
    'invalid-time',
    /durée est négative/,
  ],
])('%s (%s)', (_, method, inputs, rows, error, words) => {
  const { result, exitCode } = ask(method, inputs, rows);
  expect(exitCode).toBe(0);
  expect(result).toEqual({ error, sentence: expect.stringMatching(words) });
});

const crossed = { data: 'd', row: 'l', column: 'c', count: 'n' };
const crossing = (n: number | string, c = 'y') => [
  { l: 'a', c: 'x', n: 12 },
  { l: 'a', c, n },
];

/** Written like a number or a name, but nothing that can be computed with: said with its place, never read as zero. */
test.each<[string, string, object, readonly Row[], RegExp]>([
  ['a count that is not given', 'disclosure.suppress', crossed, crossing(''), /Ligne 2 : un effectif entier/],
  ['a cell without its column', 'disclosure.suppress', crossed, crossing(5, ''), /Ligne 2 : la case n'a pas/],
  [
    'counts beyond any people',
    'disclosure.roundTable',
    { ...crossed, base: 5 },
    crossing(1e150),
    /mille milliards/,
  ],
  [
    'a number too large',
    'effect.twoMeans',
    arms,
    [...times(9, { a: 1, y: 1 }), { a: 0, y: 1e300 }],
    /ligne 10 : le nombre 1e\+300 est trop grand/,
  ],
  [
    'a number too small',
    'decision.normal',
    { estimate: 1, se: 1e-300, prior: { sd: 1 } },
    [],
    /« se » : le nombre 1e-300 est trop petit/,
  ],
  [
    'a total too large',
    'survey.mean',
    { ...drawn, rake: [{ by: 'zone', totals: { a: 1e300, b: 1 } }] },
    sampled,
    /« zone », « a » : le nombre/,
  ],
  [
    'NaN among categories',
    'weight.ipw',
    choosing,
    [...times(9, { a: 1, y: 1, x: 'u' }), { a: 0, y: 0, x: 'NaN' }],
    /ligne 10 : « NaN » n'est pas une valeur/,
  ],
  [
    'a level of nothing',
    'ci.proportion',
    { events: 3, n: 20, level: 1e-12 },
    [],
    /« level » doit être comprise entre 0,5/,
  ],
  [
    'a level of certainty',
    'ci.proportion',
    { events: 3, n: 20, level: 1 - 1e-16 },
    [],
    /« level » doit être comprise entre 0,5/,
  ],
  ['a risk lost in rounding', 'plan.twoProportions', { p1: 0.1, p2: 0.2, alpha: 1e-300 }, [], /« alpha »/],
])('%s (%s) is refused in a sentence', (_, method, inputs, rows, words) => {
  expect(ask(method, inputs, rows).result).toEqual({
    error: 'invalid-input',
    sentence: expect.stringMatching(words),
  });
});

/** 0.1 has no exact binary writing: its computed variance is 1e-34, which must not pass for precision. */
const constant = Array.from({ length: 60 }, (_, i) => ({
  a: i % 2,
  z: i % 2,
  r: i % 4 === 1 ? 1 : 0,
  x: (i >> 1) % 3,
  before: i % 7,
  y: 0.1,
}));
const moved = Array.from({ length: 48 }, (_, i) => {
  const [unit, time] = [Math.floor(i / 6), (i % 6) + 1];
  const first = unit < 3 ? 3 : unit < 5 ? 5 : 0;
  const served = first > 0 && time >= first ? 0.7 : 0;
  return {
    unit,
    time,
    first,
    t: first > 0 ? 1 : 0,
    post: time > 3 ? 1 : 0,
    y: unit * 0.1 + time * 0.3 + served,
  };
});
test.each<[string, object, readonly Row[]]>([
  ['effect.twoMeans', arms, constant],
  ['effect.linAdjusted', { ...arms, covariates: 'x' }, constant.map((row) => ({ ...row, y: 0.3 * row.x }))],
  ['effect.cuped', { ...arms, covariate: 'before' }, constant],
  ['effect.stratified', { ...arms, stratum: 'x' }, constant],
  ['effect.cace', offered, constant],
  ['effect.aipw', choosing, constant.map((row) => ({ ...row, y: 0.3 * row.x }))],
  ['weight.ipw', choosing, constant],
  ['weight.entropyBalance', choosing, constant],
  ['match.exact', { ...choosing, on: 'x' }, constant],
  ['match.nearest', { ...choosing, replace: true }, constant],
  ['match.nearest', choosing, constant],
  ['survey.sampleTimesVolume', { data: 'd', variable: 'y', volume: 100 }, constant],
  ['did.groupTime', { data: 'd', unit: 'unit', time: 'time', outcome: 'y', firstTreated: 'first' }, moved],
  [
    'did.twoByTwo',
    { data: 'd', outcome: 'y', treated: 't', post: 'post', cluster: 'unit' },
    moved
      .filter(({ time }) => time === 2 || time === 5)
      .map((row) => ({ ...row, y: 0.1 * row.unit + 0.3 * row.post })),
  ],
])('%s: what does not vary has no error, not one of rounding', (method, inputs, rows) => {
  const said = JSON.stringify(ask(method, inputs, rows).result);
  expect(said).toMatch(/"se":null|"seStacked":null|"seCluster":null/);
  expect(said).not.toMatch(/"(lower|upper)":-?\d/);
});

/** Nobody has the effect, or nobody was followed long enough: figures that exist, and null where there is none. */
test.each<[string, string, object, readonly Row[], object]>([
  [
    'zero events',
    'ci.proportion',
    { events: 0, n: 40 },
    [],
    { estimate: 0, wilson: { lower: 0, upper: expect.closeTo(0.0876, 4) } },
  ],
  [
    'zero events',
    'effect.twoProportions',
    arms,
    [...times(30, { a: 1, y: 0 }), ...times(30, { a: 0, y: 0 })],
    {
      riskDifference: { se: null, lower: null, upper: null },
      riskRatio: { estimate: null, lower: null, upper: null },
    },
  ],
  [
    'zero events',
    'survival.km',
    { ...followed, horizons: 3 },
    stillThere,
    {
      groups: { all: { events: 0, at: { 3: { incidence: 0, incidenceLower: null, incidenceUpper: null } } } },
    },
  ],
  [
    'zero events',
    'survival.riskDifference',
    { ...between, horizon: 3 },
    [...stillThere, ...elsewhere],
    { treatedIncidence: 0, controlIncidence: 0, lower: null, upper: null },
  ],
  [
    'all censored',
    'survival.km',
    { ...followed, horizons: 90 },
    stillThere,
    {
      groups: {
        all: {
          at: { 90: { beyondFollowUp: true, incidence: null, incidenceUpper: null } },
          medianTime: null,
        },
      },
    },
  ],
  [
    'all censored',
    'survival.cif',
    { data: 'd', time: 't', status: 's', causes: ['1'], horizons: 90 },
    stillThere,
    { groups: { all: { causes: { 1: { at: { 90: { cif: null, se: null } } } } } } },
  ],
  [
    'all censored',
    'survival.riskDifference',
    { ...between, horizon: 90 },
    [...stillThere, ...elsewhere],
    { beyondFollowUp: true, estimate: null, lower: null, upper: null },
  ],
  [
    'all censored',
    'survival.logrank',
    { ...followed, group: 'a' },
    [...stillThere, ...elsewhere],
    { chisq: null, p: null },
  ],
  [
    'all censored',
    'survival.gray',
    { ...followed, group: 'a', cause: 1 },
    [...stillThere, ...elsewhere],
    { statistic: null, p: null },
  ],
])('%s (%s): no NaN, no interval of zero width', (_, method, inputs, rows, known) => {
  const { result, exitCode } = ask(method, inputs, rows);
  expect(exitCode).toBe(0);
  expect(result).toMatchObject(known);
  expect(faults(result)).toEqual([]);
});
