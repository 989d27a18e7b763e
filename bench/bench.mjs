// Import and measure against plain DuckDB, on a simulated world, in one run: ratios, and peak memory at two sizes.
//   npm run bench -- [--uses 10000000] [--hires 30000000] [--passes 5] [--folder /tmp/foulee-bench] [--write] [--keep]
// Each pass runs ours and the plain one in turn, first one then the other, so that a busy moment weighs on both; the
// ratio is the median of the passes. Not a test: at full size it takes an hour and eight gigabytes. `--write` puts the
// table in docs/vitesse.md; `--imports 0` measures what an earlier run kept.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median, run } from './run-process.mjs';
import { writeTable } from './write-table.mjs';

const { values } = parseArgs({
  options: {
    uses: { type: 'string', default: '10000000' },
    hires: { type: 'string', default: '30000000' },
    passes: { type: 'string', default: '5' },
    imports: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(tmpdir(), 'foulee-bench') },
    write: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const foulee = join(here, '../bin/foulee.js');
const plain = join(here, 'plain.mjs');
const questions = ['hired-by-viewed-company', 'back-to-work'];

/** `passes` runs of each side, alternating which goes first. */
async function compare(name, passes, ours, theirs) {
  const pairs = [];
  for (let i = 0; i < passes; i++) {
    const first = i % 2 === 0 ? await ours() : null;
    const other = await theirs();
    pairs.push({ ours: first ?? (await ours()), plain: other });
    console.log(`  ${name}: ${show(pairs.at(-1).ours)}; plain ${show(other)}`);
  }
  const of = (side, what) => median(pairs.map((pair) => pair[side][what]));
  const ratio = (what) => median(pairs.map((pair) => pair.ours[what] / pair.plain[what]));
  return {
    name,
    passes,
    ours: of('ours', 'seconds'),
    plain: of('plain', 'seconds'),
    ratio: ratio('seconds'),
    processor: ratio('processor'),
    peak: Math.max(...pairs.map((pair) => pair.ours.peak)),
    plainPeak: Math.max(...pairs.map((pair) => pair.plain.peak)),
  };
}

async function benchmark(uses, hires, passes, imports) {
  const world = join(values.folder, `world-${uses}-${hires}`);
  const raw = join(values.folder, `raw-${uses}-${hires}`);
  const data = join(values.folder, `data-${uses}-${hires}`);
  const impact = join(world, 'impact.yaml');
  const environment = { FOULEE_DATA: data, FOULEE_KEY: 'cle-de-banc-d-essai-sans-valeur-0123456789' };
  mkdirSync(raw, { recursive: true });
  if (!existsSync(impact)) {
    const size = ['--uses', String(uses), '--hires', String(hires), '--months', '12', '--format', 'csv'];
    console.log(`  simulate: ${show(await run(foulee, ['simulate', '--output', world, ...size]))}`);
  }
  const bytes = readdirSync(world).reduce((sum, file) => sum + statSync(join(world, file)).size, 0);
  console.log(`${uses} uses × ${hires} hires, ${(bytes / 1e9).toFixed(2)} GB of CSV`);
  const results = [];
  if (imports > 0) {
    results.push(
      await compare(
        'import',
        imports,
        () => {
          rmSync(data, { recursive: true, force: true });
          return run(foulee, ['import', impact], environment);
        },
        () => run(plain, ['copy', world, raw]),
      ),
    );
  }
  for (const question of questions) {
    const asked = ['measure', impact, '--no-import', '--json', '--only', question];
    results.push(
      await compare(
        question,
        passes,
        () => run(foulee, asked, environment),
        () => run(plain, [question, world, raw]),
      ),
    );
  }
  if (!values.keep) for (const folder of [world, raw, data]) rmSync(folder, { recursive: true, force: true });
  return { uses, hires, bytes, results };
}

async function demonstration() {
  const output = join(values.folder, 'demo');
  rmSync(output, { recursive: true, force: true });
  const figures = [];
  for (let i = 0; i < 3; i++) figures.push(await run(foulee, ['demo', '--output', output]));
  rmSync(output, { recursive: true, force: true });
  console.log(`demo: ${figures.map(show).join('; ')}`);
  return { seconds: median(figures.map(({ seconds }) => seconds)) };
}

const show = ({ seconds, processor, peak }) =>
  `${seconds.toFixed(2)} s (${processor.toFixed(2)} s of processor), ${Math.round(peak)} MB`;

const [uses, hires, passes, imports] = [values.uses, values.hires, values.passes, values.imports].map(Number);
const small = await benchmark(Math.round(uses / 10), Math.round(hires / 10), passes, imports);
const full = await benchmark(uses, hires, passes, imports);
const demo = await demonstration();
for (const { name, ratio, processor, peak } of full.results) {
  const asked = name === 'import' ? 1 / 0.4 : 0.5;
  console.log(
    `${name}: ${ratio.toFixed(2)} × the plain time (asked: at most ${asked}), ${processor.toFixed(2)} × its processor time, ${Math.round(peak)} MB`,
  );
}
if (values.write) writeTable(join(here, '../docs/vitesse.md'), { small, full, demo });
