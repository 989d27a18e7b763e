import { expect, test } from 'vitest';
import type { ProxyMeasure } from '../../measure/figure-measure.ts';
import type { ProxyIndicator } from '../../plan/plan.ts';
import { calibratedProxy } from '../../statistics/calibrated-proxy.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { freezeFigure } from './freeze-figure.ts';
import { readFigure } from './read-figure.ts';

const indicator: ProxyIndicator = {
  id: 'mises-en-relation',
  name: 'Embauches',
  matrix: 'impactful',
  method: 'proxy',
  baseline: null,
  target: null,
  limits: [],
  owner: null,
  count: 'relations',
  counted: 'mises en relation',
  signOf: null,
  calibration: { calls: { source: 'appels', yes: ['oui'] }, effect: 'embauches' },
};

const measure = (total: number, called: number, yes: number): ProxyMeasure => {
  const estimate = {
    kind: 'estimate',
    group: null,
    by: null,
    unit: 'embauches',
    period: null,
    level: 0.95,
    n: called,
    value: 1,
    lower: 0,
    upper: 2,
  } as const;
  return {
    indicator: indicator.id,
    name: indicator.name,
    matrix: 'impactful',
    method: 'proxy',
    unit: 'embauches',
    counted: indicator.counted,
    signOf: '',
    months: [
      { month: '2026-01', count: total - 5, complete: true },
      { month: '2026-02', count: 5, complete: true },
    ],
    calibration: {
      source: 'appels',
      effect: 'embauches',
      called,
      yes,
      share: null,
      lower: null,
      upper: null,
    },
    reference: { baseline: null, target: null, by: null },
    inputs: [],
    coverage: null,
    units: total,
    outcomes: yes,
    cohorts: [],
    triangle: [],
    estimates: [estimate],
    effects: [],
    checks: [],
    headline: { sentence: '', estimate, effect: null },
    evidence: { level: 1, name: 'Signe', checks: [], raise: '' },
    warnings: [],
  };
};
const terms = { service: 'La Boite', effect: 'Des personnes retrouvent un emploi' };
const frozen = (...[total, called, yes]: [number, number, number]) => {
  const counts = freezeFigure(measure(total, called, yes), peopleRule, []);
  if (counts.kind !== 'figures') throw new Error('nothing was public before');
  return counts;
};

test('a calibrated proxy is computed again from its total and its calls, months left out', () => {
  const counts = frozen(3500, 100, 24);
  expect(JSON.stringify(counts)).not.toContain('2026-02');
  const { estimates, sentence } = readFigure(counts, indicator, terms);
  const exact = calibratedProxy({ value: 3500 }, { n: 100, events: 24 });
  if ('error' in exact) throw new Error(exact.sentence);
  expect(estimates[0]).toMatchObject({ value: exact.estimate, lower: exact.lower, upper: exact.upper });
  expect(sentence.replace(/[\u00a0\u202f]/g, ' ')).toContain('3 500 mises en relation');
});

test('calls with fewer than eleven yes, or fewer than eleven no, are hidden, and so is the figure', () => {
  for (const counts of [frozen(3500, 100, 4), frozen(3500, 100, 95), frozen(6, 100, 50)]) {
    expect(counts.calls).toBeNull();
    expect(readFigure(counts, indicator, terms).sentence).toMatch(/^Masqué/);
  }
});

test('a total that moved by a few since an earlier publication is not published', () => {
  const before = frozen(3500, 100, 24);
  expect(freezeFigure(measure(3503, 100, 24), peopleRule, [before]).kind).toBe('few-changes');
  expect(freezeFigure(measure(3520, 100, 24), peopleRule, [before]).kind).toBe('figures');
  expect(freezeFigure(measure(3500, 100, 24), peopleRule, [before]).kind).toBe('figures');
});
