import { expect, test } from 'vitest';
import { canonicalPlan } from './canonical-plan.ts';
import { contract } from './fixtures/worked-plans.ts';
import { readPlan } from './read-plan.ts';

function canonical(text: string): string {
  const { plan, problems } = readPlan(text);
  if (plan === null) throw new Error(problems[0]?.sentence);
  return canonicalPlan(plan);
}

test('layout, comments, order of keys and defaults written out change nothing', () => {
  const same = contract
    .replaceAll(/ +#.*$/gm, '')
    .replace('    kind: events\n', '')
    .replace('    time: dateheure\n', '    time:   dateheure\n    kind: events\n    max_rejected: 0.05\n')
    .replace('[90d, 180d]', '["180d", 90d]')
    .replace('organisation: France Travail', "organisation: 'France Travail'");
  expect(same).not.toBe(contract);
  expect(canonical(same)).toBe(canonical(contract));
});

test('anything the plan says changes it', () => {
  const changes = [
    ['after: 1d', 'after: 0d'],
    ['until: 365d', 'until: null'],
    ['until: 365d', 'until: 366d'],
    ['nom: [details,', 'nom: [detail,'],
    ['premiere_embauche: Embauche', 'premiere_embauche: {not: Embauche}'],
    ['premiere_embauche: Embauche', 'premiere_embauche: {missing: keep}'],
    ['    horizons: [90d, 180d]\n', ''],
    ['mission: "…"', 'mission: "…!"'],
    ['cohort: month', 'cohort: month\n    target: {value: 0.2}'],
  ] as const;
  const texts = changes.map(([from, to]) => canonical(contract.replace(from, to)));
  expect(new Set([canonical(contract), ...texts]).size).toBe(changes.length + 1);
});

test('keys are sorted at every level and what is absent is left out', () => {
  const text = canonical(contract);
  expect(
    text.startsWith('{"effect":{"beneficiaries":"…","domain":"social","statement":"…"},"indicators":[{'),
  ).toBe(true);
  expect(text).not.toMatch(/null|\[\]|\{\}/);
  expect(JSON.parse(text).indicators[0]).toMatchObject({ window: { after: 1, until: 365 } });
});
