// Time and memory of each way to make groups alike, on a table whose true effect is known.
//   npm run bench:adjusted -- [--units 1000000] [--covariates 12] [--only weighting,doubly-robust] [--folder /tmp/foulee-bench-adjusted]
// Not a test. Keep what it prints in docs/vitesse.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '1000000' },
    covariates: { type: 'string', default: '12' },
    only: { type: 'string', default: 'weighting,entropy,doubly-robust,matching-exact,matching-nearest' },
    folder: { type: 'string', default: join(tmpdir(), 'foulee-bench-adjusted') },
  },
});
const units = Number(values.units);
const width = Number(values.covariates);
const truth = 0.05;
const names = Array.from({ length: width }, (_, j) => `c${j}`);
const folder = join(values.folder, `${units}-${width}`);
const foulee = fileURLToPath(new URL('../bin/foulee.js', import.meta.url));
mkdirSync(folder, { recursive: true });

/** Three levels a covariate; the first four move both use and the outcome, which use raises by `truth` for all. */
async function makeTable() {
  const { connect } = await DuckDBInstance.create(':memory:').then((instance) => ({
    connect: () => instance.connect(),
  }));
  const connection = await connect();
  const uniform = (salt) => `(hash(i * 1000 + ${salt}) % 1000003) / 1000003.0`;
  const score = names
    .slice(0, 4)
    .map((name) => `(${name} - 1)`)
    .join(' + ');
  await connection.run(`copy (
    with drawn as (select i, ${names.map((name, j) => `cast(floor(3 * ${uniform(j)}) as integer) as ${name}`).join(', ')} from range(${units}) t(i)),
    used as (select *, case when ${uniform(100)} < 0.5 + 0.08 * (${score}) then 1 else 0 end as used from drawn)
    select ${names.join(', ')}, used, date '2024-01-01' + cast(i % 300 as integer) as entry,
      case when ${uniform(200)} < 0.3 + 0.04 * (${score}) + ${truth} * used
        then date '2024-01-01' + cast(i % 300 as integer) + 1 + cast(floor(90 * ${uniform(300)}) as integer) end as hired
    from used) to '${join(folder, 'people.csv')}' (header)`);
  connection.closeSync();
}

const plan = (adjustment) => `foulee: 1
service: {id: bench-adjusted, name: Banc d'essai}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: personne}
sources:
  people:
    kind: units
    files: [people.csv]
    entry: entry
    time: hired
    complete_through: 2024-12-31
    attributes: {used: used, ${names.map((name) => `${name}: ${name}`).join(', ')}}
indicators:
  - id: work
    method: follow-up
    population: people
    horizons: [90d]
    comparison: {design: adjusted, arm: used, covariates: [${names.join(', ')}], adjustment: ${adjustment}}
`;

/** Runs a command to its end: seconds, of which computing, peak resident memory in megabytes, what it printed. */
async function run(args) {
  const start = performance.now();
  const child = spawn(process.execPath, [foulee, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      FOULEE_DATA: join(folder, 'data'),
      FOULEE_KEY: 'cle-de-banc-d-essai-sans-valeur-0123456789',
    },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  let [peak, computing] = [0, 0];
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      // User and system time, in hundredths of a second.
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .split(') ')[1]
        .split(' ')
        .slice(11, 13);
      computing = (Number(user) + Number(system)) / 100;
    } catch {}
  }, 50);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, computing, peak, printed };
}

const show = ({ seconds, computing, peak }) =>
  `${seconds.toFixed(1)} s (${computing.toFixed(1)} s of processor), ${Math.round(peak)} MB`;

if (!existsSync(join(folder, 'people.csv'))) await makeTable();
console.log(`${units} units, ${width} covariates of 3 levels, true effect ${truth}`);
for (const adjustment of values.only.split(',')) {
  const path = join(folder, `${adjustment}.yaml`);
  writeFileSync(path, plan(adjustment));
  const imported = await run(['import', path]);
  const measured = await run(['measure', path, '--no-import', '--json']);
  const { effects } = JSON.parse(measured.printed).measures[0];
  const effect = effects.find(({ measure }) => measure === 'difference');
  const figure =
    effect.kind === 'estimate'
      ? `${effect.value.toFixed(4)} (${effect.lower.toFixed(4)} to ${effect.upper.toFixed(4)})`
      : `${effect.reason}: ${effect.sentence}`;
  console.log(`${adjustment}: import ${show(imported)}; measure ${show(measured)}; effect ${figure}`);
}
