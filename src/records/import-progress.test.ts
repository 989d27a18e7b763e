import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { readConfig } from '../platform/config.ts';
import { importSources } from './import-sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-progress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const planText = `
foulee: 1
service: {id: boite, name: La Boite}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  usage: {kind: events, files: ["usage*"], subject: id, target: lieu, time: jour, matching_right: journal applicatif}
indicators:
  - {id: used, method: proxy, matrix: used, count: usage, counted: visites}
`;

const rows = (name: string) =>
  Array.from({ length: 120_000 }, (_, i) => `${name}-${i % 30_000},lieu-${i % 90},2020-01-15\n`).join('');

test.each([
  ['read by DuckDB', Buffer.from(`id,lieu,jour\n${rows('usager')}`)],
  ['read by batches, as latin-1 is', Buffer.from(`id,lieu,jour\n${rows('usagé')}`, 'latin1')],
])('one single file %s: the bar moves while it is read', async (_, content) => {
  writeFileSync(join(folder, 'usage.csv'), content);
  const { plan } = readPlan(planText);
  if (plan === null) throw new Error('the plan is wrong');
  const shares: number[] = [];
  await importSources(plan, {
    planFolder: folder,
    config: readConfig({ FOULEE_DATA: join(folder, 'data'), FOULEE_KEY: 'a'.repeat(64) }),
    onProgress: (label, share) => {
      if (label.startsWith('Import de usage') && share !== null) shares.push(share);
    },
  });
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(new Set(shares.filter((share) => share > 0 && share < 1)).size).toBeGreaterThanOrEqual(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});
