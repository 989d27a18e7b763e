import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { correctPublication } from './correct-publication.ts';
import { peopleRule } from './disclosure/rule.ts';
import { simulatedDocument, simulatedPeople, simulatedPlan } from './fixtures/simulated-measure.ts';
import { fileLedger } from './ledger/file-ledger.ts';
import { type Ledger, shownEntry } from './ledger/ledger.ts';
import { publishMeasure } from './publish-measure.ts';

const author = { actor: 'foulee', role: 'command-line', at: '2026-11-23T10:00:00.000Z' };
const people = simulatedPeople({ people: 600, seed: 2, days: 200, share: 0.3, channels: [1] });
const plan = simulatedPlan();
const reason = 'Les embauches de mars étaient comptées deux fois.';
const asked = { service: 'boite', number: null, kind: 'correction', reason } as const;

let folder: string;
let ledger: Ledger;
const publish = (day: string) =>
  publishMeasure(
    { ledger, today: day },
    { document: simulatedDocument(people, day, plan), plan: plan.plan, rule: peopleRule },
    author,
  );
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foulee-correct-'));
  ledger = fileLedger(folder);
});
const said = async () =>
  (await ledger.entries('boite')).map(({ corrections }) => corrections.map(({ kind }) => kind));

test('a correction goes to the last publication that stands, and to another when it is named', async () => {
  await publish('2026-07-31');
  await publish('2026-10-31');
  expect(await correctPublication(ledger, { ...asked, number: 2, kind: 'withdrawal' }, author)).toBe(2);
  expect(await correctPublication(ledger, asked, author)).toBe(1);
  expect(await said()).toEqual([['correction'], ['withdrawal']]);
  const shown = (await ledger.entries('boite')).map(shownEntry);
  expect(shown[1]).toMatchObject({ kind: 'withdrawn', number: 2, withdrawal: { reason } });
  expect(shown[0]).toMatchObject({ kind: 'published', corrections: [{ reason, role: 'command-line' }] });
});

test.each([
  ['without a reason', { reason: '  ' }, /Il manque la raison/],
  ['with a reason without end', { reason: 'a'.repeat(1001) }, /plus de 1000 caractères/],
  ['with a reason that moves the cursor', { reason: 'faux \u001b[2J chiffre' }, /ne s’affichent pas/],
  ['of a publication that is not there', { number: 7 }, /publication 7 de ce service n’existe pas/],
  ['of a service that published nothing', { service: 'autre' }, /n’a rien publié/],
  ['of a service whose name is a path', { service: '../boite' }, /identifiant de service/],
] as const)('a correction %s is refused, and nothing is written', async (_, change, sentence) => {
  await publish('2026-07-31');
  const before = readdirSync(join(folder, 'boite'));
  await expect(correctPublication(ledger, { ...asked, ...change }, author)).rejects.toThrow(sentence);
  expect(readdirSync(join(folder, 'boite'))).toEqual(before);
});

test('a publication is withdrawn once, and no longer corrected', async () => {
  await publish('2026-07-31');
  const withdrawal = { ...asked, number: 1, kind: 'withdrawal' } as const;
  await correctPublication(ledger, withdrawal, author);
  await expect(correctPublication(ledger, withdrawal, author)).rejects.toThrow(/déjà retirée, depuis le 23/);
  await expect(correctPublication(ledger, asked, author)).rejects.toThrow(/sont retirées/);
  expect(await said()).toEqual([['withdrawal']]);
});
