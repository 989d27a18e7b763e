// How long the sponsor's desk takes on one core: 2,000 services and ten years of publications, budgets and committees,
// nothing cached, from the request to the last byte of the page; the embedded database, and PostgreSQL when
// FOULEE_TEST_POSTGRES names one.
//   npm run bench:desk -- [--services 2000] [--publications 40] [--weeks 520]
// Not a test. Keep what it prints in docs/vitesse.md.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../dist/platform/database/database.js';
import { migrate } from '../dist/platform/database/migrate.js';
import { deskVisitor } from './desk-visitor.mjs';
import { fillDesk, today } from './desk-world.mjs';

const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '2000' },
    publications: { type: 'string', default: '40' },
    weeks: { type: 'string', default: '520' },
    only: { type: 'string', default: '' },
  },
});
const size = {
  services: Number(values.services),
  publications: Number(values.publications),
  weeks: Number(values.weeks),
};

/** The page as it opens, which is asked to come in under 200 ms; those that must judge every service; the table. */
const pages = {
  'the desk': '/equipe/bureau',
  'one suggestion': '/equipe/bureau?suggestion=stop',
  'one state of review': '/equipe/bureau?relecture=form-reviewed',
  'a search': '/equipe/bureau?recherche=emploi',
  'every service as a table': '/equipe/bureau.csv',
};

/** Milliseconds of processor used so far by this process, and by the server that runs on this machine (to 10 ms). */
async function processor(db) {
  const { rows } = await sql`select pid from pg_stat_activity where application_name = 'foulee'`.execute(db);
  const served = rows.map(({ pid }) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '));
  const { user, system } = process.cpuUsage();
  return served.reduce((sum, of) => sum + (Number(of[11]) + Number(of[12])) * 10, (user + system) / 1000);
}

async function timed(name, database) {
  const db = await openDatabase({ database });
  try {
    await migrate(db);
    const { rows } = await sql`select count(*) as n from service`.execute(db);
    if (Number(rows[0].n) > 0) throw new Error(`${name}: the database is not empty`);
    await fillDesk(db, size);
    const open = await deskVisitor(db, today);
    for (const [asked, path] of Object.entries(pages)) {
      const taken = [];
      for (let i = 0; i < 11; i++) {
        const before = await processor(db);
        const start = performance.now();
        const text = await open(path);
        const wall = performance.now() - start;
        taken.push({ wall, own: (await processor(db)) - before });
        if (!text.includes('service')) throw new Error(`${path}: no service in ${text}`);
      }
      const say = ({ wall, own }) => `${wall.toFixed(0)} ms (${own.toFixed(0)} ms of processor)`;
      const warm = taken.slice(1).toSorted((a, b) => a.wall - b.wall);
      console.log(
        `${name}, ${asked}: first time ${say(taken[0])}, then ${say(warm[5])}, at best ${say(warm[0])} (median and least of 10)`,
      );
    }
  } finally {
    await db.destroy();
  }
}

console.log(
  `${size.services} services, ${size.publications} publications each for four in five, ${size.weeks} weekly runs for one in two`,
);
const folder = mkdtempSync(join(tmpdir(), 'foulee-bench-'));
try {
  if (values.only !== 'postgresql')
    await timed('embedded database', { kind: 'embedded', folder: join(folder, 'base') });
  const server = process.env.FOULEE_TEST_POSTGRES ?? '';
  if (server !== '') await timed('PostgreSQL', { kind: 'server', url: server });
} finally {
  rmSync(folder, { recursive: true });
}
