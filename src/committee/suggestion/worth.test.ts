import { expect, test } from 'vitest';
import { comparePolicies, meanGain } from '../../../simulations/portfolios/compare-policies.ts';
import { followRule, knowingAll, onUsage } from '../../../simulations/portfolios/policies.ts';
import { baseWorld } from '../../../simulations/portfolios/settings.ts';
import type { PortfolioWorld } from '../../../simulations/portfolios/world.ts';

const size = { portfolios: 40, services: 60, seed: 7 };
const gains = (world: PortfolioWorld) => {
  const [rule, usage, known] = comparePolicies(
    world,
    { rule: followRule(), usage: onUsage, known: knowingAll },
    size,
  ).map((compared) => compared.gains) as [Float64Array, Float64Array, Float64Array];
  return { rule, usage, known };
};

/** Forty portfolios whose truth is known; all of them, and worlds where the rule does worse: docs/regle-de-suggestion.md. */
test('followed to the letter, the rule is worth more than going on with everything, and than deciding on usage', () => {
  const { rule, usage, known } = gains(baseWorld);
  for (const other of [undefined, usage]) {
    const { mean, error } = meanGain(rule, other);
    expect(mean).toBeGreaterThan(4 * error);
  }
  expect(meanGain(known, rule).mean).toBeGreaterThan(0);
});

test('where nothing is compared it changes nothing', () => {
  const { rule } = gains({ ...baseWorld, drawn: 0, adjusted: 0 });
  expect(meanGain(rule)).toEqual({ mean: 0, error: 0 });
});

test('few of the services worth their cost are stopped', () => {
  const [rule] = comparePolicies({ ...baseWorld, drawn: 1, adjusted: 0 }, { rule: followRule() }, size);
  expect(rule?.goodStopped).toBeLessThan(0.05);
  expect(rule?.badStopped).toBeGreaterThan(0.4);
});
