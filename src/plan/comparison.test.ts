import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { describePlan } from './describe.ts';
import { daysText } from './duration.ts';
import { firstFollowUp } from './fixtures/worked-plans.ts';
import { lintPlan } from './lint-plan.ts';
import { planJsonSchema } from './plan-json-schema.ts';
import { readPlan } from './read-plan.ts';

const written = (keys: string) => `foulee: 1
service: {id: s, name: Service}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: chômeurs}
sources:
  people:
    kind: units
    files: [people.csv]
    subject: id
    entry: index_date
    group: cohort
    attributes: {used: used, invited: invited, age: age, zone: zone, months: months}
  hires: {kind: outcomes, files: [h.csv], subject: id, time: day}
indicators:
  - id: work
    method: follow-up
    population: people
    outcome: hires
    horizons: [90d, 180d]
    limits: [une limite]
    ${keys}
`;

const indicator = (keys: string) => {
  const { plan, problems } = readPlan(written(keys));
  if (plan === null) throw new Error(problems[0]?.sentence);
  return firstFollowUp(plan);
};

test('the contract of an adjusted comparison, with its defaults', () => {
  const read = indicator(
    'comparison: {design: adjusted, arm: used, treated: 1, covariates: [age, zone, age], linkage: {missed: 0.08, false: 0.01}}\n    decision: {threshold: 0.01, value_per_outcome: 2000, cost: 150000}',
  );
  expect(read?.comparison).toEqual({
    design: 'adjusted',
    arm: 'used',
    treated: '1',
    control: null,
    takeUp: null,
    covariates: ['age', 'zone'],
    adjustment: 'doubly-robust',
    replacement: true,
    caliper: null,
    prePeriod: null,
    strata: [],
    assignment: null,
    estimand: 'ate',
    expectedShare: 0.5,
    linkage: { missed: 0.08, false: 0.01, missedSe: 0, falseSe: 0 },
  });
  expect(read?.decision).toEqual({ threshold: 0.01, valuePerOutcome: 2000, cost: 150_000, note: null });
});

test('a draw partly followed, each arm with its own matching errors', () => {
  const read = indicator(
    'comparison: {design: randomised, arm: invited, take_up: used, expected_share: 0.4, linkage: {false: 0.01, treated: {missed: 0.1}, control: {missed: 0.2, missed_se: 0.02}}}',
  );
  expect(read?.comparison).toMatchObject({
    treated: '1',
    takeUp: { attribute: 'used', taken: '1' },
    expectedShare: 0.4,
    linkage: {
      treated: { missed: 0.1, false: 0.01, missedSe: 0 },
      control: { missed: 0.2, false: 0.01, missedSe: 0.02 },
    },
  });
});

test('no comparison is the same plan as `design: none`, and the group column may be an arm', () => {
  expect(indicator('comparison: {design: none}')).toEqual(indicator(''));
  expect(indicator('comparison: {design: randomised, arm: cohort, treated: A}')?.comparison?.arm).toBe(
    'cohort',
  );
});

test.each([
  ['comparison: {design: lucky, arm: used}', "l'une des valeurs randomised, adjusted"],
  ['comparison: {arm: used}', 'il manque la clé « design »'],
  ['comparison: {design: randomised}', 'il manque comparison.arm'],
  ['comparison: {design: randomised, arm: use}', 'vouliez-vous dire « used » ?'],
  ['comparison: {design: randomised, arm: 3}', "il faut le nom d'un attribut"],
  ['comparison: {design: randomised, arm: used, treatd: 1}', 'vouliez-vous dire « treated » ?'],
  [
    'comparison: {design: randomised, arm: invited, take_up: clicked}',
    "n'est pas un attribut de sources.people",
  ],
  ['comparison: {design: randomised, arm: used, take_up: used}', 'arm et take_up nomment le même attribut'],
  ['comparison: {design: randomised, arm: used, treated: 1, control: 1}', 'il faut deux valeurs différentes'],
  ['comparison: {design: randomised, arm: used, expected_share: 1}', 'bornes exclues'],
  [
    'comparison: {design: randomised, arm: used, estimand: att}',
    'estimand ne se choisit qu’avec design: adjusted',
  ],
  ['comparison: {design: adjusted, arm: used}', 'aucune caractéristique (covariates)'],
  ['comparison: {design: adjusted, arm: used, covariates: [ages]}', 'vouliez-vous dire « age » ?'],
  ['comparison: {design: adjusted, arm: used, covariates: [age, used]}', 'effacerait la comparaison'],
  ['comparison: {design: adjusted, arm: used, covariates: [age], take_up: zone}', 'tirage au sort'],
  ['comparison: {design: adjusted, arm: used, covariates: [age], expected_share: 0.3}', 'tirage au sort'],
  [
    'comparison: {design: adjusted, arm: used, covariates: [age], linkage: {missed: 8}}',
    'une part entre 0 et 1',
  ],
  ['comparison: {design: none}\n    decision: {threshold: 0.01}', 'decision demande une comparaison'],
  [
    'comparison: {design: randomised, arm: used}\n    decision: {cost: -3}',
    'un montant en euros, au-dessus de 0',
  ],
])('%s is refused in French', (keys, sentence) => {
  const { plan, problems } = readPlan(written(keys));
  expect(plan).toBeNull();
  expect(problems.map((problem) => problem.sentence).join('\n')).toContain(sentence);
  expect(problems[0]?.line).toBeGreaterThanOrEqual(14);
});

test('the published schema accepts what the reader accepts', () => {
  const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(
    planJsonSchema(),
  );
  const good = written(
    'comparison: {design: adjusted, arm: used, treated: 1, covariates: age, linkage: {treated: {missed: 0.1}}}\n    decision: {threshold: 0.01}',
  );
  expect(readPlan(good).problems).toEqual([]);
  expect(accepts(parse(good))).toBe(true);
  expect(accepts(parse(written('comparison: {design: lucky}')))).toBe(false);
});

test('said in plain French before anything is measured', () => {
  const { plan } = readPlan(
    written(
      'comparison: {design: adjusted, arm: used, covariates: [age, zone, months], linkage: {missed: 0.08, false: 0.01}}\n    decision: {threshold: 0.01, value_per_outcome: 2000, cost: 150000}',
    ),
  );
  const told = plan === null ? '' : describePlan(plan, daysText).replace(/\s/g, ' ');
  expect(told).toContain(
    'used = 1, comparé aux autres, après avoir rendu les deux groupes semblables sur age, zone, months',
  );
  expect(told).toContain('effets non retrouvés, 8 sur 100 ; personnes sans effet reliées à tort, 1 sur 100');
  expect(told).toContain('un effet compte à partir de 1 point ; un effet supplémentaire vaut 2 000 €');
});

test('what a careful colleague would say', () => {
  const codes = (keys: string) => {
    const { plan } = readPlan(written(keys));
    return plan === null ? [] : lintPlan(plan).map(({ code }) => code);
  };
  const adjusted = 'comparison: {design: adjusted, arm: used, covariates: [age, zone, months]';
  expect(codes(`${adjusted}}`)).not.toContain('few-covariates');
  expect(codes('comparison: {design: adjusted, arm: used, covariates: [age]}')).toContain('few-covariates');
  expect(codes(`${adjusted}, linkage: {missed: 0.7, false: 0.3}}`)).toContain('impossible-linkage');
  expect(codes(`${adjusted}}\n    decision: {cost: 3}`)).toContain('no-threshold');
});
