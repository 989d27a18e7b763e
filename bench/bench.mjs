// Ratios of import and measure against plain DuckDB, on a simulated world, in one run.
//   npm run bench -- [--uses 10000000] [--hires 30000000] [--repeat 3] [--folder /tmp/foulee-bench]
// Not a test: it takes minutes and several gigabytes. Keep what it prints in docs/vitesse.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    uses: { type: 'string', default: '10000000' },
    hires: { type: 'string', default: '30000000' },
    repeat: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(tmpdir(), 'foulee-bench') },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const foulee = join(here, '../bin/foulee.js');
const world = join(values.folder, `world-${values.uses}-${values.hires}`);
const raw = join(values.folder, 'raw');
const data = join(values.folder, 'data');
const repeat = Number(values.repeat);

/** Runs a Node script to its end: seconds, and peak resident memory in megabytes. */
async function run(script, args) {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, FOULEE_DATA: data, FOULEE_KEY: 'cle-de-banc-d-essai-sans-valeur-0123456789' },
  });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {}
  }, 50);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${script} ${args.join(' ')}: exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, peak };
}

const show = ({ seconds, peak }) => `${seconds.toFixed(1)} s, ${Math.round(peak)} MB`;
const median = (figures) => figures.sort((a, b) => a - b)[figures.length >> 1];

mkdirSync(raw, { recursive: true });
if (!existsSync(join(world, 'impact.yaml'))) {
  const size = ['--uses', values.uses, '--hires', values.hires, '--months', '12', '--format', 'csv'];
  console.log(`simulate: ${show(await run(foulee, ['simulate', '--output', world, ...size]))}`);
}
const bytes = readdirSync(world).reduce((sum, file) => sum + statSync(join(world, file)).size, 0);
console.log(`${values.uses} uses × ${values.hires} hires, ${(bytes / 1e9).toFixed(2)} GB of CSV`);

const imports = [];
for (let i = 0; i < repeat; i++) {
  rmSync(data, { recursive: true, force: true });
  const ours = await run(foulee, ['import', join(world, 'impact.yaml')]);
  const plain = await run(join(here, 'plain.mjs'), ['copy', world, raw]);
  imports.push(plain.seconds / ours.seconds);
  console.log(`import: ${show(ours)}; plain copy: ${show(plain)}; speed ratio ${imports.at(-1).toFixed(2)}`);
}
console.log(
  `import speed, share of a plain copy (median): ${median(imports).toFixed(2)} (asked: at least 0.40)`,
);

for (const indicator of ['back-to-work', 'hired-by-viewed-company']) {
  const ratios = [];
  for (let i = 0; i < repeat; i++) {
    const ours = await run(foulee, [
      'measure',
      join(world, 'impact.yaml'),
      '--no-import',
      '--json',
      '--only',
      indicator,
    ]);
    const plain = await run(join(here, 'plain.mjs'), [indicator, world, raw]);
    ratios.push(ours.seconds / plain.seconds);
    console.log(`${indicator}: ${show(ours)}; plain SQL: ${show(plain)}; ratio ${ratios.at(-1).toFixed(2)}`);
  }
  console.log(
    `${indicator}, time over plain SQL (median): ${median(ratios).toFixed(2)} (asked: at most 0.50)`,
  );
}
