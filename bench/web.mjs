// Pages served, as a share of what nginx serves of the same bytes, in one run on this machine.
//   npm run bench:web -- [--services 2000] [--seconds 8] [--repeat 3]
// Not a test. Needs nginx and wrk on the path. Keep what it prints in docs/vitesse.md.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { portfolioList } from './portfolio-list.mjs';

const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '8' },
    repeat: { type: 'string', default: '3' },
    page: { type: 'string', default: '' },
  },
});
const foulee = fileURLToPath(new URL('../bin/foulee.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'foulee-bench-web-'));
const [ours, theirs] = [18_080, 18_081];
const env = { ...process.env, FOULEE_DATA: join(folder, 'data'), PORT: String(ours), DATABASE_URL: '' };
const started = [];

function run(args) {
  const { status } = spawnSync(process.execPath, [foulee, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`foulee ${args.join(' ')}: exit code ${status}`);
}

function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
  started.push(child);
}

async function answers(url) {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {}
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${url} does not answer`);
}

function nginx(bytes, headers) {
  const root = join(folder, 'static');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'page'), bytes);
  const configuration = `
daemon off; user ${userInfo().username}; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  server { listen 127.0.0.1:${theirs}; root ${root}; default_type "text/html; charset=utf-8"; ${headers} }
}`;
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  start('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')]);
}

/** Requests a second and 99th percentile in milliseconds, from another process on the loopback. */
function load(url, encoding) {
  const { stdout } = spawnSync(
    'wrk',
    ['-t1', '-c16', `-d${values.seconds}s`, '--latency', '-H', `Accept-Encoding: ${encoding}`, url],
    { encoding: 'utf8' },
  );
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  const errors = /Non-2xx|Socket errors/.exec(stdout);
  if (rate === undefined || errors) throw new Error(`wrk on ${url}:\n${stdout}`);
  return { rate: Number(rate), p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit] };
}

const median = (figures) => figures.toSorted((a, b) => a - b)[figures.length >> 1];

try {
  writeFileSync(join(folder, 'services.json'), portfolioList(Number(values.services), 1));
  run(['portfolio', 'import', join(folder, 'services.json')]);
  const world = join(folder, 'world');
  run(['simulate', '-o', world, '--size', '4000', '--months', '14']);
  run(['publish', join(world, 'impact.yaml'), '--service', 'service-0001']);
  start(process.execPath, [foulee, 'serve', '--no-demo'], { env });
  const site = `http://127.0.0.1:${ours}`;
  await answers(`${site}/pret`);
  const { services } = await (await fetch(`${site}/api/v1/services?published=true`)).json();
  const path = values.page || `/services/${services[0].id}`;
  console.log(`${values.services} services imported; page ${path}`);

  for (const encoding of ['identity', 'br']) {
    const raw = spawnSync('curl', ['-s', '-H', `Accept-Encoding: ${encoding}`, `${site}${path}`], {
      maxBuffer: 1e8,
    });
    const size = raw.stdout.length;
    nginx(raw.stdout, encoding === 'br' ? 'add_header Content-Encoding br;' : '');
    await answers(`http://127.0.0.1:${theirs}/page`);
    const ratios = [];
    for (let round = 0; round < Number(values.repeat); round++) {
      // Each goes first in turn, so that neither has the quiet moments of the machine.
      const sides = [`http://127.0.0.1:${theirs}/page`, `${site}${path}`];
      const loaded = new Map();
      for (const url of round % 2 === 0 ? sides : sides.toReversed()) loaded.set(url, load(url, encoding));
      const [reference, page] = sides.map((url) => loaded.get(url));
      ratios.push(page.rate / reference.rate);
      console.log(
        `${encoding}, ${(size / 1000).toFixed(1)} kB: ${Math.round(page.rate)}/s against nginx ${Math.round(reference.rate)}/s, ratio ${ratios.at(-1).toFixed(2)}, p99 ${page.p99.toFixed(1)} ms`,
      );
    }
    console.log(`${encoding}: share of nginx (median) ${median(ratios).toFixed(2)} (asked: at least 0.50)`);
    const server = started.pop();
    server.kill('SIGTERM');
    await new Promise((done) => server.on('exit', done));
  }

  const uncached = [];
  for (let i = 0; i < 15; i++) {
    const begin = performance.now();
    await (await fetch(`${site}/?recherche=&page=1&essai=${i}`)).text();
    uncached.push(performance.now() - begin);
  }
  console.log(
    `portfolio page never asked before (median of 15): ${median(uncached).toFixed(0)} ms (asked: under 100 ms)`,
  );
} finally {
  for (const child of started) child.kill('SIGTERM');
  await Promise.all(started.map((child) => new Promise((done) => child.on('exit', done))));
  rmSync(folder, { recursive: true, force: true });
}
