import { describe, expect, test } from 'vitest';
import {
  contract,
  firstFollowUp,
  laBonneBoiteInProduction,
  people,
  spells,
} from './fixtures/worked-plans.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';

function planOf(text: string): Plan {
  const { plan, problems } = readPlan(text);
  expect(problems).toEqual([]);
  if (plan === null) throw new Error('no plan');
  return plan;
}

/** The contract with one thing changed, which must be there. */
function changed(from: string, to: string): string {
  expect(contract).toContain(from);
  return contract.replace(from, to);
}

const told = (text: string): string[] =>
  readPlan(text).problems.map(({ line, sentence }) => `${line} : ${sentence}`);

describe('the worked plans', () => {
  test('the contract, with its defaults filled', () => {
    const format = { type: 'guess', delimiter: null, encoding: null };
    const base = { format, durations: {}, completeThrough: null, maxRejectedShare: 0.05, letterCase: 'keep' };
    expect(planOf(contract)).toEqual({
      service: { id: 'la-bonne-boite', name: 'La Bonne Boite', organisation: 'France Travail', mission: '…' },
      effect: { statement: '…', domain: 'social', beneficiaries: '…' },
      sources: {
        usage: {
          ...base,
          name: 'usage',
          kind: 'events',
          files: ['activity-*.json'],
          subject: 'idutilisateur-peconnect',
          target: 'proprietes.siret',
          time: 'dateheure',
          where: [{ nom: { in: ['details', 'afficher-details', 'ajout-favori'], missing: 'drop' } }],
          attributes: { channel: 'source' },
          matchingRight: 'journal applicatif de personnes connectées, …',
        },
        hires: {
          ...base,
          name: 'hires',
          kind: 'outcomes',
          files: ['dpae-*.csv'],
          format: { ...format, delimiter: '|' },
          subject: 'dc_ididentiteexterne',
          target: 'kc_siret',
          time: 'kd_dateembauche',
          recorded: 'kd_datecreation',
          where: [{ premiere_embauche: { in: ['Embauche'], missing: 'drop' } }],
          attributes: {},
          matchingRight: null,
          completeThrough: '2020-02-29',
        },
      },
      indicators: [
        {
          id: 'hired-by-viewed-company',
          name: 'Embauches dans une entreprise consultée',
          matrix: 'impactful',
          method: 'follow-up',
          exposure: 'usage',
          population: null,
          outcome: 'hires',
          match: ['subject', 'target'],
          unit: ['subject', 'target'],
          index: 'first',
          window: { after: 1, until: 365 },
          horizons: [90, 180],
          cohort: 'month',
          breakdown: ['channel'],
          baseline: null,
          target: null,
          limits: [],
          owner: null,
        },
      ],
    });
  });

  test('people already followed, with durations', () => {
    expect(planOf(spells).sources.spells).toMatchObject({
      kind: 'units',
      followUp: 'durations',
      subject: null,
      duration: 'spell',
      durationUnit: 14,
      status: 'exit',
      event: '1',
      competing: ['2', '3'],
      group: 'ui',
      attributes: { age: 'age' },
    });
  });

  test('people with an entry date, what happened being elsewhere', () => {
    const plan = planOf(people);
    expect(plan.sources.people).toMatchObject({
      followUp: 'dates',
      subject: 'id',
      entry: 'index_date',
      time: null,
      exit: 'left_list_date',
      followedUntil: null,
      group: null,
    });
    expect(plan.indicators[0]).toMatchObject({
      name: 'back-to-work',
      population: 'people',
      unit: ['subject'],
      window: { after: 1, until: 180 },
    });
  });

  test('the rule La Bonne Boite used in production can be said exactly', () => {
    const { sources, indicators } = planOf(laBonneBoiteInProduction);
    expect(indicators[0]).toMatchObject({
      match: ['subject', 'target'],
      unit: ['subject', 'target'],
      index: 'first',
      window: { after: 1, until: null },
    });
    expect(sources.usage?.where).toEqual([
      {
        nom: { in: ['details', 'afficher-details', 'ajout-favori'], missing: 'drop' },
        dateheure: { min: '2018-09-01', missing: 'drop' },
      },
    ]);
    expect(sources.hires?.durations).toEqual({
      contract_days: { from: 'kd_dateembauche', to: 'dd_datefincdd' },
    });
    const hired = { in: ['Embauche'], missing: 'drop' };
    expect(sources.hires?.where).toEqual([
      {
        premiere_embauche: hired,
        dc_typecontrat_id: { in: ['1'], missing: 'drop' },
        contract_days: { max: 1200, missing: 'keep' },
      },
      { premiere_embauche: hired, dc_typecontrat_id: { not: ['1'], missing: 'keep' } },
    ]);
  });
});

