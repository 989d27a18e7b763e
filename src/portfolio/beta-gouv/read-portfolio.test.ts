import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refusal } from '../../platform/refusal.ts';
import type { PortfolioDocument } from '../service-record.ts';
import { readPortfolio } from './read-portfolio.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const read = (document: unknown) => readPortfolio(JSON.stringify(document), 'liste.json');
const resource = (id: unknown, attributes: object = {}, more: object = {}) => ({
  id,
  type: 'startup',
  attributes: { name: 'Un service', ...attributes },
  ...more,
});
const sentences = (document: PortfolioDocument) =>
  document.notUnderstood.map(({ where, sentence }) => `${where} : ${plain(sentence)}`);

function refusal(text: string): string {
  try {
    readPortfolio(text, 'liste.json');
  } catch (error) {
    if (error instanceof Refusal) return plain(`${error.message} → ${error.advice}`);
    throw error;
  }
  throw new Error('no refusal');
}

test('a service with everything is read field by field', () => {
  const { services, incubators, notUnderstood, complete } = read({
    data: [
      resource(
        'un-service',
        {
          name: ' Un & deux ',
          pitch: 'Aider',
          link: 'https:&#x2F;&#x2F;exemple.fr&#x2F;a ',
          stats_url: '/stats',
          impact_url: '',
          budget_url: 'https://exemple.fr/budget',
          analyse_risques: true,
          thematiques: ['Social', 'Social', ''],
          technos: 'ruby',
          sponsors: ['/organisations/anct', 'dinum'],
          phases: [
            { name: 'Construction', start: '2024-02-01 00:00:00 +0100', end: '' },
            { name: 'investigation', start: '2023-09-01', end: '2024-01-31' },
          ],
          events: [
            { name: 'Passage en comité', date: '2024-06-01', comment: 'Six mois' },
            { name: 'national_impact', date: '01/03/2025', comment: '' },
          ],
        },
        {
          relationships: {
            incubator: { data: { type: 'incubator', id: 'ademe' } },
            incubators: { data: [{ id: 'ademe' }, { id: 'mtes' }] },
          },
        },
      ),
    ],
    included: [
      {
        id: 'ademe',
        type: 'incubator',
        attributes: { title: 'Accélérateur', owner: '/organisations/ademe', website: '', contact: '' },
      },
    ],
  });
  expect(complete).toBe(true);
  expect(services).toEqual([
    {
      id: 'un-service',
      name: 'Un & deux',
      mission: 'Aider',
      links: {
        service: 'https://exemple.fr/a',
        stats: 'https://exemple.fr/stats',
        budget: 'https://exemple.fr/budget',
      },
      accessibility: null,
      themes: ['Social'],
      technologies: ['ruby'],
      sponsors: ['anct', 'dinum'],
      incubators: ['ademe', 'mtes'],
      phases: [
        { name: 'investigation', startedOn: '2023-09-01', endedOn: '2024-01-31' },
        { name: 'construction', startedOn: '2024-02-01', endedOn: null },
      ],
      events: [
        { kind: 'committee', happenedOn: '2024-06-01', comment: 'Six mois' },
        { kind: 'national-impact', happenedOn: '2025-03-01', comment: null },
      ],
      other: { 'attributes.analyse_risques': true },
    },
  ]);
  expect(incubators).toEqual([
    { id: 'ademe', name: 'Accélérateur', organisation: 'ademe', website: null, repository: null, other: {} },
  ]);
  expect(notUnderstood.map(({ service, where }) => [service, where])).toEqual([
    ['un-service', 'data[0].attributes.stats_url'],
    ['un-service', 'data[0].attributes.technos'],
  ]);
});

test('what is not understood is said with its place, and kept as it was', () => {
  const document = read({
    data: [
      resource('a', {
        link: 'javascript:alert(1)',
        repository: 'https://moi:secret@exemple.fr/depot',
        stats_url: 'exemple.fr/stats',
        accessibility_status: 'presque',
        phases: [{ name: 'sieste', start: 'hier' }, 12],
        events: [{ name: 'Fête', date: '2025-02-30' }],
      }),
    ],
  });
  expect(sentences(document)).toEqual([
    'data[0].attributes.link : « javascript:alert(1) » n’est pas une adresse web : elle est laissée vide.',
    'data[0].attributes.stats_url : « exemple.fr/stats » : « https:// » manque, il est ajouté.',
    'data[0].attributes.repository : Cette adresse contient un nom ou un mot de passe : elle est laissée vide et n’est pas gardée.',
    'data[0].attributes.accessibility_status : « presque » n’est pas un état d’accessibilité connu : il est gardé tel quel.',
    'data[0].attributes.phases[0].name : La phase « sieste » n’est pas connue : elle est gardée telle quelle.',
    'data[0].attributes.phases[0].start : « hier » n’est pas une date (AAAA-MM-JJ) : elle est laissée vide.',
    'data[0].attributes.phases[1] : Une phase (nom, début, fin) est attendue ici : la valeur est gardée sans être lue.',
    'data[0].attributes.events[0].name : L’événement « Fête » n’est pas connu : il est rangé parmi les autres.',
    'data[0].attributes.events[0].date : « 2025-02-30 » n’est pas une date (AAAA-MM-JJ) : elle est laissée vide.',
  ]);
  expect(document.services[0]?.other).toEqual({
    'attributes.link': 'javascript:alert(1)',
    'attributes.repository': '(masqué)',
    'attributes.phases[0].start': 'hier',
    'attributes.phases[1]': 12,
    'attributes.events[0].name': 'Fête',
    'attributes.events[0].date': '2025-02-30',
  });
  expect(JSON.stringify(document)).not.toContain('secret');
});

