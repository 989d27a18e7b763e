import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentWith, readConfig } from '../config.ts';
import { newId } from '../ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-jobs-'));
const program = resolve(`node_modules/.foulee-test-worker-${process.pid}.mjs`);
const schema = `test_${newId()}`;
const { testPostgres } = readConfig();

beforeAll(async () => {
  const bundle = await rolldown({
    input: resolve('src/platform/jobs/fixtures/worker.ts'),
    platform: 'node',
    external: /^[^./]/,
  });
  await bundle.write({ file: program, format: 'esm' });
  await bundle.close();
  await onServer(`create schema ${schema}`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(program, { force: true });
  await onServer(`drop schema ${schema} cascade`);
});

async function onServer(statement: string): Promise<void> {
  if (testPostgres === null) return;
  const client = new pg.Client({ connectionString: testPostgres });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Runs the worker; `until` what it says, then kills it; else waits for its end. Gives all it said. */
function work(environment: Record<string, string>, ahead: number, until: RegExp | null): Promise<string> {
  const child = spawn(process.execPath, [program, String(ahead), until === null ? 'ends' : 'hangs'], {
    env: environmentWith(environment),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
    if (until?.test(said)) child.kill('SIGKILL');
  });
  return new Promise((done) => child.on('exit', () => done(said.trim())));
}

const places: [string, Record<string, string>][] = [['PGlite', { FOULEE_DATA: folder, DATABASE_URL: '' }]];
if (testPostgres !== null) {
  const url = new URL(testPostgres);
  url.searchParams.set('options', `-c search_path=${schema}`);
  places.push(['PostgreSQL', { FOULEE_DATA: folder, DATABASE_URL: url.href.replaceAll('+', '%20') }]);
}

test.each(places)(
  'on %s, a job whose program was killed is done by the next one, its effect counted once',
  {
    timeout: 120_000,
  },
  async (name, environment) => {
    expect(await work(environment, 0, /begun/)).toBe('begun 1');
    if (name === 'PostgreSQL') {
      expect(await work(environment, 0, null)).toBe('seen running 1 1');
      expect(await work(environment, 61_000, /begun/)).toBe('begun 2');
      expect(await work(environment, 130_000, null)).toBe('begun 3\nseen done 3 1');
    } else expect(await work(environment, 61_000, null)).toBe('begun 2\nseen done 2 1');
  },
);
