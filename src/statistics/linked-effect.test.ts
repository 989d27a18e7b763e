import { expect, test } from 'vitest';
import { adjustRiskDifference } from './linkage-error.ts';
import { linkedEffect } from './linked-effect.ts';
import { randomisedFollowUpEffects } from './randomised-follow-up.ts';

const rows = [
  { time: 10, status: 1, n: 220, assigned: 1 as const },
  { time: 90, status: 0, n: 780, assigned: 1 as const },
  { time: 10, status: 1, n: 150, assigned: 0 as const },
  { time: 90, status: 0, n: 850, assigned: 0 as const },
];

function effectOf(measure: 'difference' | 'ratio') {
  const effects = randomisedFollowUpEffects(rows, { horizons: [90], level: 0.95 });
  const found = 'error' in effects ? undefined : effects.find((effect) => effect.measure === measure);
  if (found?.kind !== 'estimate') throw new Error('no effect');
  return found;
}

test.each([[{ missed: 0.08, false: 0.01 }], [{ missed: 0.08, false: 0.01, missedSe: 0.02, falseSe: 0.005 }]])(
  'without censoring, the difference is that of counts: %o',
  (rates) => {
    const found = linkedEffect(effectOf('difference'), { treated: rates, control: rates, shared: true });
    const expected = adjustRiskDifference({ events: 220, n: 1000 }, { events: 150, n: 1000 }, rates);
    if ('error' in expected || found.kind !== 'estimate') throw new Error('no figure');
    expect(found.value).toBeCloseTo(expected.riskDifference, 10);
    expect(found.standardError).toBeCloseTo(expected.se ?? 0, 6);
    expect(found.withService).toBeCloseTo(expected.treated.adjusted, 10);
  },
);

test('each group its own rates: the value is exact, the interval never narrower than that of counts', () => {
  const treated = { missed: 0.1, false: 0.01, missedSe: 0.01 };
  const control = { missed: 0.2, false: 0.02, missedSe: 0.02 };
  const found = linkedEffect(effectOf('difference'), { treated, control, shared: false });
  const expected = adjustRiskDifference(
    { events: 220, n: 1000 },
    { events: 150, n: 1000 },
    { treated, control },
  );
  if ('error' in expected || found.kind !== 'estimate') throw new Error('no figure');
  expect(found.value).toBeCloseTo(expected.riskDifference, 10);
  expect(found.standardError).toBeGreaterThanOrEqual((expected.se ?? 0) - 1e-9);
});

test('outcomes missed alike leave the ratio as it was, wrongly found ones bring it nearer to 1', () => {
  const observed = effectOf('ratio');
  const missed = { missed: 0.2, false: 0 };
  const same = linkedEffect(observed, { treated: missed, control: missed, shared: true });
  expect(same).toMatchObject({ kind: 'estimate' });
  expect(same.value).toBeCloseTo(observed.value, 10);
  expect(same.lower).toBeCloseTo(observed.lower, 10);
  const wrong = { missed: 0, false: 0.05 };
  const farther = linkedEffect(observed, { treated: wrong, control: wrong, shared: true });
  expect(farther.value).toBeCloseTo((0.22 - 0.05) / (0.15 - 0.05), 6);
  expect((farther.upper ?? 0) - (farther.lower ?? 0)).toBeGreaterThan(observed.upper - observed.lower);
});

test('the effect of take-up is corrected before it is divided', () => {
  const observed = effectOf('difference');
  const rates = { missed: 0.1, false: 0 };
  const cace = {
    ...observed,
    estimand: 'cace' as const,
    value: observed.value / 0.4,
    standardError: observed.standardError / 0.4,
  };
  const found = linkedEffect(cace, { treated: rates, control: rates, shared: true }, 0.4);
  expect(found.value).toBeCloseTo(observed.value / 0.9 / 0.4, 10);
});

test.each([[{ missed: 0.5, false: 0.5 }], [{ missed: 0, false: 0.2 }], [{ missed: 0.85, false: 0 }]])(
  'rates that cannot be give no figure, and say so: %o',
  (rates) => {
    const found = linkedEffect(effectOf('difference'), { treated: rates, control: rates, shared: true });
    expect(found).toMatchObject({ kind: 'insufficient', reason: 'not-identified', value: null });
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity|standardError/);
  },
);
