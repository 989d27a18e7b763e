import { expect, test } from 'vitest';
import { lintPlan } from '../../../plan/lint-plan.ts';
import { readPlan } from '../../../plan/read-plan.ts';
import { caseLibrary } from '../library.ts';
import { starterPlan } from './starter-plan.ts';

const plans = caseLibrary.map((example) => [example.id, example, starterPlan(example)] as const);

test.each(plans)(
  '%s: a plan that Foulée reads, of the same service, that begins with its effect',
  (id, example, text) => {
    const { plan, problems } = readPlan(text);
    expect(problems).toEqual([]);
    expect(plan?.service).toMatchObject({ id, name: example.name });
    expect(plan?.effect).toEqual(example.effect);
    expect(plan?.indicators[0]?.matrix).toBe('impactful');
    expect(plan?.indicators[0]?.method).not.toBe('declared');
  },
);

test.each(plans)(
  '%s: no advice, but to write the right to match, that nobody can write for a team',
  (id, _, text) => {
    const { plan } = readPlan(text);
    if (plan === null) throw new Error(`${id} is not read`);
    const codes = new Set(lintPlan(plan).map(({ code }) => code));
    const toWrite = /^ +# matching_right: à écrire\./m.test(text);
    expect([...codes]).toEqual(toWrite ? ['matching-right-missing'] : []);
  },
);

test.each(plans)(
  '%s: commented in French, with typographic apostrophes, lines short enough to read',
  (_, __, text) => {
    expect(text.match(/ # /g)?.length ?? 0).toBeGreaterThanOrEqual(3);
    expect(text).not.toMatch(/\p{L}'\p{L}/u);
    for (const line of text
      .split('\n')
      .filter((one) => /^( |indicators|sources)/.test(one) && !/: "/.test(one)))
      expect(line.length, line).toBeLessThanOrEqual(140);
  },
);
