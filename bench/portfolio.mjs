// How long the portfolio's statements take on 2,000 services, in the embedded database, uncached.
//   npm run build && node bench/portfolio.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../dist/platform/database/database.js';
import { migrate } from '../dist/platform/database/migrate.js';
import { readPortfolio } from '../dist/portfolio/beta-gouv/read-portfolio.js';
import { importPortfolio } from '../dist/portfolio/import/import-portfolio.js';
import { portfolioRows } from '../dist/portfolio/queries/portfolio-rows.js';
import { serviceDetails } from '../dist/portfolio/queries/service-details.js';
import { portfolioList } from './portfolio-list.mjs';

const folder = mkdtempSync(join(tmpdir(), 'foulee-bench-'));
const db = await openDatabase({ database: { kind: 'embedded', folder: join(folder, 'base') } });
/** Median time of a statement and of the processor in it: the second does not depend on what else the machine does. */
const median = async (run, times = 21) => {
  const taken = [];
  for (let i = 0; i < times; i++) {
    const processor = process.cpuUsage();
    const start = performance.now();
    await run();
    const { user, system } = process.cpuUsage(processor);
    taken.push([performance.now() - start, (user + system) / 1000]);
  }
  const middle = (index) =>
    taken
      .map((pair) => pair[index])
      .sort((a, b) => a - b)
      [times >> 1].toFixed(1);
  return `${middle(0)} ms, ${middle(1)} ms of processor`;
};
try {
  await migrate(db);
  const document = readPortfolio(portfolioList(2000, 1), 'bench');
  const start = performance.now();
  await importPortfolio(db, document, { source: 'bench', now: '2026-11-27T00:00:00.000Z' });
  console.log(`first import of 2,000 services: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const again = performance.now();
  await importPortfolio(db, document, { source: 'bench', now: '2026-11-28T00:00:00.000Z' });
  console.log(`second import, nothing changed: ${((performance.now() - again) / 1000).toFixed(1)} s`);
  console.log(`every row of the portfolio: ${await median(() => portfolioRows(db, '2026-11-27'))}`);
  console.log(`one service: ${await median(() => serviceDetails(db, 'service-1000', '2026-11-27'))}`);
} finally {
  await db.destroy();
  rmSync(folder, { recursive: true });
}
