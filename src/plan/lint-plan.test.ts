import { describe, expect, test } from 'vitest';
import { contract, laBonneBoiteInProduction, people, spells } from './fixtures/worked-plans.ts';
import { lintPlan, type SourceFacts } from './lint-plan.ts';
import { readPlan } from './read-plan.ts';

function advice(text: string, facts?: Record<string, SourceFacts>) {
  const { plan, problems } = readPlan(text);
  if (plan === null) throw new Error(problems[0]?.sentence);
  return lintPlan(plan, facts);
}

/** A plan a careful colleague has nothing to say about. */
const careful = contract
  .replace('mission: "…"', 'mission: "Aider à candidater là où l\'on embauche"')
  .replace('statement: "…"', 'statement: "Des demandeurs d\'emploi sont embauchés"')
  .replace(
    'time: kd_dateembauche',
    'time: kd_dateembauche\n    matching_right: "traitement statistique de l\'opérateur"',
  )
  .replace('cohort: month', 'cohort: month\n    limits: [Les personnes non connectées ne sont pas vues]');

test('a careful plan gets no advice', () => {
  expect(advice(careful)).toEqual([]);
});

describe('one thing a careful colleague would say', () => {
  test.each<readonly [code: string, path: string, from: string | RegExp, to: string]>([
    ['no-mission', 'service', /mission: "[^"]*"/, 'mission: "…"'],
    ['no-mission', 'service', /, mission: "[^"]*"/, ''],
    [
      'nobody-better-off',
      'effect',
      /statement: .*beneficiaries: "…"/,
      'statement: Le chômage baisse, domain: social',
    ],
    ['usage-as-impact', 'indicators[0].name', 'Embauches dans une entreprise consultée', 'Nombre de visites'],
    [
      'usage-as-impact',
      'indicators[0].name',
      'Embauches dans une entreprise consultée',
      "Nombre d'utilisateurs actifs",
    ],
    [
      'usage-as-impact',
      'indicators[0].name',
      'Embauches dans une entreprise consultée',
      'Simulations réalisées',
    ],
    [
      'usage-as-impact',
      'indicators[0].outcome',
      '{premiere_embauche: Embauche}',
      '{event: [page_view, click]}',
    ],
    ['usage-as-impact', 'indicators[0].outcome', 'dpae-*.csv', 'activity-*.json'],
    [
      'relative-without-baseline',
      'indicators[0].target',
      'cohort: month',
      'cohort: month\n    target: {value: 0.02, relative: true}',
    ],
    ['no-horizon', 'indicators[0]', '    horizons: [90d, 180d]\n', ''],
    ['no-upper-window', 'indicators[0].window.until', 'until: 365d', 'until: null'],
    ['same-day', 'indicators[0].window.after', 'after: 1d', 'after: 0d'],
    ['no-recorded', 'sources.hires', /recorded: .*/, ''],
    ['no-limits', 'indicators[0]', /limits: .*/, ''],
    ['matching-right-missing', 'sources.usage', /matching_right: "journal.*/, ''],
    ['matching-right-missing', 'sources.hires', /matching_right: "traitement.*/, ''],
    ['matching-right-short', 'sources.usage.matching_right', /"journal[^"]*"/, 'oui'],
    [
      'unused-source',
      'sources.other',
      'indicators:',
      '  other: {kind: units, files: a.csv, entry: e, time: t}\nindicators:',
    ],
    ['window-beyond-register', 'indicators[0].window', '{nom: [', '{dateheure: {min: 2019-06-01}, nom: ['],
  ])('%s at %s', (code, path, from, to) => {
    const text = careful.replace(from, to);
    expect(text).not.toBe(careful);
    const found = advice(text);
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(found[0]?.path).toBe(path);
    expect(found[0]?.sentence).toMatch(/^[«\p{Lu}].*\.$/u);
  });
});

describe('words that must not be taken for usage', () => {
  test.each([
    'Embauches des utilisateurs',
    "Reprise d'emploi après une recherche",
    'Compteurs posés',
    'Logements sortis de la vacance',
  ])('%s', (name) => {
    expect(advice(careful.replace('Embauches dans une entreprise consultée', name))).toEqual([]);
  });

  test('usage shown as usage is fine', () => {
    const text = careful
      .replace('Embauches dans une entreprise consultée', 'Visites')
      .replace('impactful ', 'used ');
    expect(advice(text)).toEqual([]);
  });
});

describe('what the imported records tell', () => {
  const hires = { firstDay: '2018-01-01', lastDay: '2020-03-04', coverage: '2020-02-29' };
  test('a register that follows the first users long enough', () => {
    const usage = { firstDay: '2019-03-01', lastDay: '2020-01-31', coverage: null };
    expect(advice(careful, { usage, hires })).toEqual([]);
  });

  test('a register too short for any cohort, to the day', () => {
    const usage = { firstDay: '2019-03-02', lastDay: '2020-01-31', coverage: null };
    const found = advice(careful, { usage, hires });
    expect(found.map(({ code }) => code)).toEqual(['window-beyond-register']);
    expect(found[0]?.sentence).toContain(
      "jusqu'au 29 février 2020, soit 364 jours après le premier départ (2 mars 2019)",
    );
  });

  test('a register that starts after the first users', () => {
    const usage = { firstDay: '2017-12-01', lastDay: '2020-01-31', coverage: null };
    const found = advice(careful, { usage, hires });
    expect(found.map(({ code }) => code)).toEqual(['register-starts-late']);
    expect(found[0]?.sentence).toContain('where: {dateheure: {min: 2018-01-01}}');
  });
});

test('the production rule of La Bonne Boite is told its known flaw', () => {
  expect(advice(laBonneBoiteInProduction).map(({ code }) => code)).toEqual(['no-upper-window', 'no-limits']);
});

test('people already followed are not asked for a window or a right', () => {
  expect(advice(spells).map(({ code }) => code)).toEqual(['no-mission', 'no-limits']);
  expect(advice(people).map(({ code }) => code)).toContain('matching-right-missing');
});
