import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'foulee-boundaries-'));
afterEach(() => {
  for (const name of ['src', 'packages']) rmSync(join(folder, name), { recursive: true, force: true });
});

function check(files: Readonly<Record<string, string>>) {
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(name, join(folder, name));
  mkdirSync(join(folder, 'src'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const script = resolve('scripts/check-boundaries.mjs');
  return spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
}

const target = { 'src/web/page.ts': 'export const page = 1;\n' };

test('an import the table allows passes', () => {
  const run = check({
    ...target,
    'src/cli/show.ts': "import { page } from '../web/page.ts';\nexport const x = page;\n",
  });
  expect(run.stdout + run.stderr).toContain('2 files examined, 0 violations');
  expect(run.status).toBe(0);
});

test.each([
  [
    'a folder importing an edge',
    { 'src/measure/bad.ts': "import { page } from '../web/page.ts';\nexport const x = page;\n" },
    'nobody-imports-the-edges',
  ],
  [
    'a pure folder reading a file',
    { 'src/statistics/bad.ts': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n" },
    'pure-folders-have-no-io',
  ],
  [
    'pure folders sharing more than types',
    {
      'src/plan/p.ts': 'export const p = 1;\n',
      'src/statistics/bad.ts': "import { p } from '../plan/p.ts';\nexport const x = p;\n",
    },
    'pure-folders-share-types-only',
  ],
  [
    'the collection client importing anything',
    { 'packages/sdk/src/bad.ts': "import '../../../src/web/page.ts';\n" },
    'sdk-imports-nothing',
  ],
  [
    'a folder nobody planned',
    { 'src/utils/bad.ts': "import '../cli/other.ts';\n", 'src/cli/other.ts': 'export {};\n' },
    'no-unknown-folder',
  ],
])('%s fails', (_, files, rule) => {
  const run = check({ ...target, ...files });
  expect(run.stderr).toContain(rule);
  expect(run.status).toBe(1);
});

test('a check that examined nothing fails', () => {
  expect(check({}).status).not.toBe(0);
  expect(check({ 'src/.gitkeep': '' }).stdout).not.toContain('0 violations');
});
