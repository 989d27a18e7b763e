import { expect, test } from 'vitest';
import type { EffectFigure } from '../../statistics/effect-estimate.ts';
import type { MeasuredRollout } from './measured-rollout.ts';
import { rolloutHeadline } from './rollout-headline.ts';

const rollout: MeasuredRollout = {
  design: 'rollout',
  method: 'group-time',
  horizon: null,
  unit: 'value',
  label: 'sorties',
  periodSize: 'year',
  periods: [],
  immature: [],
  territories: [],
  identification: { status: 'identified', lastComparablePeriod: null, sentence: '…' },
  groupTime: [],
  aggregates: null,
  eventStudy: null,
  pretrend: null,
  synthetic: null,
  interrupted: null,
  differences: null,
  series: [],
  startsAt: null,
  notes: [],
};
const effect: EffectFigure = {
  kind: 'estimate',
  horizon: 365,
  measure: 'difference',
  estimand: 'att',
  level: 0.95,
  method: 'group-time',
  value: 4,
  lower: 2.5,
  upper: 5.5,
  standardError: 0.8,
  withService: 20,
  withoutService: 16,
};
const said = (facts: Partial<EffectFigure>, more: Partial<MeasuredRollout> = {}) =>
  rolloutHeadline({
    effect: { ...effect, ...facts },
    rollout: { ...rollout, ...more },
    service: 'Habiter',
    indicator: 'Sorties',
    knownThrough: null,
  }).replace(/\s/g, ' ');

test('more, fewer, or not known: plainly, with and without', () => {
  expect(said({})).toMatch(
    /^Sorties : entre 2,5 et 5,5 sorties de plus que sans le service, en moyenne depuis son arrivée dans chaque territoire : 20,0 au lieu de 16,0\./,
  );
  expect(said({ value: -4, lower: -5.5, upper: -2.5, withService: 12 })).toContain(
    'entre 2,5 et 5,5 sorties de moins',
  );
  expect(said({ lower: -1, upper: 9 })).toContain(
    'les données ne permettent pas de dire si Habiter change quelque chose',
  );
});

test('an interval that cannot reach 95 % says what it reaches', () => {
  expect(said({ level: 7 / 8 })).toContain('(intervalle à 88 % seulement)');
});

test('shares are people out of a round number, within the horizon', () => {
  const share = { value: 0.04, lower: 0.02, upper: 0.05, withService: 0.18, withoutService: 0.14 };
  expect(said(share, { unit: 'share', horizon: 180 })).toContain(
    'sur 100 personnes, entre 2 et 5 de plus que sans le service sont dans ce cas dans les six mois : 18 au lieu de 14',
  );
});

test('in time only, or nationally: what cannot be said comes after', () => {
  expect(said({}, { design: 'before-after' })).toMatch(
    /C’est un avant-après : une autre cause survenue au même moment ne peut pas être écartée\.$/,
  );
  const partly = {
    status: 'partly',
    lastComparablePeriod: '2024',
    sentence: 'Tous finissent par le recevoir.',
  } as const;
  expect(said({}, { identification: partly })).toContain('Tous finissent par le recevoir. Une autre cause');
});
