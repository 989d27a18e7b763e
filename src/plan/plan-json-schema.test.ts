import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contract, laBonneBoiteInProduction, people, spells } from './fixtures/worked-plans.ts';
import { planJsonSchema } from './plan-json-schema.ts';
import { readPlan } from './read-plan.ts';

const schema = planJsonSchema();
const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(schema);

describe('a validator that knows nothing of Foulée agrees with it', () => {
  test.each([contract, spells, people, laBonneBoiteInProduction])('accepted: plan %#', (text) => {
    expect(accepts(parse(text))).toBe(true);
    expect(readPlan(text).problems).toEqual([]);
  });

  test.each([
    ['{nom: [details, afficher-details, ajout-favori]}', '{nom: details, n: {not: [1, 2], missing: keep}}'],
    [
      '{nom: [details, afficher-details, ajout-favori]}',
      '[{a: 1}, {b: {min: 1, max: 2}}, {c: {min: 2020-01-01}}]',
    ],
    ['horizons: [90d, 180d]', 'horizons: 12w'],
    ['until: 365d', 'until: null'],
    ['files: ["activity-*.json"]', 'files: ["logs/*.json.gz", x.csv]'],
    ['organisation: France Travail', 'organisation: '],
    ['cohort: month', 'cohort: week\n    baseline: {value: 0.12}\n    limits: une limite'],
  ])('accepted: %s → %s', (from, to) => {
    const text = contract.replace(from, to);
    expect(readPlan(text).problems).toEqual([]);
    expect(accepts(parse(text))).toBe(true);
  });

  test.each([
    ['foulee: 1', 'foulee: 2'],
    ['kind: events', 'kind: event'],
    ['subject: idutil', 'sujet: idutil'],
    ['    time: dateheure\n', ''],
    ['"activity-*.json"', '"../x.csv"'],
    ['"activity-*.json"', '/x.csv'],
    ['"activity-*.json"', 'https://exemple.fr/x.csv'],
    ['horizons: [90d, 180d]', 'horizons: 90'],
    ['horizons: [90d, 180d]', 'horizons: [0d]'],
    ['domain: social', 'domain: sociale'],
    ['2020-02-29', '2021-02-29'],
    ['cohort: month', 'max_rejected: 0.1'],
    ['method: follow-up', 'method: experiment'],
    ['  usage:', '  "mes usages":'],
    ['{nom: [details, afficher-details, ajout-favori]}', '{nom: {inn: 1}}'],
  ])('refused: %s → %s', (from, to) => {
    const text = contract.replace(from, to);
    expect(text).not.toBe(contract);
    expect(readPlan(text).plan).toBeNull();
    expect(accepts(parse(text))).toBe(false);
  });
});

test('every key is described in French, under an identifier that is no address', () => {
  expect(schema.$id).toBe('urn:foulee:plan:1');
  const definitions = schema.$defs as Record<string, Record<string, unknown>>;
  const described: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, property] of Object.entries((node as { properties?: object }).properties ?? {})) {
      let target = property as Record<string, unknown>;
      while (target.description === undefined && typeof target.$ref === 'string') {
        target = definitions[target.$ref.replace('#/$defs/', '')] ?? {};
      }
      expect(target.description, name).toMatch(/^.{10,}[.…]$/);
      described.push(name);
    }
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(schema);
  expect(described).toEqual(
    expect.arrayContaining(['foulee', 'files', 'in', 'missing', 'until', 'followed_until']),
  );
  expect(JSON.stringify(schema).match(/https?:\/\/[^"]*/g)).toEqual([
    'https://json-schema.org/draft/2020-12/schema',
  ]);
});
