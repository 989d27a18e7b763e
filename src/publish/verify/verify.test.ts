import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Publication } from '../bundle/bundle.ts';
import { canonicalJson, sha256 } from '../bundle/canonical.ts';
import { seal } from '../bundle/seal.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { changed, numbersIn, slightlyMore } from '../fixtures/one-change.ts';
import {
  randomisedComparison,
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from '../fixtures/simulated-measure.ts';
import { freeze } from '../freeze.ts';
import { readPublications } from './read-publication.ts';
import { verify } from './verify.ts';
import { verifyAll } from './verify-all.ts';

const people = simulatedPeople({ people: 1500, seed: 4, days: 200, share: 0.3, channels: [5, 3] });
const plan = simulatedPlan(randomisedComparison);
const publish = (lastDay: string, earlier: readonly Publication[] = []) => {
  const document = simulatedDocument(people, lastDay, plan);
  return freeze({ document, plan: plan.plan, rule: peopleRule, earlier, today: lastDay });
};
const one = publish('2026-07-31');

test('what was published is found the same, and through its text', () => {
  expect(verify(one)).toMatchObject({ verdict: 'same', sha256: one.sha256 });
  const [read] = readPublications(canonicalJson(one), 'x');
  expect(read && verify(read).verdict).toBe('same');
});

test('any single changed number of the measures is refused, even by one millionth; a figure is named', () => {
  const places = numbersIn(one.bundle.measures, ['bundle', 'measures']);
  fc.assert(
    fc.property(fc.constantFrom(...places), (path) => {
      const found = verify(changed(one, path, slightlyMore));
      expect(found.verdict).toBe('changed');
      if (path.includes('figures'))
        expect(found).toMatchObject({ field: path.slice(1).join('.'), why: 'figure' });
    }),
    { numRuns: 60 },
  );
});

test('a figure changed with its seal made again is still refused', () => {
  const path = ['bundle', 'measures', '0', 'figures', 'units'];
  const { bundle } = changed(one, path, (value) => Number(value) + 1000);
  expect(verify(seal(bundle))).toEqual({
    verdict: 'changed',
    field: 'measures.0.figures.units',
    why: 'figure',
  });
});

test('counts of another shape, sealed again, cannot be computed: it is said, never a defect', () => {
  for (const part of ['arms', 'takeUp', 'covariates', 'nowcast']) {
    const { bundle } = changed(one, ['bundle', 'measures', '0', 'counts', part], () => 'x');
    expect(verify(seal(bundle)), part).toMatchObject({ verdict: 'changed', field: 'measures.0.counts' });
  }
});

test('a changed reason, evidence level, date or seal is refused, and named', () => {
  const field = (path: string[], value: unknown) => verify(changed(one, path, () => value));
  expect(field(['bundle', 'measures', '0', 'evidence', 'level'], 5)).toMatchObject({ verdict: 'changed' });
  expect(field(['bundle', 'publishedOn'], '2030-01-01')).toMatchObject({ field: 'publishedOn' });
  expect(field(['bundle', 'measures', '0', 'note'], [])).toMatchObject({ field: 'measures.0.note' });
  expect(field(['sha256'], 'f'.repeat(64))).toMatchObject({ field: 'sha256', why: 'seal' });
  expect(field(['bundle', 'measures', '0', 'counts', 'everyone'], { until: 'x' })).toMatchObject({
    why: 'unreadable',
  });
});

test('publications follow each other; one replaced, or missing, is seen', () => {
  const two = publish('2026-08-31', [one]);
  const three = publish('2026-10-31', [one, two]);
  expect(two.bundle).toMatchObject({ number: 2, previous: one.sha256 });
  expect(verifyAll([three, one, two])).toMatchObject({ same: true, brokenLink: null });
  expect(verifyAll([one, three])).toMatchObject({ same: false, brokenLink: 3 });
  const other = seal({ ...one.bundle, publishedOn: '2020-01-01' });
  expect(verifyAll([other, two])).toMatchObject({ same: false, brokenLink: 2 });
});

test('the hash is that of the canonical text, whatever the order of keys', () => {
  expect(sha256({ b: [1, null], a: 'é' })).toBe(sha256({ a: 'é', b: [1, null] }));
  expect(canonicalJson({ b: 1, a: undefined, é: 'x' })).toBe('{"b":1,"é":"x"}');
});

test.each([
  ['<html>', /pas du JSON/],
  ['{}', /pas une publication/],
  ['[]', /pas une publication/],
  ['null', /pas une publication/],
  ['{"bundle": {"foulee": 9}}', /plus récente/],
])('%s is not a publication, and the sentence says why', (text, sentence) => {
  expect(() => readPublications(text, 'fichier.json')).toThrow(sentence);
});

test('what is said of a changed publication is plain French', () => {
  const path = ['bundle', 'measures', '0', 'figures', 'units'];
  const { sentences } = verifyAll([changed(one, path, () => 12)]);
  expect(sentences[0]?.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'La Boite, publication 1 du 31 juillet 2026 : modifiée. « measures.0.figures.units » n’est pas ce que donnent les effectifs publiés : ne vous y fiez pas.',
  );
});
