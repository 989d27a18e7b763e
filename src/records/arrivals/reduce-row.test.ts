import { expect, test } from 'vitest';
import { contract, spells } from '../../plan/fixtures/worked-plans.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { hmacPads } from '../../platform/key.ts';
import { arrivalShape } from './arrival-shape.ts';
import { pseudonymiser } from './pseudonymiser.ts';
import { reduceRow } from './reduce-row.ts';

const usage = readPlan(contract).plan?.sources.usage;
if (usage === undefined) throw new Error('the worked plan has a source of usage');
const pseudonym = pseudonymiser(
  hmacPads(Buffer.from('une clé de test, longue de plus de trente-deux octets')),
);
const reduce = (row: unknown) => reduceRow(arrivalShape(usage), pseudonym, row, '2026-11-28');

const row = {
  'idutilisateur-peconnect': 'jean@exemple.fr',
  proprietes: { siret: '123 456 789 00011', secret: 'x' },
  dateheure: '2026-11-27T10:30:00+01:00',
  nom: 'details',
  source: 'api',
  adresse: '12 rue de la Paix',
  _id: 'e-1',
};

test('only what the plan names is kept: pseudonyms, days, attributes and what the filter looks at', () => {
  expect(reduce(row)).toEqual({
    kind: 'kept',
    id: 'e-1',
    fields: {
      'subject:': String(pseudonym('subject', 'jean@exemple.fr', 'keep')),
      'target:': String(pseudonym('target', '12345678900011', 'keep')),
      dateheure: '2026-11-27',
      nom: 'details',
      source: 'api',
    },
  });
  expect(reduce({ ...row, 'proprietes.siret': '123 456 789 00011', proprietes: null })).toEqual(reduce(row));
});

test('all that is wrong in a row is told at once, and no value of it', () => {
  const wrong = reduce({
    ...row,
    'idutilisateur-peconnect': ' null ',
    dateheure: 'hier soir',
    nom: { secret: 1 },
    source: 's'.repeat(3000),
    _id: 'i'.repeat(300),
  });
  expect(wrong).toMatchObject({
    kind: 'refused',
    faults: [
      { field: 'idutilisateur-peconnect', what: 'il manque' },
      { field: 'dateheure', what: expect.stringContaining('pas une date lisible') },
      { field: 'source', what: 'c’est trop long' },
      { field: 'nom', what: 'c’est un objet ou une liste' },
      { field: '_id' },
    ],
  });
  expect(JSON.stringify(wrong)).not.toMatch(/hier soir|secret|sss|iii/);
});

test.each([null, 3, 'texte', [row]])('%j is no row', (written) => {
  expect(reduce(written)).toMatchObject({ faults: [{ field: null, what: 'ce n’est pas un objet' }] });
});

test('a use may be dated back, not ahead', () => {
  expect(reduce({ ...row, dateheure: '2019-01-02' })).toMatchObject({ kind: 'kept' });
  expect(reduce({ ...row, dateheure: '2026-11-28' })).toMatchObject({ kind: 'kept' });
  expect(reduce({ ...row, dateheure: '2026-11-29' })).toMatchObject({
    faults: [{ what: 'la date est dans le futur' }],
  });
});

const sourceOf = (text: string) => {
  const source = Object.values(readPlan(text).plan?.sources ?? {})[0];
  if (source === undefined) throw new Error('this plan has a source');
  return arrivalShape(source);
};

test('a time already followed is a whole number of units: 1.5 is refused at the door, not set aside later', () => {
  const shape = sourceOf(spells);
  const columns = Object.fromEntries(
    shape.columns.map(({ column, type }) => [column, type === 'text' ? 'x' : '1']),
  );
  const [duration] = shape.columns.filter(({ type }) => type === 'whole');
  const reduced = (written: unknown) =>
    reduceRow(shape, pseudonym, { ...columns, [duration?.column ?? '']: written }, '2026-11-28');
  for (const whole of [0, 12, '12', '12.0', ' 7 ']) expect(reduced(whole)).toMatchObject({ kind: 'kept' });
  for (const wrong of ['1.5', 1.5, '-1', '1000000', 'douze', '']) {
    expect(reduced(wrong)).toMatchObject({ kind: 'refused', faults: [{ field: duration?.column }] });
  }
});

test('of a figure already made, a month is taken once it is over, whoever counts the hours', () => {
  const shape = sourceOf(`foulee: 1
service: {id: s, name: S}
effect: {statement: Un effet., domain: social}
sources:
  visites: {kind: series, arrivals: true, time: mois, value: n}
indicators:
  - {id: i, name: I, method: declared, series: visites, unit: visites, direction: up, provenance: p}
`);
  const reduced = (mois: string, n: string, latest: string) =>
    reduceRow(shape, pseudonym, { mois, n }, latest);
  expect(reduced('2026-10', '43 817', '2026-11-28')).toMatchObject({
    kind: 'kept',
    fields: { mois: '2026-10-31', n: '43817' },
  });
  const goesOn = { kind: 'refused', faults: [{ field: 'mois', what: expect.stringContaining('pas fini') }] };
  // `latest` is tomorrow: the 30th, then the 1st.
  expect(reduced('2026-11', '1', '2026-12-01')).toMatchObject(goesOn);
  expect(reduced('2026-11', '1', '2026-12-02')).toMatchObject({ kind: 'kept' });
  expect(reduced('2026-11', '1,234', '2026-12-02')).toMatchObject({ faults: [{ field: 'n' }] });
});
