import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FollowUpMeasure } from '../measure.ts';
import { type ComparedPeople, comparedPeople, soundMeasure } from './fixtures/compared-people.ts';

let people: ComparedPeople;
beforeAll(async () => {
  people = await comparedPeople();
});
afterAll(() => people.close());

const measured: ComparedPeople['measured'] = (...asked) => people.measured(...asked);

const plain = (text: string) => text.replace(/\s/g, ' ');
const effectOf = (measure: FollowUpMeasure, estimand: string, kind: 'difference' | 'ratio' = 'difference') =>
  measure.effects.find(
    (effect) => effect.estimand === estimand && effect.measure === kind && effect.horizon === 90,
  );
const checkOf = (measure: FollowUpMeasure, name: string) =>
  measure.checks.find((check) => check.name === name);

describe('a draw', () => {
  test('gives the difference of counts, its textbook error, and level 5', async () => {
    const measure = await measured('{design: randomised, arm: arm}');
    const effect = effectOf(measure, 'itt');
    const se = Math.sqrt((0.3 * 0.7) / 2000 + (0.2 * 0.8) / 2000);
    expect(effect?.value).toBeCloseTo(0.1, 10);
    expect(effect).toMatchObject({ kind: 'estimate', level: 0.95 });
    expect(effect?.lower).toBeCloseTo(0.1 - 1.959964 * se, 5);
    expect(effectOf(measure, 'itt', 'ratio')?.value).toBeCloseTo(1.5, 10);
    expect(measure.effects).toHaveLength(4);
    expect(measure.evidence).toMatchObject({ level: 5, name: 'Tiré au sort' });
    expect(measure.comparison?.arms).toEqual({
      treated: { units: 2000, outcomes: 600 },
      control: { units: 2000, outcomes: 400 },
    });
    expect(plain(measure.headline.sentence)).toBe(
      'Emploi : sur 100 personnes tirées au sort pour le service, entre 7 et 13 de plus que dans l’autre groupe sont dans ce cas dans les trois mois : 30 au lieu de 20 (effets connus jusqu’au 31 décembre 2020).',
    );
  });

  test('said the other way round is said as plainly', async () => {
    const measure = await measured('{design: randomised, arm: arm, treated: 0}');
    expect(effectOf(measure, 'itt')?.value).toBeCloseTo(-0.1, 10);
    expect(plain(measure.headline.sentence)).toContain('entre 7 et 13 de moins que dans l’autre groupe');
  });

  test('partly followed: the effect of use is the difference over that of take-up', async () => {
    const measure = await measured('{design: randomised, arm: arm, take_up: take}');
    expect(effectOf(measure, 'cace')?.value).toBeCloseTo(0.2, 10);
    expect(checkOf(measure, 'usage entraîné par l’offre')).toMatchObject({ status: 'passed', figure: 0.5 });
  });

  test('without a first stage the effect of use is not identified, that of the offer is', async () => {
    const measure = await measured('{design: randomised, arm: arm, take_up: idle}');
    expect(effectOf(measure, 'cace')).toMatchObject({ kind: 'insufficient', reason: 'not-identified' });
    expect(effectOf(measure, 'itt')?.kind).toBe('estimate');
    expect(checkOf(measure, 'usage entraîné par l’offre')?.status).toBe('failed');
    expect(measure.evidence.level).toBe(5);
  });

  test('groups that have not the sizes drawn lower the level, and it is said which check failed', async () => {
    const measure = await measured('{design: randomised, arm: third}');
    expect(checkOf(measure, 'tailles des groupes tirés')?.status).toBe('failed');
    expect(measure.evidence.level).toBe(3);
    expect(measure.evidence.raise).toContain('tailles des groupes tirés');
    const drawn = await measured('{design: randomised, arm: third, expected_share: 0.3}');
    expect(checkOf(drawn, 'tailles des groupes tirés')?.status).toBe('passed');
    expect(drawn.evidence.level).toBe(5);
  });

  test('an always-valid interval holds the effect and is wider; the two horizons are corrected', async () => {
    const measure = await measured('{design: randomised, arm: arm}', ', decision: {threshold: 0.05}');
    const valid = measure.comparison?.alwaysValid;
    const effect = effectOf(measure, 'itt');
    expect(valid?.looks).toBeGreaterThan(1);
    expect((valid?.upper ?? 0) - (valid?.lower ?? 0)).toBeGreaterThan(
      (effect?.upper ?? 0) - (effect?.lower ?? 0),
    );
    expect(valid?.lower).toBeLessThan(0.1);
    expect(valid?.upper).toBeGreaterThan(0.1);
    expect(measure.comparison?.corrections).toHaveLength(2);
    for (const { pValue, adjusted } of measure.comparison?.corrections ?? []) {
      expect(adjusted).toBeGreaterThanOrEqual(pValue);
    }
    expect(measure.comparison?.notes.join(' ')).toContain('Holm');
  });

  test('people whose group is not given are left out, and counted', async () => {
    const measure = await measured('{design: randomised, arm: shy, expected_share: 0.667}');
    expect(measure.comparison?.leftOut).toBe(1000);
    expect(measure.comparison?.arms.control.units).toBe(1000);
    expect(measure.comparison?.notes[0]).toContain('aucun des deux groupes');
  });

  test('known matching errors enlarge the difference and its interval', async () => {
    const before = effectOf(await measured('{design: randomised, arm: arm}'), 'itt');
    const measure = await measured('{design: randomised, arm: arm, linkage: {missed: 0.08, false: 0.01}}');
    const after = effectOf(measure, 'itt');
    expect(after?.value).toBeCloseTo(0.1 / 0.91, 10);
    expect((after?.upper ?? 0) - (after?.lower ?? 0)).toBeCloseTo(
      ((before?.upper ?? 0) - (before?.lower ?? 0)) / 0.91,
      8,
    );
    expect(measure.comparison?.notes.join(' ')).toContain('8 % des effets non retrouvés');
  });
});

