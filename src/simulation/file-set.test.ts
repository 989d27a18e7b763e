import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createFileSet } from './file-set.ts';

test('rows reach their file whole and in order, compressed or not, through full buffers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-'));
  const files = createFileSet(folder, 100_000);
  const rows = Array.from({ length: 2000 }, (_, i) => `${i};réembauche;${'x'.repeat(i % 90)}\n`);
  for (const row of rows) {
    files.file('a.csv', 'en-tête\n').write(row);
    files.file('b.csv.gz', '').write(row);
  }
  expect(files.finish()).toEqual(['a.csv', 'b.csv.gz']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(`en-tête\n${rows.join('')}`);
  expect(gunzipSync(readFileSync(join(folder, 'b.csv.gz'))).toString()).toBe(rows.join(''));
  files.abandon();
  expect(readdirSync(folder)).toEqual([]);
});
