import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { readConfig } from '../platform/config.ts';
import { importSources } from './import-sources.ts';
import { stampOf } from './settled-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-settled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const config = readConfig({
  FOULEE_DATA: join(folder, 'data'),
  FOULEE_KEY: 'a'.repeat(64),
  FOULEE_THREADS: '1',
});
const { plan } = readPlan(`
foulee: 1
service: {id: boite, name: La Boite}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  usage: {kind: events, files: ["usage*.csv"], subject: id, time: jour, matching_right: journal applicatif}
indicators:
  - {id: used, method: proxy, matrix: used, count: usage, counted: visites}
`);
if (plan === null) throw new Error('the plan must be read');

const later = () => new Date(Date.now() + 60_000).toISOString();
const path = (name: string) => join(folder, name);
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `usager-${from + i},2020-01-15\n`).join('');

/** Rows in all after an import, and the files that were read to the end, as their progress tells. */
async function imported() {
  let read = false;
  const { sources } = await importSources(plan as NonNullable<typeof plan>, {
    planFolder: folder,
    config,
    now: later(),
    onProgress: (label) => {
      if (label.startsWith('Lecture')) read = true;
    },
  });
  return { rows: sources[0]?.rows, read };
}

test('a file is read again only when it was written to, and a part of it beside it still adds nothing', async () => {
  writeFileSync(path('usage-1.csv'), `id,jour\n${lines(0, 50)}`);
  expect(await imported()).toEqual({ rows: 50, read: true });
  expect(await imported(), 'nothing new').toEqual({ rows: 50, read: false });

  // Same size, same date as before: only the file system knows.
  const { atime, mtime } = statSync(path('usage-1.csv'));
  writeFileSync(
    path('usage-1.csv'),
    `id,jour\n${lines(50, 100).replaceAll('usager-5', 'usager-x')}`.slice(
      0,
      statSync(path('usage-1.csv')).size,
    ),
  );
  utimesSync(path('usage-1.csv'), atime, mtime);
  expect((await imported()).read, 'written to in secret').toBe(true);

  writeFileSync(path('usage-2.csv'), `id,jour\n${lines(200, 230)}`);
  const { rows } = await imported();
  writeFileSync(path('usage-0.csv'), `id,jour\n${lines(200, 210)}`);
  expect((await imported()).rows, 'the start of the second').toBe(rows);
  appendFileSync(path('usage-2.csv'), lines(230, 240));
  expect((await imported()).rows, 'the second grew').toBe((rows ?? 0) + 10);
});

test('a file changed a moment ago bears no stamp: another write could have the same time', () => {
  writeFileSync(path('autre.csv'), 'x');
  expect(stampOf(path('autre.csv'), new Date().toISOString())).toBeNull();
  expect(stampOf(path('autre.csv'), later())).toMatch(/^\d+-\d+-\d+$/);
});