describe('what may be written in several ways', () => {
  test('one value stands for a list of one', () => {
    expect(
      planOf(changed('{nom: [details, afficher-details, ajout-favori]}', '{nom: details}')).sources.usage,
    ).toMatchObject({
      where: [{ nom: { in: ['details'] } }],
    });
    expect(firstFollowUp(planOf(changed('horizons: [90d, 180d]', 'horizons: 12w'))).horizons).toEqual([84]);
    expect(planOf(changed('files: ["dpae-*.csv"]', 'files: x.csv')).sources.hires?.files).toEqual(['x.csv']);
    expect(planOf(spells.replace('[2, 3]', '2')).sources.spells).toMatchObject({ competing: ['2'] });
  });

  test('codes keep the text they are written with; bounds are numbers or dates', () => {
    const where =
      '{dep: [01, 2A, 971, "03"], on: true, x: {min: 1.50, max: 2e3}, d: 2020-01-31, n: {not: 0.10}}';
    expect(
      planOf(changed('{nom: [details, afficher-details, ajout-favori]}', where)).sources.usage?.where,
    ).toEqual([
      {
        dep: { in: ['01', '2A', '971', '03'], missing: 'drop' },
        on: { in: ['true'], missing: 'drop' },
        x: { min: 1.5, max: 2000, missing: 'drop' },
        d: { in: ['2020-01-31'], missing: 'drop' },
        n: { not: ['0.10'], missing: 'drop' },
      },
    ]);
  });

  test('without a window, effects count from the next day to the largest horizon', () => {
    const plan = planOf(
      changed('    window: {after: 1d, until: 365d}  # until may be null: no upper limit\n', ''),
    );
    expect(firstFollowUp(plan).window).toEqual({ after: 1, until: 180 });
  });

  test('without horizons, the plan says they are not its own, and stays within its window', () => {
    const without = contract.replace('    horizons: [90d, 180d]\n', '');
    expect(planOf(without).indicators[0]).toMatchObject({ horizons: [90, 180], horizonsByDefault: true });
    expect(firstFollowUp(planOf(without.replace('365d', '100d'))).horizons).toEqual([100]);
  });

  test('the same document in JSON, blank keys, a BOM, CRLF', () => {
    const plan = planOf(contract);
    const blank = contract.replace('organisation: France Travail', 'organisation: ');
    expect(planOf(blank).service.organisation).toBeNull();
    expect(planOf(`\uFEFF${contract.replaceAll('\n', '\r\n')}`)).toEqual(plan);
    const json = `{
\t"foulee": 1, "service": {"id": "a", "name": "A"}, "effect": {"statement": "b", "domain": "social"},
\t"sources": {"t": {"kind": "units", "files": "t.csv", "entry": "e", "time": "d"}},
\t"indicators": [{"id": "i", "method": "follow-up", "population": "t", "horizons": "90d"}]
}`;
    expect(firstFollowUp(planOf(json)).population).toBe('t');
  });

  test('optional figures: baseline, target, cadence, delay', () => {
    const more =
      "cohort: month\n    baseline: {value: 0.12, date: 2019-01-01}\n    target: {value: 0.02, relative: true, by: 2027-01-01}\n    cadence: week\n    expected_delay: 60d\n    unit_label: demandeurs d'emploi\n    limits: Une limite\n    owner: Une équipe";
    expect(planOf(changed('cohort: month', more)).indicators[0]).toMatchObject({
      baseline: 0.12,
      baselineDate: '2019-01-01',
      target: { value: 0.02, relative: true, by: '2027-01-01' },
      cadence: 'week',
      expectedDelay: 60,
      unitLabel: "demandeurs d'emploi",
      limits: ['Une limite'],
      owner: 'Une équipe',
    });
    expect(
      planOf(changed('cohort: month', 'cohort: month\n    baseline: 0.10')).indicators[0]?.baseline,
    ).toBe(0.1);
  });

  test('an anchor may be reused', () => {
    const reused = changed('kd_dateembauche', '&date kd_dateembauche').replace(
      'recorded: kd_datecreation',
      'recorded: *date',
    );
    expect(planOf(reused).sources.hires).toMatchObject({ recorded: 'kd_dateembauche' });
  });
});

test('every problem is told at once, in the order of the lines, however far apart', () => {
  const text = changed('kind: events', 'kind: event')
    .replace('kd_dateembauche', '12')
    .replace('cohort: month', 'cohort: mois')
    .replace('outcome: hires', 'outcome: hire')
    .replace('service: {id: la-bonne-boite, ', 'service: {');
  expect(told(text)).toEqual([
    '2 : il manque la clé « id » dans service ; il faut un identifiant fait de lettres sans accent, de chiffres, de « - », de « _ » ou de « . » à l’intérieur',
    "6 : sources.usage.kind vaut « event » ; il faut l'une des valeurs events, outcomes, assignments, units, sample, series, panel, territories ; essayez : events",
    '20 : sources.hires.time vaut le nombre 12 ; il faut le nom d\'une colonne ; essayez : "12"',
    "36 : cohort de l'indicateur « hired-by-viewed-company » vaut « mois » ; il faut l'une des valeurs week, month, quarter ; essayez : month",
  ]);
});

test('a fault in one source does not hide a contradiction elsewhere', () => {
  const text = changed('kind: events', 'kind: event').replace('until: 365d', 'until: 100d');
  expect(told(text)).toHaveLength(2);
  expect(told(text)[1]).toContain('horizon de 180 jours au-delà de la fenêtre, fermée à 100 jours');
});

test('a problem has its path, its column, what was expected and a suggestion', () => {
  expect(readPlan(changed('subject: idutil', 'sujet: idutil')).problems).toEqual([
    {
      path: 'sources.usage.sujet',
      line: 8,
      column: 5,
      sentence: 'clé inconnue « sujet » dans sources.usage ; vouliez-vous dire « subject » ?',
      expected: expect.stringContaining('subject'),
      suggestion: 'subject',
    },
  ]);
});

test('a value on its own line is pointed at, not its key', () => {
  const text = changed('files: ["dpae-*.csv"]', 'files:\n      - dpae-*.csv\n      - ../dpae.csv').replace(
    'domain: social',
    'domain:   sociale',
  );
  expect(readPlan(text).problems.map(({ path, line, column }) => [path, line, column])).toEqual([
    ['effect.domain', 3, 36],
    ['sources.hires.files[1]', 18, 9],
  ]);
});
