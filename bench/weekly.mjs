// The run of one new week on top of a history of N, 2N and 4N, and the same counted whole: does the time follow what is
// new, or the whole?
//   npm run bench:weekly -- [--uses 100000] [--hires 500000] [--weeks 10,20,40] [--passes 3] [--folder /tmp/foulee-weekly] [--keep]
// `--uses` and `--hires` are of one week, the new one like the others. At the size of the roadmap, 1 M and 5 M on top
// of 20 M and 100 M: --uses 1000000 --hires 5000000 --weeks 20 --passes 1. `--stored`: the first history is written as
// the import would have stored it, rather than imported, and its files are no longer there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median, run } from './run-process.mjs';
import { storeWeeks } from './weekly-records.mjs';
import { dayAfter, writePlan, writeWeeks } from './weekly-world.mjs';

const { values } = parseArgs({
  options: {
    uses: { type: 'string', default: '100000' },
    hires: { type: 'string', default: '500000' },
    weeks: { type: 'string', default: '10,20,40' },
    passes: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(tmpdir(), 'foulee-weekly') },
    stored: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const [uses, hires, passes] = [values.uses, values.hires, values.passes].map(Number);
const foulee = fileURLToPath(new URL('../bin/foulee.js', import.meta.url));
/** Longer than the step of a file system's clock: a file just written is not yet known to be settled. */
const settling = 4000;

const show = ({ seconds, processor, peak }) =>
  `${seconds.toFixed(2)} s (${processor.toFixed(2)} s of processor), ${Math.round(peak)} MB`;
const bytesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
const gigabytes = (folder) => (bytesIn(folder) / 1e9).toFixed(2);

const world = join(values.folder, 'world');
const data = join(values.folder, 'data');
const impact = join(world, 'impact.yaml');
const units = join(data, 'records/banc/.units');
const environment = { FOULEE_DATA: data, FOULEE_KEY: 'cle-de-banc-d-essai-sans-valeur-0123456789' };

/** Brings the history to `weeks` weeks, then runs new weeks one after the other; `from`: the first week not written yet. */
async function onTopOf(from, weeks) {
  if (values.stored) await storeWeeks(impact, environment, weeks, { uses, hires });
  else await writeWeeks(world, { uses, hires, from, to: weeks });
  await setTimeout(settling);
  const first = await run(foulee, ['run', impact, '--today', dayAfter(weeks - 1)], environment);
  console.log(
    `${weeks} weeks, ${(weeks * uses) / 1e6} M uses and ${(weeks * hires) / 1e6} M hires, ${gigabytes(world)} GB of files: ${show(first)} for what was not there; ${gigabytes(data)} GB kept, of which units ${gigabytes(units)}`,
  );
  const [runs, recounts] = [[], []];
  for (let week = weeks; week < weeks + passes; week++) {
    await writeWeeks(world, { uses, hires, from: week, to: week + 1 });
    await setTimeout(settling);
    runs.push(await run(foulee, ['run', impact, '--today', dayAfter(week)], environment));
    recounts.push(await run(foulee, ['measure', impact, '--no-import', '--json'], environment));
    console.log(`  the new week: ${show(runs.at(-1))}; all counted again: ${show(recounts.at(-1))}`);
  }
  sameFigures();
  const of = (figures, what) => median(figures.map((figure) => figure[what]));
  return {
    weeks,
    seconds: of(runs, 'seconds'),
    processor: of(runs, 'processor'),
    recount: of(recounts, 'seconds'),
    recountProcessor: of(recounts, 'processor'),
  };
}

/** The week's figures are those of everything counted again, and went on from what was kept. */
function sameFigures() {
  const folder = join(data, 'foulees/banc');
  const latest = readdirSync(folder).sort().at(-1);
  const { document } = JSON.parse(readFileSync(join(folder, latest), 'utf8'));
  const whole = execFileSync(process.execPath, [foulee, 'measure', impact, '--no-import', '--json'], {
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  assert.equal(JSON.stringify(document), JSON.stringify(JSON.parse(whole)));
  for (const name of readdirSync(units)) {
    const { generation, first, added } = JSON.parse(readFileSync(join(units, name, 'units.json'), 'utf8'));
    assert.ok(generation > 0, `${name} was counted whole`);
    console.log(
      `  ${name}: ${first} units, of which ${added} changed or came; the same figures as counted whole`,
    );
  }
}

const histories = values.weeks.split(',').map(Number);
const least = histories[0] * (uses + hires);
if (least <= 5e6) throw new Error(`${least} rows to start with: under 5 million, all are counted each time`);
rmSync(world, { recursive: true, force: true });
rmSync(data, { recursive: true, force: true });
writePlan(world);
const results = [];
let from = 0;
for (const weeks of histories) {
  results.push(await onTopOf(from, weeks));
  from = weeks + passes;
}
const [shortest] = results;
for (const { weeks, seconds, processor, recount, recountProcessor } of results) {
  const times = (a, b) => (a / b).toFixed(2);
  console.log(
    `${weeks / shortest.weeks} × the history: the run takes ${times(seconds, shortest.seconds)} × the time (${times(processor, shortest.processor)} × the processor); counting all again ${times(recount, shortest.recount)} × (${times(recountProcessor, shortest.recountProcessor)} ×)`,
  );
}
if (!values.keep) for (const folder of [world, data]) rmSync(folder, { recursive: true, force: true });
