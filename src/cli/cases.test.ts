import { Command } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { Refusal } from '../platform/refusal.ts';
import { addCases } from './cases.ts';

afterEach(() => vi.restoreAllMocks());

async function cases(...words: string[]): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const program = new Command('foulee').exitOverride();
  addCases(program);
  await program.parseAsync(['node', 'foulee', 'cases', ...words]);
  return printed;
}

async function refusal(...words: string[]): Promise<string> {
  const error: unknown = await cases(...words).catch((caught: unknown) => caught);
  if (error instanceof Refusal) return `${error.message} ${error.advice}`;
  throw new Error(`not refused: ${String(error)}`);
}

test('words and choices narrow the list, and it says what to do next', async () => {
  const printed = await cases('logement', '--method', 'adjusted');
  expect(printed).toContain('zero-logement-vacant — Zéro Logement Vacant');
  expect(printed).not.toContain('dossierfacile');
  expect(printed).toMatch(/1 cas\. « foulee cases show <cas> »/);
  expect(await cases('--source', 'none')).toContain('personne ne le voit encore');
  expect(await cases('zzz')).toBe(
    'Aucun cas ne correspond. Essayez un mot plus court, ou retirez une option.\n',
  );
});

test('a case is told whole, with where its facts come from and whether they are partly our reading', async () => {
  const printed = await cases('show', 'promotion-de-profil-acceleree');
  const titles = ['Effet recherché', 'Ce qui est mesuré', 'Comment', 'Ce qui a trompé', 'À retenir'];
  for (const title of [...titles, 'D’où viennent ces faits']) expect(printed).toContain(`\n${title}\n`);
  expect(printed).toContain('betagouv/beta.gouv.fr : content/_startups/promotion-de-profil-acceleree.md');
  expect(printed).not.toContain('notre lecture');
  expect(await cases('show', 'trackdechets')).toContain('notre lecture');
});

test('the plan of a case is one that Foulée reads', async () => {
  expect(readPlan(await cases('plan', 'aides.jeunes')).problems).toEqual([]);
});

test('as JSON for a program', async () => {
  const found = JSON.parse(await cases('--json', '--trap', 'frozen')) as { id: string }[];
  expect(found.map(({ id }) => id)).toEqual(['domifa', 'zacharie']);
});

test('a case that does not exist, or a choice that does not, is said with what exists', async () => {
  expect(await refusal('show', 'bonne')).toMatch(/Vouliez-vous dire la-bonne-boite, labonnealternance \?/);
  expect(await refusal('plan', 'constructor')).toMatch(/« foulee cases » les donne tous/);
  expect(await refusal('--method', 'magie')).toMatch(/Choix possibles : follow-up \(suivi après l’usage\)/);
});
