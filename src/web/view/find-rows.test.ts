import { expect, test } from 'vitest';
import { nextSteps } from '../../portfolio/next-step.ts';
import { portfolioAddress, portfolioQuery } from '../pages/portfolio/filters.ts';
import { findRows } from './find-rows.ts';
import type { ServiceRow } from './service-view.ts';

const row = (id: string, change: Partial<ServiceRow> = {}): ServiceRow => ({
  id,
  name: id,
  organisation: null,
  domain: null,
  phase: null,
  demonstration: false,
  effect: null,
  search: id,
  declared: 0,
  sentence: null,
  level: null,
  measuredOn: null,
  freshness: null,
  trend: null,
  review: { state: 'no-matrix', matrix: null, review: null, lapsed: null },
  nextStep: '',
  ...change,
});

const freshness = { state: 'fresh', ageDays: 3, sentence: '', measured: '', short: '' } as const;
const rows = [
  row('Abeille', { search: 'abeille : des forets protegees', domain: 'environmental' }),
  row('Boite', { level: 2, freshness: { ...freshness, state: 'stale' } }),
  row('Estime', { level: 3, freshness, domain: 'social' }),
  row('zorro', {
    organisation: 'DINUM',
    review: { state: 'matrix', matrix: 'here', review: null, lapsed: null },
  }),
];
const ids = (query: Record<string, string>) =>
  findRows(rows, portfolioQuery.parse(query)).rows.map(({ id }) => id);

test('the surest first, then by name', () => {
  expect(ids({})).toEqual(['Estime', 'Boite', 'Abeille', 'zorro']);
});

test('without a figure: together by next step, the closest to a figure first', () => {
  const [close = '', , far = ''] = nextSteps;
  const waiting = [
    row('a', { nextStep: far }),
    row('b', { nextStep: close }),
    row('c', { nextStep: far }),
    row('d', { level: 1, nextStep: far }),
  ];
  const found = findRows(waiting, portfolioQuery.parse({})).rows;
  expect(found.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
});

test('search forgets accents and capitals, and wants every word', () => {
  expect(ids({ recherche: 'FORETS protégées' })).toEqual(['Abeille']);
  expect(ids({ recherche: 'forêts zorro' })).toEqual([]);
});

test('each filter', () => {
  expect(ids({ domaine: 'social' })).toEqual(['Estime']);
  expect(ids({ organisation: 'DINUM' })).toEqual(['zorro']);
  expect(ids({ preuve: '2' })).toEqual(['Boite']);
  expect(ids({ relecture: 'matrix' })).toEqual(['zorro']);
  expect(ids({ fraicheur: 'ancien' })).toEqual(['Boite']);
  expect(ids({ fraicheur: 'non-mesure' })).toEqual(['Abeille', 'zorro']);
});

test('what is not understood filters nothing', () => {
  expect(ids({ domaine: 'magie', preuve: '9', page: '-4', fraicheur: '<script>' })).toHaveLength(4);
});

test('pages: forty services each; beyond the last, the last', () => {
  const many = Array.from({ length: 95 }, (_, i) => row(`s${String(i).padStart(3, '0')}`));
  const page = (number: string) => findRows(many, portfolioQuery.parse({ page: number }));
  expect([page('1').rows.length, page('3').rows.length, page('3').pages]).toEqual([40, 15, 3]);
  expect(page('9').rows.map(({ id }) => id)).toEqual(page('3').rows.map(({ id }) => id));
});

test('an address keeps the filters and leaves out what is empty', () => {
  const query = portfolioQuery.parse({ recherche: 'emploi', domaine: 'social', page: '3' });
  expect(portfolioAddress(query, { page: 4 })).toBe('/?recherche=emploi&domaine=social&page=4');
  expect(portfolioAddress(query, { recherche: '', domaine: null, page: 1 })).toBe('/');
});