describe('groups made alike', () => {
  const adjusted = '{design: adjusted, arm: arm, covariates: [zone, age]}';

  test('groups that were already alike keep the difference of counts, at level 3', async () => {
    const measure = await measured(adjusted);
    expect(effectOf(measure, 'ate')?.value).toBeCloseTo(0.1, 6);
    expect(measure.evidence.level).toBe(3);
    expect(measure.comparison?.sensitivity?.eValue).toBeCloseTo(1.5 + Math.sqrt(0.75), 6);
    expect(measure.comparison?.covariates).toEqual([
      { name: 'zone', classes: null },
      { name: 'age', classes: ['de 20 à 27', 'de 28 à 35', 'de 36 à 43', 'de 44 à 51', 'de 52 à 59'] },
    ]);
    expect(measure.comparison?.balance.map((row) => row.covariate)).toEqual([
      'zone',
      ...Array(5).fill('age'),
    ]);
    expect(plain(measure.headline.sentence)).toContain('une différence cachée reste possible');
  });

  test('weights bring covariates together where they were apart', async () => {
    const measure = await measured('{design: adjusted, arm: arm, covariates: [lopsided], estimand: att}');
    const [row] = measure.comparison?.balance ?? [];
    expect(Math.abs(row?.before.smd ?? 0)).toBeGreaterThan(1);
    expect(Math.abs(row?.after?.smd ?? 1)).toBeLessThan(0.01);
    expect(checkOf(measure, 'groupes rendus semblables')?.status).toBe('passed');
  });

  test.each([
    [
      'a covariate that decides who is treated',
      '{design: adjusted, arm: arm, covariates: [decides]}',
      'not-identified',
    ],
    ['everybody treated', '{design: adjusted, arm: everyone, covariates: [zone]}', 'not-enough'],
    ['everybody drawn on one side', '{design: randomised, arm: everyone}', 'not-enough'],
    ['five people on one side', '{design: randomised, arm: few, treated: 1}', 'not-enough'],
    ['a value of the arm that nobody has', '{design: randomised, arm: arm, treated: A}', 'not-enough'],
    [
      'impossible matching errors',
      '{design: randomised, arm: arm, linkage: {missed: 0.6, false: 0.5}}',
      'not-identified',
    ],
    [
      'matching errors that the data contradict',
      '{design: randomised, arm: arm, linkage: {false: 0.25}}',
      'not-identified',
    ],
  ])('%s: no figure, and why', async (_, comparison, reason) => {
    const measure = await measured(
      comparison,
      ', decision: {threshold: 0.01, cost: 1000, value_per_outcome: 500}',
    );
    expect(measure.effects.length).toBeGreaterThan(0);
    expect(measure.effects.map((effect) => effect.kind === 'insufficient' && effect.reason)).toEqual(
      measure.effects.map(() => reason),
    );
    expect(measure.evidence.level).toBeLessThanOrEqual(2);
    expect(measure.decision?.costPerOutcome).toBeNull();
    expect(plain(measure.headline.sentence)).toMatch(/^Emploi : /);
  });

  test('nobody hired, and follow-up too short: no figure, and why', async () => {
    const none = soundMeasure(
      await people.document([{ comparison: '{design: randomised, arm: arm}', outcome: 'strangers' }]),
    );
    expect(
      none.effects.every((effect) => effect.kind === 'insufficient' && effect.reason === 'not-enough'),
    ).toBe(true);
    const young = await measured('{design: randomised, arm: arm}', '', '2020-02-01');
    expect(
      young.effects.every((effect) => effect.kind === 'insufficient' && effect.reason === 'not-mature'),
    ).toBe(true);
    expect(young.headline.sentence).toContain('ier chiffre');
  });
});

describe('a decision', () => {
  test('says the chances, the cost of one more outcome and what waiting is worth', async () => {
    const { decision } = await measured(
      '{design: randomised, arm: arm}',
      ', decision: {threshold: 0.05, cost: 100000, value_per_outcome: 1000}',
    );
    expect(decision?.probabilityAboveThreshold).toBeGreaterThan(0.99);
    expect(decision?.verdict).toBe('matters');
    expect(decision?.costPerOutcome?.value).toBeCloseTo(100_000 / 2000 / 0.1, 6);
    expect(decision?.costPerOutcome?.bounded).toBe(true);
    expect(decision?.waiting).not.toBeNull();
    expect(plain(decision?.sentences.join(' ') ?? '')).toContain(
      'Plus de 99 chances sur 100 que l’effet dépasse le seuil',
    );
  });

  test('an effect under the threshold is too small to matter, one that cannot be told has no bounded cost', async () => {
    const small = await measured(
      '{design: randomised, arm: idle, expected_share: 0.333}',
      ', decision: {threshold: 0.2, cost: 1000}',
    );
    expect(plain(small.headline.sentence)).toContain(
      'trop peu pour compter au regard du seuil fixé (20 points)',
    );
    expect(small.decision?.costPerOutcome).toMatchObject({ bounded: false, lower: null, upper: null });
    const unclear = await measured(
      '{design: randomised, arm: idle, expected_share: 0.333}',
      ', decision: {threshold: 0.01}',
    );
    expect(plain(unclear.headline.sentence)).toMatch(
      /ne permettent pas de dire .* Pour trancher sur un effet de 1 point, il faudrait en suivre environ [\d ]+ de plus, soit vers/,
    );
  });
});
