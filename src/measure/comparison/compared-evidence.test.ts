import { expect, test } from 'vitest';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import type { Check, Evidence } from '../measure.ts';
import { comparedEvidence } from './compared-evidence.ts';

const followed: Evidence = { level: 2, name: 'Suivi', checks: [], raise: '' };
const effect: EffectEstimate = {
  kind: 'estimate',
  horizon: 90,
  measure: 'difference',
  estimand: 'ate',
  level: 0.95,
  method: 'doubly-robust',
  value: 0.02,
  lower: 0.01,
  upper: 0.03,
  standardError: 0.005,
  withService: 0.12,
  withoutService: 0.1,
};
const unreadable: EffectEstimate = {
  ...effect,
  kind: 'insufficient',
  reason: 'not-enough',
  sentence: 'Trop peu.',
  value: null,
  lower: null,
  upper: null,
};
const check = (name: string, status: Check['status']): Check => ({
  name,
  status,
  figure: null,
  sentence: name,
});

test('the design gives the level when nothing failed', () => {
  expect(comparedEvidence(followed, 'randomised', [], effect).level).toBe(5);
  expect(comparedEvidence(followed, 'adjusted', [], effect).level).toBe(3);
});

/** A draw that failed is worth what a comparison is; groups that were not made alike are worth following only. */
test.each([
  ['randomised', 'tailles des groupes tirés', 3],
  ['randomised', 'personnes tirées retrouvées', 3],
  ['randomised', 'groupes semblables au départ', 3],
  ['adjusted', 'groupes qui se recouvrent', 2],
  ['adjusted', 'groupes rendus semblables', 2],
] as const)('%s, « %s » failed: level %i, and what would raise it names the check', (design, name, level) => {
  const lowered = comparedEvidence(followed, design, [check(name, 'failed')], effect);
  expect(lowered.level).toBe(level);
  expect(lowered.raise).toContain(`« ${name} »`);
  expect(comparedEvidence(followed, design, [check(name, 'passed')], effect).level).toBeGreaterThan(level);
});

test('an effect that cannot be read, or a follow-up that failed, leave no more than that', () => {
  expect(comparedEvidence(followed, 'randomised', [], unreadable).level).toBe(2);
  const short: Evidence = { level: 1, name: 'Signe', checks: [], raise: 'suivre plus longtemps' };
  expect(comparedEvidence(short, 'randomised', [], effect)).toMatchObject({ level: 1, raise: short.raise });
});

test('take-up that the offer does not move leaves the effect of the offer where it was', () => {
  const checks = [check('usage entraîné par l’offre', 'failed')];
  expect(comparedEvidence(followed, 'randomised', checks, effect).level).toBe(5);
});
