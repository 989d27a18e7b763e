// Rows received by a real site, acknowledged once on the disk, from this second process on the loopback.
//   npm run bench:collect -- [--rate 5000] [--seconds 60] [--batch 250]
// Not a test. Keep what it prints in docs/vitesse.md.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '60' },
    batch: { type: 'string', default: '250' },
  },
});
const [rate, seconds, batch] = [values.rate, values.seconds, values.batch].map(Number);
const foulee = fileURLToPath(new URL('../bin/foulee.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'foulee-bench-collect-'));
const port = 18_082;
const env = {
  ...process.env,
  FOULEE_DATA: join(folder, 'data'),
  FOULEE_KEY: 'cle-de-banc-sans-valeur-0123456789abcdef',
  FOULEE_URL: `http://127.0.0.1:${port}`,
  PORT: String(port),
  DATABASE_URL: '',
};
writeFileSync(
  join(folder, 'impact.yaml'),
  `foulee: 1
service: {id: banc, name: Banc}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  usage: {kind: events, arrivals: true, subject: usager, target: siret, time: moment, attributes: {canal: canal}}
indicators:
  - {id: i, name: I, method: proxy, count: usage, counted: usages}
`,
);

const row = (n) => ({
  usager: `usager-${n % 200_000}`,
  siret: String(10_000_000_000_000 + (n % 5_000)),
  moment: '2026-11-20T10:30:00+01:00',
  canal: n % 2 === 0 ? 'site' : 'api',
  page: '/entreprises/details',
  _id: `e-${n}`,
});

async function answers() {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      if ((await fetch(`${env.FOULEE_URL}/pret`)).status < 500) return;
    } catch {}
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the site does not answer');
}

/** Batches leave at their hour whatever the answers: a site that lags is seen, not waited for. */
async function load(to, key) {
  const times = [];
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const every = (1000 * batch) / rate;
  const count = Math.round((seconds * rate) / batch);
  const bodies = Array.from({ length: count }, (_, i) =>
    JSON.stringify(Array.from({ length: batch }, (_, j) => row(i * batch + j))),
  );
  const start = performance.now();
  let again = 0;
  const sent = bodies.map(async (body, i) => {
    const due = start + i * every;
    await new Promise((go) => setTimeout(go, due - performance.now()));
    for (;;) {
      const answer = await fetch(to, { method: 'POST', headers, body }).catch(() => null);
      const { received, known } = answer?.ok ? await answer.json() : {};
      if (received + known === batch) break;
      again += 1;
      const pause = 1000 * Number(answer?.headers.get('retry-after') ?? 0.1);
      await new Promise((wait) => setTimeout(wait, pause));
    }
    times.push(performance.now() - due);
  });
  await Promise.all(sent);
  const elapsed = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1);
  return { rows: count * batch, elapsed, again, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

/** Seconds of processor the site has used, which depend less than times on what else the machine does. */
function processor() {
  const [, after] = readFileSync(`/proc/${site.pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function stored() {
  const root = join(env.FOULEE_DATA, 'arrivals');
  return readdirSync(root, { recursive: true })
    .filter((name) => String(name).endsWith('.jsonl'))
    .reduce((sum, name) => sum + readFileSync(join(root, String(name)), 'latin1').split('\n').length - 1, 0);
}

let site;
try {
  const made = spawnSync(process.execPath, [foulee, 'collect', join(folder, 'impact.yaml')], {
    env,
    encoding: 'utf8',
  });
  const [to, key] = made.stdout.trim().split('\n');
  if (key === undefined) throw new Error(made.stderr);
  site = spawn(process.execPath, [foulee, 'serve', '--no-demo'], {
    env,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  await answers();
  const before = processor();
  const { rows, elapsed, again, p50, p99, worst } = await load(to, key);
  console.log(`${rows} rows in ${elapsed.toFixed(1)} s: ${Math.round(rows / elapsed)} rows/s acknowledged`);
  console.log(
    `batches of ${batch}, from the moment each was due: p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms`,
  );
  console.log(`the site used ${(processor() - before).toFixed(1)} s of processor`);
  console.log(`batches sent again: ${again}; rows on the disk: ${stored()}`);
} finally {
  site?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
