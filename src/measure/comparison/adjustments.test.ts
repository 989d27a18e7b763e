import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawOf } from '../../platform/seeded-draw.ts';
import type { FollowUpMeasure } from '../measure.ts';
import { type ComparedPeople, comparedPeople, soundMeasure } from './fixtures/compared-people.ts';

let people: ComparedPeople;
beforeAll(async () => {
  people = await comparedPeople();
});
afterAll(() => people.close());

const difference = (measure: FollowUpMeasure) => {
  const found = measure.effects.find(
    ({ measure: kind, horizon, estimand }) => kind === 'difference' && horizon === 90 && estimand !== 'cace',
  );
  if (found?.kind !== 'estimate') throw new Error(found?.sentence ?? 'no effect');
  return found;
};

/** With one yes-or-no covariate every method compares cell by cell: what cells give, by hand. */
const everybody = 0.55 * (1 / 4 - 1 / 7);
const users = 0.4 * (1 / 4 - 1 / 7);

describe('groups made alike the way the plan says', () => {
  test.each([
    ['', 'ate', 'doubly-robust', everybody],
    [', estimand: att', 'att', 'doubly-robust', users],
    [', adjustment: weighting', 'ate', 'inverse-probability', everybody],
    [', adjustment: entropy, estimand: att', 'att', 'entropy', users],
    [', adjustment: entropy', 'ate', 'entropy', everybody],
    [', adjustment: matching-exact', 'att', 'exact-matching', users],
    [', adjustment: matching-nearest', 'att', 'nearest-matching', users],
    [', adjustment: matching-nearest, caliper: 0.2', 'att', 'nearest-matching', users],
  ] as const)('%s: the %s of cells, known by hand', async (choice, estimand, method, truth) => {
    const measure = await people.measured(`{design: adjusted, arm: arm, covariates: [strong]${choice}}`);
    const effect = difference(measure);
    expect(effect).toMatchObject({ estimand, method });
    expect(effect.value).toBeCloseTo(truth, 7);
    const ratio = measure.effects.find(({ measure: kind, horizon }) => kind === 'ratio' && horizon === 90);
    if (ratio?.kind !== 'estimate') throw new Error('no ratio');
    expect(ratio.value).toBeCloseTo(effect.withService / effect.withoutService, 7);
    expect(Math.log(ratio.value) / ratio.standardError).toBeGreaterThan(1);
    const [row] = measure.comparison?.balance ?? [];
    expect(Math.abs(row?.before.smd ?? 0)).toBeGreaterThan(0.5);
    expect(Math.abs(row?.after?.smd ?? 1)).toBeLessThan(1e-6);
    expect(measure.evidence.level).toBe(3);
  });

  test('without replacement, users who find nobody left are said, and too many of them is a refusal', async () => {
    const measure = await people.measured(
      '{design: adjusted, arm: arm, covariates: [strong], adjustment: matching-nearest, replacement: false, caliper: 0.1}',
    );
    const check = measure.checks.find(({ name }) => name === 'groupes qui se recouvrent');
    // 600 controls for 1,200 users in one cell, 800 users all matched in the other.
    expect(check).toMatchObject({ status: 'failed', figure: 0.7 });
    expect(measure.effects.every((effect) => effect.kind === 'insufficient')).toBe(true);
    expect(measure.headline.sentence).toContain('70 seulement ont des semblables');
  });

  test('known matching errors are carried into every method, whose interval widens', async () => {
    for (const adjustment of [
      'doubly-robust',
      'weighting',
      'entropy',
      'matching-exact',
      'matching-nearest',
    ]) {
      const asked = `design: adjusted, arm: arm, covariates: [strong], adjustment: ${adjustment}`;
      const before = difference(await people.measured(`{${asked}}`));
      const after = difference(
        await people.measured(
          `{${asked}, linkage: {treated: {missed: 0.1, missed_se: 0.01}, control: {missed: 0.05, missed_se: 0.01}}}`,
        ),
      );
      expect(after.withService).toBeCloseTo(before.withService / 0.9, 8);
      expect(after.withoutService).toBeCloseTo(before.withoutService / 0.95, 8);
      expect(after.upper - after.lower).toBeGreaterThan((before.upper - before.lower) / 0.9);
    }
  });
});

