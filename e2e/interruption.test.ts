import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { workplace } from './command-line.ts';

const place = workplace();
afterAll(() => place.clean());

test('Ctrl-C during an import: a sentence, exit code 130, and what was there stays', async () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `p${i},2020-01-15\n`).join('');
  place.write({
    'impact.yaml': `
foulee: 1
service: {id: boite, name: La Boite, mission: Aider}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: [usage.csv], subject: id, time: jour, matching_right: journal applicatif de personnes connectées}
  hires: {kind: outcomes, files: [usage.csv], subject: id, time: jour}
indicators:
  - {id: hired, method: follow-up, exposure: usage, outcome: hires, horizons: [90d]}
`,
    'usage.csv': `id,jour\n${rows(1_500_000)}`,
  });
  const child = spawn(process.execPath, [resolve('bin/foulee.js'), 'import'], {
    cwd: place.folder,
    env: { ...process.env, FOULEE_DATA: place.data, FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef' },
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const underWay = setInterval(() => {
    if (!existsSync(join(place.data, 'records', 'boite', 'import.lock'))) return;
    clearInterval(underWay);
    child.kill('SIGINT');
  }, 20);
  const code = await new Promise((done) => child.on('close', done));
  expect({ code, said }).toEqual({ code: 130, said: expect.stringMatching(/interrompu.*\n→/i) });
  const left = readdirSync(place.data, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => name.startsWith(join('tmp', 'duckdb-')))).toEqual([]);
});
