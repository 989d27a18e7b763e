import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contract, people, spells } from './fixtures/worked-plans.ts';
import type { DocumentPath, Problem } from './problem.ts';
import { readPlan } from './read-plan.ts';

const plans = [contract, spells, people];
const english = /invalid input|expected \w+,|received|unrecognized|too (small|big)|must (be|have)/i;

/** Keys that the reader of the plan does not choose: everything but names of sources, attributes and columns. */
function keyPaths(value: unknown, path: DocumentPath = []): DocumentPath[] {
  if (typeof value !== 'object' || value === null) return [];
  const free =
    path.at(-1) === 'attributes' || path.includes('where') || (path.length === 1 && path[0] === 'sources');
  return Object.entries(value).flatMap(([key, inner]) => {
    const next = [...path, Array.isArray(value) ? Number(key) : key];
    const below = keyPaths(inner, next);
    return free || Array.isArray(value) ? below : [next, ...below];
  });
}

/** A copy of plain data where the value at a path, and its key, are replaced. */
function replaced(
  value: unknown,
  path: DocumentPath,
  by: (key: string, inner: unknown) => [string, unknown],
): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) =>
      key !== step ? [key, inner] : rest.length === 0 ? by(key, inner) : [key, replaced(inner, rest, by)],
    ),
  );
}

function expectFrench(problems: readonly Problem[], text: string): void {
  const lines = text.split('\n').length;
  for (const { line, column, sentence } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(sentence.length).toBeGreaterThan(10);
    expect(sentence.replaceAll(/« [^»]*»/g, '')).not.toMatch(english);
  }
}

const knownKeys = new Set(plans.flatMap((text) => keyPaths(parse(text)).map((path) => path.at(-1))));
const plan = fc.constantFrom(...plans).map((text) => parse(text) as unknown);
const planAndKey = plan.chain((data) => fc.tuple(fc.constant(data), fc.constantFrom(...keyPaths(data))));

test('any other name for a key gives at least one sentence with a line, and never throws', () => {
  const name = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('constructor', 'toString', 'ou', '01'),
  );
  fc.assert(
    fc.property(planAndKey, name, ([data, path], other) => {
      fc.pre(
        other !== '' &&
          other !== path.at(-1) &&
          !/["\\]/.test(other) &&
          JSON.stringify(other).length === other.length + 2,
      );
      fc.pre(!knownKeys.has(other));
      const text = JSON.stringify(
        replaced(data, path, (_key, inner) => [other, inner]),
        null,
        2,
      );
      const { plan, problems } = readPlan(text);
      expect(plan).toBeNull();
      expect(problems.length).toBeGreaterThan(0);
      expectFrench(problems, text);
    }),
    { numRuns: 150, seed: 2026 },
  );
});

test('a key with one letter lost or added is found again', () => {
  const paths = planAndKey.filter(([, path]) => String(path.at(-1)).length >= 4);
  fc.assert(
    fc.property(paths, fc.nat(), fc.boolean(), ([data, path], at, lost) => {
      const key = String(path.at(-1));
      const i = at % key.length;
      const misspelt = lost ? key.slice(0, i) + key.slice(i + 1) : `${key.slice(0, i)}q${key.slice(i)}`;
      const text = JSON.stringify(
        replaced(data, path, (_key, inner) => [misspelt, inner]),
        null,
        2,
      );
      const { problems } = readPlan(text);
      const problem = problems.find(({ suggestion }) => suggestion === key);
      expect(problem?.sentence).toContain(`vouliez-vous dire « ${key} » ?`);
      expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain(`"${misspelt}"`);
    }),
    { numRuns: 200, seed: 2026 },
  );
});

test('any other value anywhere is read or told in French', () => {
  fc.assert(
    fc.property(planAndKey, fc.jsonValue({ maxDepth: 3 }), ([data, path], value) => {
      const text = JSON.stringify(
        replaced(data, path, (key) => [key, value]),
        null,
        2,
      );
      const { plan, problems } = readPlan(text);
      expect(plan === null).toBe(problems.length > 0);
      expectFrench(problems, text);
    }),
    { numRuns: 400, seed: 2026 },
  );
});

test('any damage to the text is read or told in French', () => {
  const damage = fc.tuple(
    fc.constantFrom(...plans),
    fc.nat(),
    fc.nat({ max: 4 }),
    fc.string({ maxLength: 3, unit: 'binary' }),
  );
  fc.assert(
    fc.property(damage, ([text, at, length, inserted]) => {
      const i = at % text.length;
      const damaged = text.slice(0, i) + inserted + text.slice(i + length);
      const { plan, problems } = readPlan(damaged);
      expect(plan === null).toBe(problems.length > 0);
      expectFrench(problems, damaged);
    }),
    { numRuns: 400, seed: 2026 },
  );
});