describe('a draw sharpened by what was known before', () => {
  test('CUPED keeps the effect of these balanced groups and narrows its interval; the note says by how much', async () => {
    const plain = difference(await people.measured('{design: randomised, arm: arm}'));
    const measure = await people.measured(
      '{design: randomised, arm: arm, adjustment: cuped, pre_period: before}',
    );
    const sharper = difference(measure);
    expect(sharper).toMatchObject({ estimand: 'itt', method: 'cuped' });
    expect(sharper.value).toBeCloseTo(plain.value, 8);
    expect(sharper.standardError).toBeLessThan(0.8 * plain.standardError);
    expect(measure.comparison?.notes.join(' ')).toContain('(CUPED)');
    expect(measure.evidence.level).toBe(5);
  });

  test('Lin on a covariate that says nothing changes little; the effect of use is still that of the draw', async () => {
    const measure = await people.measured(
      '{design: randomised, arm: arm, take_up: take, adjustment: lin, covariates: [zone]}',
    );
    expect(difference(measure)).toMatchObject({ method: 'lin' });
    expect(difference(measure).value).toBeCloseTo(0.1, 8);
    expect(measure.effects.find(({ estimand }) => estimand === 'cace')?.value).toBeCloseTo(0.2, 8);
  });

  test('strata of the draw: each apart, then put together in the proportions of everybody', async () => {
    const measure = await people.measured('{design: randomised, arm: arm, strata: zone}');
    const effect = difference(measure);
    expect(effect).toMatchObject({ estimand: 'itt', method: 'stratified' });
    // North: 200 and 100 of 500 hired; south: 400 and 300 of 1,500.
    const variance = (events: number, n: number) => ((events / n) * (1 - events / n)) / (n - 1);
    const error = Math.sqrt(
      0.25 ** 2 * (variance(200, 500) + variance(100, 500)) +
        0.75 ** 2 * (variance(400, 1500) + variance(300, 1500)),
    );
    expect(effect.value).toBeCloseTo(0.25 * 0.2 + 0.75 / 15, 8);
    expect(effect.standardError).toBeCloseTo(error, 8);
    expect(measure.comparison?.notes.join(' ')).toMatch(/2\s+strates du tirage \(« zone »\)/);
    expect(measure.evidence.level).toBe(5);
  });

  test('strata within which nobody was drawn are no strata of the draw: no effect, and why', async () => {
    const measure = await people.measured('{design: randomised, arm: arm, strata: decides}');
    expect(measure.effects[0]).toMatchObject({ kind: 'insufficient', reason: 'not-identified' });
    expect(measure.headline.sentence).toContain('n’a pas été fait dans ces strates');
  });

  test('a measure with many values made before is read in classes, and what that costs is said', async () => {
    const plain = difference(await people.measured('{design: randomised, arm: arm}'));
    const measure = await people.measured(
      '{design: randomised, arm: arm, adjustment: cuped, pre_period: days}',
    );
    // `days` is `before` and a fraction below it: nearly as much is known as from its whole part.
    expect(difference(measure).standardError).toBeLessThan(0.8 * plain.standardError);
    expect(difference(measure).value).toBeCloseTo(plain.value, 2);
    expect(measure.comparison?.notes.join(' ')).toMatch(
      /« days » \(2\s000 valeurs\) est lu en 50 classes d’effectifs voisins, chacune par sa moyenne : elles gardent plus de 99,9 %/,
    );
  });

  test('what never varies cannot sharpen: no figure, and why', async () => {
    const measure = await people.measured(
      '{design: randomised, arm: arm, adjustment: cuped, pre_period: everyone}',
    );
    expect(measure.effects[0]).toMatchObject({ kind: 'insufficient', reason: 'not-identified' });
  });
});

describe('a draw that no attribute says', () => {
  test('listed by a source: the same groups, but for who is listed in two', async () => {
    const measure = await people.measured('{design: randomised, assignment: draw}');
    expect(measure.comparison?.arms.treated.units).toBe(2000);
    expect(measure.comparison?.arms.control.units).toBe(1999);
    expect(measure.comparison?.leftOut).toBe(1);
    expect(difference(measure).value).toBeCloseTo(0.1, 3);
    expect(measure.inputs.map(({ source }) => source)).toEqual(['people', 'hires', 'draw']);
    expect(measure.checks.find(({ name }) => name === 'personnes tirées retrouvées')?.status).toBe('passed');
  });

  test('people drawn but never followed on one side only: the draw no longer compares', async () => {
    const measure = await people.measured('{design: randomised, assignment: lost}');
    expect(measure.checks.find(({ name }) => name === 'personnes tirées retrouvées')?.status).toBe('failed');
    expect(measure.evidence.level).toBe(3);
  });

  test('recomputed from a seed: person by person what the HMAC of their pseudonym says', async () => {
    const measure = await people.measured(
      '{design: randomised, assignment: {seed: "automne 2026", shares: {invite: 0.3, temoin: 0.5, rien: 0.2}}, control: temoin}',
    );
    const draws = Array.from({ length: 4000 }, (_, i) => drawOf('automne 2026', String(i)));
    expect(measure.comparison?.arms.treated.units).toBe(draws.filter((draw) => draw < 0.3).length);
    expect(measure.comparison?.arms.control.units).toBe(
      draws.filter((draw) => draw >= 0.3 && draw < 0.8).length,
    );
    expect(measure.checks.find(({ name }) => name === 'tailles des groupes tirés')?.status).toBe('passed');
    expect(measure.comparison?.treated).toBe('invite');
  });
});

test('a measure is the same whatever method made groups alike, asked twice', async () => {
  const asked = '{design: adjusted, arm: arm, covariates: [strong, age], adjustment: matching-nearest}';
  const [first, second] = [
    await people.document([{ comparison: asked }]),
    await people.document([{ comparison: asked }]),
  ];
  expect(JSON.stringify(soundMeasure(first))).toBe(JSON.stringify(soundMeasure(second)));
});
