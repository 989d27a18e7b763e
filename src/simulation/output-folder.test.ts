import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearOutput } from './output-folder.ts';

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

test('an empty or missing folder is ready, one that holds something is not', () => {
  expect(clearOutput(folderWith({}), false)).toBe('ready');
  expect(clearOutput(join(folderWith({}), 'absent'), false)).toBe('ready');
  expect(clearOutput(folderWith({ 'notes.txt': '' }), false)).toBe('occupied');
  expect(clearOutput(join(folderWith({ fichier: '' }), 'fichier'), true)).toBe('not-a-folder');
});

test('force replaces an earlier world and leaves the rest', () => {
  const folder = folderWith({ 'truth.json': '{"simulation": 1}', 'dpae-201901.csv': '', 'notes.txt': '' });
  expect(clearOutput(folder, true)).toBe('ready');
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

test('force never removes a log or a plan that no simulation wrote', () => {
  const folder = folderWith({ 'impact.yaml': 'foulee: 1', 'activity-lbb-2019.12.03.json': '' });
  expect(clearOutput(folder, true)).toBe('foreign');
  expect(readdirSync(folder)).toHaveLength(2);
});
