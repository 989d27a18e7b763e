import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fileLedger } from '../publish/ledger/file-ledger.ts';
import { shownEntry } from '../publish/ledger/ledger.ts';
import { verifyAll } from '../publish/verify/verify-all.ts';
import { correctFromPlan, withdraw } from './run-correct.ts';
import { publishFromPlan } from './run-publish.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-correct-'));
const ledgerFolder = join(folder, 'publications');
const plan = join(folder, 'impact.yaml');
const reason = 'Le territoire 1 était compté deux fois.';
const asked = { service: 's', number: null, reason };

/** Nine territories by year; `twice`: the first one is counted twice. */
function writeTable(twice: boolean, more = 0): void {
  const rows = Array.from({ length: 9 }, (_, i) => {
    const start = i < 5 ? 2022 : '';
    return [2020, 2021, 2022, 2023].map((year, t) => {
      const noise = ((i * 7 + t * 5) % 11) * 4;
      const value = 400 + 30 * t + noise + (start !== '' && year >= start ? 150 : 0);
      return `T${i},${year},${start},${(i === 0 && twice ? 2 : 1) * value + (i === 0 ? more : 0)}`;
    });
  });
  writeFileSync(join(folder, 't.csv'), ['dep,an,debut,sorties', ...rows.flat()].join('\n'));
}

beforeAll(() => {
  vi.stubEnv('FOULEE_DATA', join(folder, 'data'));
  vi.stubEnv('FOULEE_KEY', 'cle-de-test-sans-valeur-0123456789abcdef');
  writeFileSync(
    plan,
    `foulee: 1
service: {id: s, name: Habiter}
effect: {statement: Des ménages trouvent un logement, domain: social}
sources:
  t: {kind: panel, files: [t.csv], territory: dep, period: an, value: sorties, started: debut}
indicators:
  - {id: sorties, name: Sorties de vacance, method: rollout, panel: t, value_label: sorties, comparison: {design: rollout}}
`,
  );
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('a wrong figure is published, corrected with its plan, then withdrawn: nothing of it is rewritten', async () => {
  writeTable(true);
  const options = { threshold: '11', import: true, folder: ledgerFolder };
  const { publication: wrong } = await publishFromPlan(plan, { ...options, dryRun: true });
  expect(await fileLedger(ledgerFolder).entries('s')).toEqual([]);
  const { publication: first } = await publishFromPlan(plan, options);
  expect(first.bundle.measures[0]?.headline).toEqual(wrong.bundle.measures[0]?.headline);

  writeTable(false);
  const told = await correctFromPlan(asked, plan, ledgerFolder);
  expect(told.replace(/\s/g, ' ')).toMatch(
    /Correction ajoutée à la publication 1 .*Publication 2, empreinte [0-9a-f]{64} : +Sorties de vacance : entre/,
  );
  const before = readFileSync(join(ledgerFolder, 's', '0001.json'), 'utf8');

  // A mean of which nobody says how many people it is of: refused, and nothing is said of the second either.
  writeTable(false, 0.5);
  await expect(correctFromPlan(asked, plan, ledgerFolder)).rejects.toThrow(/combien de personnes/);
  expect((await fileLedger(ledgerFolder).entries('s')).map(({ corrections }) => corrections.length)).toEqual([
    1, 0,
  ]);

  expect(await withdraw({ ...asked, number: 1 }, ledgerFolder)).toMatch(/Publication 1 retirée/);
  const entries = await fileLedger(ledgerFolder).entries('s');
  expect(entries.map((entry) => shownEntry(entry).kind)).toEqual(['withdrawn', 'published']);
  expect(verifyAll(entries.map(({ publication }) => publication))).toMatchObject({ same: true });
  expect(readFileSync(join(ledgerFolder, 's', '0001.json'), 'utf8')).toBe(before);
});
