import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { demonstrationId } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { measuredExamples } from '../../portfolio/demonstration/plans/measured-examples.ts';
import { serviceDetails } from '../../portfolio/queries/service-details.ts';
import { fileLedger } from '../../publish/ledger/file-ledger.ts';
import { publishDemonstration } from './publish-demonstration.ts';

const today = '2026-11-27';
const now = '2026-11-27T10:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'foulee-test-'));
const ledger = fileLedger(folder);
let db: Database;

beforeAll(async () => {
  const [embedded] = testDatabases();
  if (embedded === undefined) throw new Error('no database to test on');
  db = await embedded.open();
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

async function headlines(service: string) {
  const [entry] = await ledger.entries(demonstrationId(service));
  return entry?.publication.bundle.measures.map(({ evidence, headline }) => ({
    level: evidence.level,
    sentence: headline.sentence.replace(/[\u00a0\u202f]/g, ' '),
  }));
}

test('an empty portfolio gets figures of every kind of certainty, once, and nothing when it has services of its own', async () => {
  expect(await publishDemonstration({ db, ledger, today, now })).toBe(measuredExamples.length);
  expect(await headlines('la-bonne-boite')).toEqual([
    { level: 2, sentence: expect.stringMatching(/Nous ne savons pas combien/) },
    { level: 5, sentence: expect.stringMatching(/tirage au sort/) },
  ]);
  expect(await headlines('estime')).toEqual([
    { level: 3, sentence: expect.stringMatching(/différence cachée/) },
  ]);
  expect(await headlines('handicompatible')).toEqual([
    { level: 5, sentence: expect.stringMatching(/ne permettent pas de dire/) },
  ]);
  expect((await headlines('reva'))?.[0]?.sentence).toMatch(/Pas encore mûr/);
  for (const { service } of measuredExamples) {
    const [entry] = await ledger.entries(demonstrationId(service));
    const details = await serviceDetails(db, demonstrationId(service), today);
    expect(entry?.publication.bundle.service.name).toContain('démonstration');
    expect(details?.planText).toContain('démonstration');
    expect(details?.planHash).toBe(entry?.publication.bundle.plan.hash);
  }
  expect(await publishDemonstration({ db, ledger, today, now })).toBe(0);
});
