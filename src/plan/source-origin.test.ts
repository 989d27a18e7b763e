import { expect, test } from 'vitest';
import { describeSource } from './describe-source.ts';
import { contract } from './fixtures/worked-plans.ts';
import { readPlan } from './read-plan.ts';

const fed = contract.replace('files: ["activity-*.json"]', 'arrivals: true');
const sentences = (text: string) => readPlan(text).problems.map(({ sentence }) => sentence);

test('a source may receive its rows from the network instead of files', () => {
  const usage = readPlan(fed).plan?.sources.usage;
  expect(usage).toMatchObject({ arrivals: true, files: [] });
  expect(usage && describeSource(usage)).toMatch(/^usage \(usages\) : lignes reçues par le réseau ; /);
});

test.each([
  ['neither files nor arrivals', contract.replace('files: ["activity-*.json"] ', ''), /d’où viennent/],
  ['arrivals: false alone', fed.replace('arrivals: true', 'arrivals: false'), /d’où viennent/],
  ['both', contract.replace('files: ["act', 'arrivals: true\n    files: ["act'), /gardez l’un des deux/],
  [
    'one column for both identifiers',
    fed.replace('target: proprietes.siret', 'target: idutilisateur-peconnect'),
    /la même colonne/,
  ],
  [
    'a filter that compares an identifier',
    fed.replace('nom: [details, ', 'proprietes.siret: [details, '),
    /« proprietes.siret » est un identifiant/,
  ],
])('%s is told', (_, text, sentence) => {
  expect(sentences(text)).toEqual([expect.stringMatching(sentence)]);
});

test('a source may say where to take its rows', () => {
  const pulled = contract.replace(
    'files: ["activity-*.json"]',
    'pull: {connection: Grist, path: /usages.csv}',
  );
  const usage = readPlan(pulled).plan?.sources.usage;
  expect(usage).toMatchObject({
    arrivals: true,
    pull: { connection: 'grist', path: '/usages.csv', query: null },
  });
  expect(usage && describeSource(usage)).toContain('prises par la connexion « grist »');
  expect(sentences(pulled.replace('/usages.csv', '"http://ailleurs"'))).toEqual([
    expect.stringContaining('un chemin qui commence par « / »'),
  ]);
  expect(sentences(pulled.replace('path: /usages.csv', 'path: /u, query: select 1'))).toEqual([
    expect.stringContaining('gardez l’un des deux'),
  ]);
});

test('a filter may still ask that an identifier be there', () => {
  const there = fed.replace('where: {nom:', 'where: {proprietes.siret: {missing: drop}, nom:');
  expect(readPlan(there).problems).toEqual([]);
});

test('audience data exempt from consent never arrive with a person', () => {
  const audience = (columns: string) => `foulee: 1
service: {id: s, name: S}
effect: {statement: "…", domain: social}
sources:
  visites: {kind: events, arrivals: true, audience_exempt: true, ${columns}}
  note: {kind: series, arrivals: true, time: jour, value: visites, audience_exempt: true}
indicators:
  - {id: visites, name: Visites, matrix: used, method: declared, series: note, unit: visites, direction: up}
`;
  expect(sentences(audience('time: jour'))).toEqual([]);
  expect(sentences(audience('time: jour, subject: visiteur'))).toEqual([
    expect.stringContaining('ne suit personne'),
  ]);
});
