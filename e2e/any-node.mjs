// The built command line on whatever Node runs this file: simulate, check, import, measure, report, stats.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const foulee = fileURLToPath(new URL('../bin/foulee.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'foulee-node-'));
const env = {
  ...process.env,
  FOULEE_DATA: join(folder, 'data'),
  FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef',
};
const run = (args, input) =>
  execFileSync(process.execPath, [foulee, ...args], { env, input, encoding: 'utf8', maxBuffer: 1 << 28 });

try {
  const world = join(folder, 'world');
  run(['simulate', '--output', world, '--size', '20000', '--months', '9']);
  const plan = join(world, 'impact.yaml');
  run(['check', plan]);
  run(['import', plan]);
  const document = JSON.parse(run(['measure', plan, '--json']));
  const [measure] = document.measures;
  if (!(measure.units > 0 && measure.outcomes > 0)) throw new Error('nothing was measured');
  run(['report', plan, '--output', join(folder, 'rapport.html')]);
  if (!readFileSync(join(folder, 'rapport.html'), 'utf8').includes('<html lang="fr"'))
    throw new Error('no report');
  const request = {
    method: 'survival.km',
    inputs: { data: 'd', time: 't', status: 's', event: 1, horizons: 2 },
    tables: {
      d: [
        { t: 1, s: 1 },
        { t: 3, s: 0 },
      ],
    },
  };
  if (!run(['stats'], JSON.stringify(request)).includes('"incidence"')) throw new Error('no statistics');
  console.log(`the command line works on Node ${process.version}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
