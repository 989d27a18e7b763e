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
