import { describe, expect, test } from 'vitest';
import { describePlan } from '../describe.ts';
import { daysText } from '../duration.ts';
import { lintPlan } from '../lint-plan.ts';
import { planJsonSchema } from '../plan-json-schema.ts';
import { readPlan } from '../read-plan.ts';

const head = `foulee: 1
service: {id: s, name: Habiter, mission: Remettre des logements sur le marché.}
effect: {statement: Des ménages trouvent un logement, domain: social}
`;

const panel = `${head}sources:
  departements:
    kind: panel
    files: [departements.csv]
    territory: dep
    period: trimestre
    value: sorties
    started: arrivee
    attributes: {region: region, parc: parc}
indicators:
  - id: sorties
    method: rollout
    panel: departements
    value_label: sorties pour 1 000 logements
    limits: [Les logements démolis ne sont pas vus.]
    comparison:
      design: rollout
`;

const people = `${head}sources:
  menages: {kind: units, files: [m.csv], subject: id, entry: entree, time: relogement, attributes: {departement: dep}, complete_through: 2025-12-31}
indicators:
  - id: relogement
    method: follow-up
    population: menages
    horizons: [180d]
    limits: [Les déménagements hors du département ne sont pas vus.]
    comparison: {design: rollout, territory: departement, started: {Nord: 2024-03-15, Sud: null}}
`;

const planOf = (text: string) => {
  const { plan, problems } = readPlan(text);
  expect(problems).toEqual([]);
  if (plan === null) throw new Error('no plan');
  return plan;
};
const told = (text: string) => readPlan(text).problems.map(({ line, sentence }) => `${line} : ${sentence}`);
const changed = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('a panel compared by the rollout of the service', () => {
  test('is read with its defaults', () => {
    const plan = planOf(panel);
    expect(plan.indicators[0]).toMatchObject({
      method: 'rollout',
      panel: 'departements',
      valueLabel: 'sorties pour 1 000 logements',
      comparison: {
        design: 'rollout',
        started: { in: 'panel' },
        estimator: null,
        controlGroup: 'not-yet-treated',
        anticipation: 0,
        covariates: [],
        weighting: null,
        seasons: false,
      },
    });
    expect(plan.sources.departements).toMatchObject({ kind: 'panel', never: [], numerator: null });
  });

  test('says in French who is compared with whom, and has nothing to advise when it is careful', () => {
    const text = describePlan(planOf(panel), daysText);
    expect(text).toContain('sorties pour 1 000 logements), par territoire et par période');
    expect(text).toContain('à ceux qui ne l’ont pas encore (arrivée : colonne de la table)');
    expect(lintPlan(planOf(panel))).toEqual([]);
  });

  test.each([
    ['panel: departements', 'panel: departement', 16, 'vouliez-vous dire « departements » ?'],
    ['started: arrivee', 'started: null', 20, 'il manque comparison.started'],
    ['design: rollout', 'design: rollout\n      covariates: [pacr]', 21, 'vouliez-vous dire « parc » ?'],
    [
      'design: rollout',
      'design: rollout\n      cluster: pays',
      21,
      "n'est pas un attribut de sources.departements",
    ],
    ['design: rollout', 'design: rollout\n      weighting: size', 21, 'ne dit pas la taille des territoires'],
    ['design: rollout', 'design: rollout\n      lag: 3', 21, 'n’a de sens que pour une série'],
    [
      'design: rollout',
      'design: rollout\n      seasons: true',
      21,
      'n’a de sens qu’avec design: before-after',
    ],
    ['design: rollout', 'design: rollout\n      anticipation: -1', 21, 'un nombre entier de périodes'],
    [
      'design: rollout',
      'design: rollout\n      started: 2024-03-15',
      21,
      'donne une seule date (2024-03-15)',
    ],
    [
      'design: rollout',
      'design: rollout\n      started: arrives',
      21,
      'ni une date ni une source de kind territories',
    ],
    ['design: rollout', 'design: rollout\n      started: {Nord: null}', 21, 'ne donne aucune date'],
    ['design: rollout', 'design: rolout', 20, 'essayez : rollout'],
    [
      'design: rollout',
      'design: rollout\n      etimator: group-time',
      21,
      'vouliez-vous dire « estimator » ?',
    ],
    [
      'design: rollout',
      'design: before-after\n      estimator: group-time',
      21,
      'ne se choisit qu’avec design: rollout',
    ],
    ['value: sorties', 'weight: parc', 5, 'il manque la valeur'],
    ['value: sorties', 'value: sorties\n    numerator: n', 10, 'la valeur est donnée deux fois'],
    ['value: sorties', 'numerator: n', 10, 'numerator va avec denominator'],
    ['territory: dep', 'territory: null', 11, 'donnez la date d’arrivée dans comparison.started'],
  ])('%s → %s: line %i says %s', (from, to, line, sentence) => {
    const problems = told(changed(panel, from, to));
    expect(problems.join('\n')).toContain(sentence);
    expect(problems.find((problem) => problem.includes(sentence))).toMatch(new RegExp(`^${line} : `));
  });

  test('advises on a value without a unit, a use shown as an impact, a comparison in time', () => {
    const codes = (text: string) => lintPlan(planOf(text)).map(({ code }) => code);
    expect(codes(changed(panel, '    value_label: sorties pour 1 000 logements\n', ''))).toEqual([
      'no-value-label',
    ]);
    expect(codes(changed(panel, '- id: sorties', '- id: sorties\n    name: Nombre de visites'))).toEqual([
      'usage-as-impact',
    ]);
    expect(codes(changed(panel, 'design: rollout', 'design: before-after\n      started: 2024'))).toEqual([
      'before-after',
    ]);
  });
});

describe('people followed, compared by territory', () => {
  test('the terms are those of the plan; nobody else is compared', () => {
    expect(planOf(people).indicators[0]).toMatchObject({
      method: 'follow-up',
      rollout: {
        territory: 'departement',
        started: { in: 'plan', starts: { Nord: '2024-03-15', Sud: null } },
      },
    });
    expect(planOf(people).indicators[0]).not.toHaveProperty('comparison');
    expect(describePlan(planOf(people), daysText)).toContain('arrivée : 1 territoire du plan');
  });

  test.each([
    ['territory: departement', 'territory: departemnt', 'vouliez-vous dire « departement » ?'],
    ['territory: departement, ', '', 'il manque comparison.territory'],
    [', started: {Nord: 2024-03-15, Sud: null}', '', 'il manque comparison.started'],
    ['territory: departement', 'territory: departement, arm: dep', 'comparison.arm : sans objet'],
    ['population: menages', 'exposure: menages', 'exposure demande une source de kind events'],
  ])('%s → %s: says %s', (from, to, sentence) => {
    expect(told(changed(people, from, to)).join('\n')).toContain(sentence);
  });

  test('dates may come from a small file of territories', () => {
    const source =
      '  arrivees: {kind: territories, files: [a.csv], territory: dep, started: jour, never: [jamais]}\nindicators:';
    const text = changed(changed(people, 'indicators:', source), '{Nord: 2024-03-15, Sud: null}', 'arrivees');
    expect(planOf(text).indicators[0]).toMatchObject({
      rollout: { started: { in: 'source', source: 'arrivees' } },
    });
    expect(lintPlan(planOf(text)).map(({ code }) => code)).not.toContain('unused-source');
  });
});

test('the published schema knows the method, its source and their keys', () => {
  const schema = JSON.stringify(planJsonSchema());
  for (const key of ['rollout', 'panel', 'territories', 'control_group', 'anticipation', 'value_label'])
    expect(schema).toContain(`"${key}"`);
});
