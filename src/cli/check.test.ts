import { expect, test } from 'vitest';
import { contract } from '../plan/fixtures/worked-plans.ts';
import { readPlan } from '../plan/read-plan.ts';
import { exitCodes, Refusal } from '../platform/refusal.ts';
import { checkDocument, checkText } from './check.ts';

const wrong = contract.replace('subject: idutil', 'sujet: idutil').replace('cohort: month', 'cohort: mois');

test('a usable plan is told, then advised, with lines', () => {
  const text = checkText('impact.yaml', readPlan(contract));
  expect(text).toContain('La Bonne Boite (France Travail)');
  expect(text).toMatch(/Conseils\n {2}ligne 2 : La mission/);
  expect(text).toMatch(/ligne 14 : « hires » est reliée/);
  expect(text.trimEnd().endsWith('Le plan impact.yaml est utilisable.')).toBe(true);
});

test('a plan to mend is refused with all its problems and exit code 3', () => {
  const check = () => checkText('impact.yaml', readPlan(wrong));
  expect(check).toThrow(Refusal);
  try {
    check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(exitCodes[error.kind]).toBe(3);
    expect(error.message).toBe(
      [
        'Le plan impact.yaml a 2\u00a0problèmes :',
        '  ligne 8 : clé inconnue « sujet » dans sources.usage ; vouliez-vous dire « subject » ?',
        "  ligne 36 : cohort de l'indicateur « hired-by-viewed-company » vaut « mois » ; il faut l'une des valeurs week, month, quarter ; essayez : month",
      ].join('\n'),
    );
    expect(error.advice).toContain('relancez « foulee check impact.yaml »');
  }
});

test('the JSON form says the same', () => {
  const good = checkDocument('impact.yaml', readPlan(contract));
  expect(good).toMatchObject({
    plan: 'impact.yaml',
    valid: true,
    problems: [],
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(good.advice[0]).toMatchObject({ code: 'no-mission', path: 'service', line: 2 });
  const bad = checkDocument('impact.yaml', readPlan(wrong));
  expect(bad.valid).toBe(false);
  expect(bad.problems.map(({ line }) => line)).toEqual([8, 36]);
});
