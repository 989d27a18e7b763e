import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fullEvidence } from './fixtures/evidence-examples.ts';
import { freezeEvidence, readFrozenEvidence } from './freeze-evidence.ts';

test('the same evidence gives the same bytes, whatever the order of its keys', () => {
  const frozen = freezeEvidence(fullEvidence);
  const reversed = Object.fromEntries(Object.entries(fullEvidence).reverse()) as typeof fullEvidence;
  expect(freezeEvidence(reversed)).toEqual(frozen);
  expect(frozen.sha256).toBe(createHash('sha256').update(frozen.document).digest('hex'));
  expect(readFrozenEvidence(frozen)).toEqual(fullEvidence);
});

test('one word changed afterwards is refused', () => {
  const { document, sha256 } = freezeEvidence(fullEvidence);
  const changed = document.replace('de plus qu’ailleurs', 'de moins qu’ailleurs');
  expect(changed).not.toBe(document);
  expect(() => readFrozenEvidence({ document: changed, sha256 })).toThrow(/ne correspond plus/);
});

test('a document of a later version is refused without losing it', () => {
  const document = freezeEvidence(fullEvidence).document.replace('"foulee":1', '"foulee":2');
  const sha256 = createHash('sha256').update(document).digest('hex');
  expect(() => readFrozenEvidence({ document, sha256 })).toThrow(/ne sait pas lire/);
});

test('what is not a number is never frozen', () => {
  const runs = { ...fullEvidence.runs, done: Number.NaN };
  expect(() => freezeEvidence({ ...fullEvidence, runs })).toThrow();
});
