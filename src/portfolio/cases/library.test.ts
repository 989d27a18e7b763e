import { expect, test } from 'vitest';
import { isServiceId } from '../service-id.ts';
import { caseDelays, caseDomains, caseMethods, factsOf, outcomeSources, traps } from './case.ts';
import { type CaseQuery, findCases } from './find-cases.ts';
import { caseLibrary, caseOf } from './library.ts';

test('the library has cases of every domain, method, source, delay and trap, none twice', () => {
  expect(caseLibrary.length).toBeGreaterThanOrEqual(30);
  expect(new Set(caseLibrary.map(({ id }) => id)).size).toBe(caseLibrary.length);
  const every = (names: object) => new Set(Object.keys(names));
  expect(new Set(caseLibrary.map(({ effect }) => effect.domain))).toEqual(every(caseDomains));
  expect(new Set(caseLibrary.map(({ method }) => method))).toEqual(every(caseMethods));
  expect(new Set(caseLibrary.map(({ outcome }) => outcome))).toEqual(every(outcomeSources));
  expect(new Set(caseLibrary.map(({ delay }) => delay))).toEqual(every(caseDelays));
  expect(new Set(caseLibrary.map(({ trap }) => trap))).toEqual(every(traps));
});

test.each(caseLibrary.map((example) => [example.id, example] as const))('%s is told whole', (id, example) => {
  expect(isServiceId(id)).toBe(true);
  const { effect, measured, outcomeSource, how, wentWrong, lesson, mission } = example;
  const sentences = [mission, effect.statement, measured, how, wentWrong, lesson];
  for (const text of [...sentences, effect.beneficiaries, outcomeSource]) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/ [;:?!»]|« | '|\w'\w/);
  }
  for (const sentence of sentences) expect(sentence).toMatch(/[.?]$|»\.$/);
  expect(factsOf(example).length).toBeGreaterThanOrEqual(1);
  for (const fact of factsOf(example)) expect(fact).toMatch(/^[\w.-]+\/[\w.-]+ : \S/);
});

const asked = (query: Partial<CaseQuery>) =>
  findCases(caseLibrary, {
    search: '',
    domain: null,
    method: null,
    source: null,
    delay: null,
    trap: null,
    ...query,
  }).map(({ id }) => id);

test('every word asked is looked for, whatever its accents; choices narrow', () => {
  expect(asked({})).toHaveLength(caseLibrary.length);
  expect(asked({ search: '  VEGETALISER amiens ' })).toEqual(['plante-et-moi']);
  expect(asked({ search: 'végétaliser marseille' })).toEqual([]);
  expect(asked({ method: 'sample-volume', delay: 'immediate' })).toEqual(['covoiturage', 'mps']);
  expect(asked({ trap: 'frozen', domain: 'social' })).toEqual(['domifa', 'zacharie']);
  expect(asked({ source: 'none' })).toEqual(['recosante', 'mon-entreprise']);
});

test('a case is found by its identifier, or there is none', () => {
  expect(caseOf('aides.jeunes')?.name).toBe('Aides Jeunes');
  expect(caseOf('constructor')).toBeNull();
});
