import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { type Cutoffs, needed } from '../src/committee/suggestion/answer.ts';
import { comparePolicies, meanGain } from './portfolios/compare-policies.ts';
import type { Policy } from './portfolios/play.ts';
import { alwaysAccelerate, followRule, knowingAll, onFigureAlone, onUsage } from './portfolios/policies.ts';
import { type CutoffsTried, type Found, names, portfolioDocument } from './portfolios/portfolio-document.ts';
import { baseWorld, settings } from './portfolios/settings.ts';

const size = { portfolios: 300, services: 200 };
const seed = 20_261_128;

const policies: Readonly<Record<string, Policy>> = {
  [names.rule]: followRule(),
  [names.usage]: onUsage,
  [names.figure]: onFigureAlone,
  [names.accelerate]: alwaysAccelerate,
  [names.known]: knowingAll,
};
const found: Found[] = [];
const tried: CutoffsTried[] = [];

test.each(settings)('$name', (world) => {
  const compared = comparePolicies(world, policies, { ...size, seed });
  found.push({ world, compared });
  const gain = (name: string) =>
    meanGain(compared.find(({ policy }) => policy === name)?.gains ?? new Float64Array(0));
  const best = Math.max(...compared.map(({ gains }) => meanGain(gains).mean));
  expect(gain(names.known).mean).toBe(best);
  const rule = gain(names.rule);
  if (world.drawn + world.adjusted === 0) expect(rule).toEqual({ mean: 0, error: 0 });
  else expect(rule.mean).toBeGreaterThan(4 * rule.error);
});

const cutoffs: readonly (readonly [string, Cutoffs])[] = [
  ['ceux de la règle', needed],
  ['accélérer à 80', { ...needed, accelerate: 0.8 }],
  ['accélérer à 95', { ...needed, accelerate: 0.95 }],
  ['ralentir à 30', { ...needed, slowDown: 0.3 }],
  ['arrêter à 1', { ...needed, stop: 0.01 }],
  ['arrêter à 10', { ...needed, stop: 0.1 }],
  ['arrêter à 20', { ...needed, stop: 0.2 }],
];

test('other cut-offs, in the base world', () => {
  const others = Object.fromEntries(cutoffs.map(([said, own]) => [said, followRule(own)]));
  for (const compared of comparePolicies(baseWorld, others, { ...size, seed }))
    tried.push({ said: compared.policy, compared });
  const strictest = tried.find(({ said }) => said === 'arrêter à 1');
  const loosest = tried.find(({ said }) => said === 'arrêter à 20');
  expect(strictest?.compared.goodStopped).toBeLessThan(loosest?.compared.goodStopped ?? 0);
});

afterAll(() => {
  if (found.length === settings.length && tried.length === cutoffs.length)
    writeFileSync('docs/regle-de-suggestion.md', portfolioDocument(found, tried, size));
});
