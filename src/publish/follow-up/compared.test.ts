import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ComparedPeople, comparedPeople } from '../../measure/comparison/fixtures/compared-people.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { changed, numbersIn, slightlyMore } from '../fixtures/one-change.ts';
import { byOtherVersion, thisVersion } from '../fixtures/other-wording.ts';
import { freeze } from '../freeze.ts';
import { verify } from '../verify/verify.ts';

let people: ComparedPeople;
beforeAll(async () => {
  people = await comparedPeople();
});
afterAll(() => people.close());

const published = async (comparison: string) => {
  const { document, plan } = await people.kept([{ comparison }]);
  const publication = freeze({ document, plan, rule: peopleRule, earlier: [], today: '2026-11-23' });
  const [measure] = publication.bundle.measures;
  const [measured] = document.measures;
  if (measure?.figures.kind !== 'follow-up' || measured?.method !== 'follow-up')
    throw new Error('no follow-up');
  return { publication, measure, figures: measure.figures, measured };
};
const at90 = (effects: readonly EffectEstimate[]) =>
  effects.find(
    ({ horizon, measure, estimand }) => horizon === 90 && measure === 'difference' && estimand !== 'cace',
  );

describe.each([
  ['doubly robust', '{design: adjusted, arm: arm, covariates: [strong]}'],
  ['weighting', '{design: adjusted, arm: arm, covariates: [strong], adjustment: weighting}'],
  ['entropy', '{design: adjusted, arm: arm, covariates: [strong], adjustment: entropy}'],
  ['exact matching', '{design: adjusted, arm: arm, covariates: [strong], adjustment: matching-exact}'],
  ['nearest matching', '{design: adjusted, arm: arm, covariates: [strong], adjustment: matching-nearest}'],
  [
    'pairs',
    '{design: adjusted, arm: arm, covariates: [zone], adjustment: matching-nearest, replacement: false}',
  ],
  ['a draw sharpened by Lin', '{design: randomised, arm: arm, covariates: [before], adjustment: lin}'],
  ['a draw sharpened by CUPED', '{design: randomised, arm: arm, pre_period: before, adjustment: cuped}'],
])('%s', (_, comparison) => {
  test('is published with the effect that was measured, verified, and refused once a number is changed', async () => {
    const { publication, measure, figures, measured } = await published(comparison);
    const [said, was] = [at90(figures.effects), at90(measured.effects)];
    if (said?.kind !== 'estimate' || was?.kind !== 'estimate') throw new Error('both give an effect');
    expect(said.method).toBe(was.method);
    expect(said.value).toBeCloseTo(was.value, 6);
    expect(said.lower).toBeCloseTo(was.lower, 4);
    expect(said.upper).toBeCloseTo(was.upper, 4);
    expect(measure.evidence.level).toBe(measured.evidence.level);
    const hidden = measured.comparison?.sensitivity ?? undefined;
    expect(figures.sensitivity?.sentence).toBe(hidden?.sentence);
    expect(figures.sensitivity?.rosenbaum.sentence).toBe(hidden?.rosenbaum.sentence);
    expect(verify(publication).verdict).toBe('same');
    expect(verify(byOtherVersion(publication), thisVersion)).toMatchObject({ sentences: 'sealed' });
    const places = numbersIn(publication.bundle.measures, ['bundle', 'measures']);
    fc.assert(
      fc.property(fc.constantFrom(...places), (path) => {
        expect(verify(changed(publication, path, slightlyMore)).verdict).toBe('changed');
      }),
      { numRuns: 5 },
    );
  });
});

test('five people with the service: the comparison is hidden, and no check counts them', async () => {
  const { publication, measure, figures } = await published(
    '{design: randomised, arm: few, treated: "1", control: "0"}',
  );
  expect(at90(figures.effects)?.kind).toBe('insufficient');
  expect(measure.evidence.checks.find(({ name }) => name === 'tailles des groupes tirés')?.figure).toBeNull();
  expect(canonicalJson(publication)).not.toMatch(/\b10 (personnes|effets)/);
  expect(verify(publication).verdict).toBe('same');
  expect(verify(byOtherVersion(publication), thisVersion)).toMatchObject({ sentences: 'sealed' });
});
