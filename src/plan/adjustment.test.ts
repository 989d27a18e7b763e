import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { describePlan } from './describe.ts';
import { daysText } from './duration.ts';
import { planJsonSchema } from './plan-json-schema.ts';
import { readPlan } from './read-plan.ts';

const written = (comparison: string) => `foulee: 1
service: {id: s, name: Service}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: chômeurs}
sources:
  people:
    kind: units
    files: [people.csv]
    subject: id
    entry: index_date
    attributes: {used: used, invited: invited, age: age, zone: zone, months: months, days_before: jours}
  hires: {kind: outcomes, files: [h.csv], subject: id, time: day}
  draw: {kind: assignments, files: [tirage.csv], subject: id, arm: groupe}
  audience: {kind: assignments, files: [a.csv], subject: id, arm: groupe, audience_exempt: true}
indicators:
  - id: work
    method: follow-up
    population: people
    outcome: hires
    horizons: [90d, 180d]
    limits: [une limite]
    comparison: ${comparison}
`;

const comparisonOf = (comparison: string) => {
  const { plan, problems } = readPlan(written(comparison));
  const indicator = plan?.indicators[0];
  if (indicator?.method !== 'follow-up') throw new Error(problems[0]?.sentence);
  return indicator.comparison;
};

const seeded = '{seed: "automne 2026", shares: {invite: 0.3, temoin: 0.5, rien: 0.2}}';

test('each way to make groups alike, with what it implies', () => {
  const adjusted = (keys: string) =>
    comparisonOf(`{design: adjusted, arm: used, covariates: [age, zone, months]${keys}}`);
  expect(adjusted('')).toMatchObject({ adjustment: 'doubly-robust', estimand: 'ate' });
  expect(adjusted(', adjustment: matching-exact')).toMatchObject({ estimand: 'att' });
  expect(adjusted(', adjustment: matching-nearest, replacement: false, caliper: 0.2')).toMatchObject({
    estimand: 'att',
    replacement: false,
    caliper: 0.2,
  });
});

test('a draw listed by a source, or made from a seed: shares, arms and expected sizes follow', () => {
  expect(comparisonOf('{design: randomised, assignment: draw}')).toMatchObject({
    assignment: { from: 'source', source: 'draw' },
    arm: 'tirage',
    treated: '1',
    expectedShare: 0.5,
  });
  const drawn = comparisonOf(`{design: randomised, assignment: ${seeded}, control: temoin}`);
  expect(drawn).toMatchObject({ treated: 'invite', control: 'temoin' });
  expect(drawn?.expectedShare).toBeCloseTo(0.375, 12);
  expect(comparisonOf(`{design: randomised, assignment: ${seeded}}`)?.expectedShare).toBeCloseTo(0.3, 12);
});

test('said in plain French', () => {
  const told = (comparison: string) => {
    const { plan } = readPlan(written(comparison));
    return plan === null ? '' : describePlan(plan, daysText);
  };
  expect(
    told('{design: adjusted, arm: used, covariates: [age], adjustment: matching-nearest, caliper: 0.2}'),
  ).toContain('appariement au plus proche voisin, avec remise, à moins de 0,2 écart type');
  expect(told('{design: randomised, assignment: draw}')).toContain('lus dans « draw »');
  expect(told('{design: randomised, assignment: draw}')).toContain('draw (personnes tirées au sort)');
  expect(told('{design: randomised, arm: invited, adjustment: cuped, pre_period: days_before}')).toContain(
    'intervalle resserré par days_before (CUPED)',
  );
  expect(told('{design: randomised, arm: invited, strata: age}')).toContain(
    'écart calculé dans chaque valeur de age, puis réuni',
  );
});

test.each([
  ['{design: adjusted, arm: used, covariates: [age], adjustment: lin}', 'qu’après un tirage au sort'],
  ['{design: randomised, arm: invited, adjustment: entropy}', 'non tirés au sort'],
  [
    '{design: adjusted, arm: used, covariates: [age], adjustment: matching}',
    "l'une des valeurs doubly-robust",
  ],
  [
    '{design: adjusted, arm: used, covariates: [age], adjustment: matching-exact, estimand: ate}',
    'l’effet sur les usagers (estimand: att)',
  ],
  ['{design: adjusted, arm: used, covariates: [age], caliper: 0.2}', 'qu’avec adjustment: matching-nearest'],
  [
    '{design: adjusted, arm: used, covariates: [age], adjustment: matching-nearest, caliper: 0}',
    'un nombre d’écarts types au-dessus de 0',
  ],
  ['{design: adjusted, arm: used, covariates: [age], replacement: false}', 'matching-nearest'],
  ['{design: randomised, arm: invited, adjustment: lin}', 'aucune caractéristique (covariates)'],
  ['{design: randomised, arm: invited, adjustment: cuped}', 'ajoutez pre_period'],
  ['{design: randomised, arm: invited, pre_period: months}', 'adjustment: cuped'],
  [
    '{design: randomised, arm: invited, adjustment: cuped, pre_period: moths}',
    'vouliez-vous dire « months » ?',
  ],
  ['{design: adjusted, arm: used, covariates: [age], strata: age}', 'mettez ces attributs dans covariates'],
  ['{design: randomised, arm: invited, strata: invited}', 'celui dans lequel le tirage a été fait'],
  ['{design: randomised, arm: invited, strata: agee}', 'vouliez-vous dire « age » ?'],
  [
    '{design: randomised, arm: invited, strata: age, adjustment: lin, covariates: [age]}',
    'lin accepte les strates parmi covariates',
  ],
  ['{design: adjusted, assignment: draw, covariates: [age]}', 'écrivez design: randomised'],
  ['{design: randomised, assignment: draw, arm: invited}', 'gardez l’un des deux'],
  ['{design: randomised, assignment: drow}', 'vouliez-vous dire « draw » ?'],
  ['{design: randomised, assignment: hires}', 'est de kind outcomes'],
  ['{design: randomised, assignment: audience}', 'exemptée de consentement'],
  ['{design: randomised, assignment: {seed: a, shares: {x: 0.5, y: 0.6}}}', 'dont le total fait 1'],
  ['{design: randomised, assignment: {seed: a, shares: {x: 1}}}', 'il en faut deux pour comparer'],
  ['{design: randomised, assignment: {shares: {x: 0.5, y: 0.5}}}', 'il manque la clé « seed »'],
  [`{design: randomised, assignment: ${seeded}, treated: invites}`, 'n’est pas un groupe du tirage'],
  [`{design: randomised, assignment: ${seeded}, expected_share: 0.3}`, 'déjà dit par les parts du tirage'],
])('%s is refused in French', (comparison, sentence) => {
  const { plan, problems } = readPlan(written(comparison));
  expect(plan).toBeNull();
  expect(problems.map((problem) => problem.sentence).join('\n')).toContain(sentence);
});

test('the published schema accepts what the reader accepts', () => {
  const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(
    planJsonSchema(),
  );
  for (const comparison of [
    `{design: randomised, assignment: ${seeded}}`,
    '{design: randomised, assignment: draw}',
    '{design: randomised, assignment: draw, strata: [age]}',
    '{design: adjusted, arm: used, covariates: [age], adjustment: matching-nearest, caliper: 0.2, replacement: false}',
  ]) {
    expect(readPlan(written(comparison)).problems).toEqual([]);
    expect(accepts(parse(written(comparison)))).toBe(true);
  }
});
