import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { earlierErasure, otherErasures } from './earlier-erasure.ts';

let source: string;
beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), 'foulee-erasure-'));
});
afterEach(() => rmSync(source, { recursive: true, force: true }));

function definition(name: string, manifest: string): void {
  mkdirSync(join(source, name));
  writeFileSync(join(source, name, 'manifest.json'), manifest);
}

test('everybody erased and the latest day, of every other definition, whatever wrote it', () => {
  definition('a', '{"version": 1, "erased": ["12", "-3"], "since": "2020-02-01", "files": [], "new": true}');
  definition('b', '{"erased": ["-3", "7"], "since": "2021-01-01"}');
  definition('c', '{"version": 1}');
  mkdirSync(join(source, 'empty'));
  definition('own', '{"erased": ["99"], "since": null}');
  expect(earlierErasure(join(source, 'own'))).toEqual({ erased: ['-3', '12', '7'], since: '2021-01-01' });
});

test('none: nothing was erased', () => {
  expect(otherErasures(join(source, 'own'))).toEqual([]);
  expect(otherErasures(join(source, 'nowhere', 'own'))).toEqual([]);
  expect(earlierErasure(join(source, 'own'))).toEqual({ erased: [], since: null });
});

test('one that cannot be read is a sentence, not forgotten', () => {
  definition('a', '{"erased": ');
  expect(() => earlierErasure(join(source, 'own'))).toThrow(/n’est pas lisible/);
});
