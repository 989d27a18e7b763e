import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { peopleRule } from '../disclosure/rule.ts';
import { simulatedDocument, simulatedPeople, simulatedPlan } from '../fixtures/simulated-measure.ts';
import { publishMeasure } from '../publish-measure.ts';
import { fileLedger } from './file-ledger.ts';
import { shownEntry } from './ledger.ts';

const author = { actor: 'foulee', role: 'command-line', at: '2026-11-23T10:00:00.000Z' };
const people = simulatedPeople({ people: 800, seed: 2, days: 200, share: 0.3, channels: [1] });
const plan = simulatedPlan();
const document = (day: string) => simulatedDocument(people, day, plan);
const measured = (day: string) => ({ document: document(day), plan: plan.plan, rule: peopleRule });

test('publications are added one after the other, corrections beside them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-ledger-'));
  const ledger = fileLedger(folder);
  await publishMeasure({ ledger, today: '2026-08-01' }, measured('2026-07-31'), author);
  await publishMeasure({ ledger, today: '2026-11-01' }, measured('2026-10-31'), author);
  await ledger.correct(
    { service: 'boite', number: 1, kind: 'correction', reason: 'Mois en double.' },
    author,
  );
  const entries = await ledger.entries('boite');
  expect(entries.map(({ publication }) => publication.bundle.number)).toEqual([1, 2]);
  expect(entries[0]?.corrections).toEqual([
    {
      service: 'boite',
      number: 1,
      kind: 'correction',
      reason: 'Mois en double.',
      role: author.role,
      at: author.at,
    },
  ]);
  expect(readdirSync(join(folder, 'boite'))).toEqual(['0001.json', '0002.json', 'corrections.jsonl']);
});

test('a second publication that says too little new is refused, and nothing is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-ledger-'));
  const ledger = fileLedger(folder);
  await publishMeasure({ ledger, today: '2026-05-01' }, measured('2026-04-30'), author);
  await expect(
    publishMeasure({ ledger, today: '2026-05-02' }, measured('2026-05-01'), author),
  ).rejects.toThrow(/trop peu de nouveau/);
  expect(await ledger.entries('boite')).toHaveLength(1);
});

test('a withdrawn publication keeps its place, its hash and why, and is no longer shown', async () => {
  const ledger = fileLedger(mkdtempSync(join(tmpdir(), 'foulee-ledger-')));
  const { sha256 } = await publishMeasure({ ledger, today: '2026-08-01' }, measured('2026-07-31'), author);
  await ledger.correct({ service: 'boite', number: 1, kind: 'withdrawal', reason: 'Source fausse.' }, author);
  const [shown] = (await ledger.entries('boite')).map(shownEntry);
  expect(shown).toMatchObject({
    kind: 'withdrawn',
    number: 1,
    sha256,
    withdrawal: { reason: 'Source fausse.' },
  });
  expect(JSON.stringify(shown)).not.toContain('figures');
});

test.each([
  '../secret',
  'a/b',
  '',
  '.',
  '..',
  '.cache',
  'a..b',
  'a.',
  'a\\b',
  'a\n',
  'a\u0000b',
  'x'.repeat(121),
  '<script>',
])('the service « %s » is refused: an identifier is no path', async (service) => {
  await expect(fileLedger('/nowhere').entries(service)).rejects.toThrow(/identifiant/);
});

test('correcting a publication that is not there is refused', async () => {
  const ledger = fileLedger(mkdtempSync(join(tmpdir(), 'foulee-ledger-')));
  await expect(
    ledger.correct({ service: 'boite', number: 4, kind: 'withdrawal', reason: 'x' }, author),
  ).rejects.toThrow(/n’existe pas/);
});

test.each(['cartes.gouv.fr', 'agents.en.intervention', 'La_Bonne-Boite'])(
  'the service « %s » has its ledger',
  async (service) => {
    expect(await fileLedger('/nowhere').entries(service)).toEqual([]);
  },
);