test('path tricks and missing identifiers get a safe one of their own, always the same', () => {
  const document = read({
    data: [resource('../../etc/passwd'), resource('a/b'), resource('a b'), resource(null), {}, 4],
  });
  const ids = document.services.map(({ id }) => id);
  expect(ids).toHaveLength(4);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+-[0-9a-f]{8}$/);
  expect(new Set(ids).size).toBe(4);
  expect(document.services[0]?.other).toEqual({ id: '../../etc/passwd' });
  expect(read({ data: [resource('a b')] }).services[0]?.id).toBe(ids[2]);
  expect(sentences(document).slice(-2)).toEqual([
    'data[4] : Un service (un identifiant, un nom…) est attendu ici, pas « {} » : rien n’en est gardé.',
    'data[5] : Un service (un identifiant, un nom…) est attendu ici, pas « 4 » : rien n’en est gardé.',
  ]);
});

test('two services with one identifier: the first is used, the other is kept with it', () => {
  const document = read({
    data: [resource('a', { pitch: 'un' }), resource('a', { pitch: 'deux' }), resource('a', { pitch: 'un' })],
  });
  expect(document.services.map(({ mission }) => mission)).toEqual(['un']);
  expect(JSON.stringify(document.services[0]?.other)).toContain('deux');
  expect(document.notUnderstood).toHaveLength(2);
});

test('the detailed list says less, and names of people are left there', () => {
  const document = readPortfolio(
    JSON.stringify({
      'a-dock': { id: 'a-dock', name: 'A Dock', repository: '', phases: [], active_members: ['prenom.nom'] },
      autre: { id: 'autre', name: 'Autre', phases: [{ name: 'construction', start: '2024-01-01' }] },
    }),
    'startups_details.json',
  );
  expect(document.services.map(({ id }) => id)).toEqual(['a-dock', 'autre']);
  expect(document.services[0]).toEqual({ id: 'a-dock', name: 'A Dock', phases: [], other: {} });
  expect(JSON.stringify(document)).not.toContain('prenom');
});

test('a list of organisations gives their names', () => {
  const { organisations, services } = readPortfolio(
    JSON.stringify([{ id: 'anct', name: 'Agence &amp; Co', acronym: 'ANCT', type: 'autre' }]),
    'organisations.json',
  );
  expect(services).toEqual([]);
  expect(organisations).toEqual([
    { id: 'anct', name: 'Agence & Co', acronym: 'ANCT', website: null, other: { type: 'autre' } },
  ]);
});

test.each([
  ['', /est vide/],
  ['<!DOCTYPE html><html><body>502 Bad Gateway</body></html>', /page web, pas des données/],
  ['{"data": [', /n’est pas du JSON/],
  ['bonjour', /n’est pas du JSON/],
  ['{"data": []}', /aucun service/],
  ['{"erreur": "non"}', /pas une liste de services/],
  ['[1, 2, 3]', /pas une liste de services/],
  ['null', /pas une liste de services/],
  ['id;name;mission;start\na;b;c;d', /version CSV/],
  [`{"data": ${'['.repeat(5000)}${']'.repeat(5000)}}`, /plus de 100 niveaux/],
])('%j is refused with a sentence', (text, expected) => {
  expect(refusal(text)).toMatch(expected);
  expect(refusal(text)).toMatch(/[Rr]ien n’a été changé/);
});

const sample = new URL('../../../../shared/data/beta-gouv/startups-v2.7-sample.json', import.meta.url);
const found = existsSync(sample);
if (!found) console.warn('The real list of services is not here: its reading is NOT tested.');

test.skipIf(!found)('the real list: counts taken apart from the reader', () => {
  const text = readFileSync(sample, 'utf8');
  const raw = JSON.parse(text).data as {
    id: string;
    attributes: Record<string, unknown> & { phases: object[]; events: { name: string }[] };
  }[];
  const document = readPortfolio(text, 'startups.json');
  const sum = (count: (service: PortfolioDocument['services'][number]) => number) =>
    document.services.reduce((total, service) => total + count(service), 0);
  const rawSum = (count: (item: (typeof raw)[number]) => number) =>
    raw.reduce((total, item) => total + count(item), 0);
  expect(document.services.map(({ id }) => id)).toEqual(raw.map(({ id }) => id));
  expect(sum(({ phases }) => phases?.length ?? 0)).toBe(rawSum(({ attributes }) => attributes.phases.length));
  expect(sum(({ events }) => events?.filter(({ kind }) => kind === 'committee').length ?? 0)).toBe(
    rawSum(({ attributes }) => attributes.events.filter(({ name }) => name === 'committee').length),
  );
  expect(sum(({ links }) => (links?.impact === undefined ? 0 : 1))).toBe(
    rawSum(({ attributes }) => (attributes.impact_url ? 1 : 0)),
  );
  expect(sum(({ sponsors }) => sponsors?.length ?? 0)).toBe(
    (text.match(/"sponsors": \[[^\]]*\]/g) ?? []).join().match(/"[^"]+"(?=[,\s\]])/g)?.length,
  );
  expect(document.incubators).toHaveLength((text.match(/"type": "incubator",\s+"attributes"/g) ?? []).length);
  expect(
    document.notUnderstood.map(({ service, where }) => [service, where.replace(/^data\[\d+\]\./, '')]),
  ).toEqual([['trait-d-union', 'attributes.stats_url']]);
});
