import type { FigureEstimate } from '../../../measure/figure-measure.ts';
import type { EffectFigure } from '../../../statistics/effect-estimate.ts';
import type { Figure } from '../../../statistics/estimate.ts';

/** Figures invented to show how a sentence reads. Nothing is measured here: every page says so beside them. */
export const exampleShare = (horizon: number): Figure => ({
  kind: 'estimate',
  horizon,
  value: 0.14,
  lower: 0.13,
  upper: 0.15,
  level: 0.95,
  n: 4000,
  atRisk: 3000,
  events: 560,
  method: 'kaplan-meier',
});

/** `clear`: the service changes something; else the data cannot tell. */
export const exampleEffect = (horizon: number, clear: boolean): EffectFigure => ({
  kind: 'estimate',
  horizon,
  measure: 'difference',
  estimand: 'itt',
  level: 0.95,
  method: '',
  value: clear ? 0.03 : 0.004,
  lower: clear ? 0.02 : -0.006,
  upper: clear ? 0.04 : 0.014,
  standardError: 0.005,
  withService: clear ? 0.15 : 0.124,
  withoutService: 0.12,
});

/** The same in the unit of a table of territories. */
export const exampleChange = (clear: boolean): EffectFigure => ({
  ...exampleEffect(0, clear),
  value: clear ? 5 : 1,
  lower: clear ? 3 : -2,
  upper: clear ? 7 : 4,
  standardError: 1.5,
  withService: clear ? 50 : 46,
  withoutService: 45,
});

export const exampleFigure = (value: number, lower: number, upper: number): FigureEstimate => ({
  kind: 'estimate',
  group: null,
  by: null,
  unit: '',
  period: null,
  level: 0.95,
  n: 60,
  value,
  lower,
  upper,
});

/** Units of which there may be a part: a note, money, time, weight, a share. What is counted (people, files) is whole. */
const divisible =
  /^(sur|€|euros?|k€|%|points?|h|heures?|min|minutes?|j|jours?|mois|semaines?|ans?|années?|kg|g|t|tonnes?|kwh|mwh|m|m²|km|litres?|l)(?![\p{L}\p{N}])/iu;

/** A figure declared in a unit. */
export const exampleValue = (unit: string): number => {
  const [, most] = /^sur\s+(\d+)/i.exec(unit) ?? [];
  if (most !== undefined) return Math.round(Number(most) * 8.2) / 10;
  return divisible.test(unit) ? 8.2 : 820;
};

/** A mean measured in a unit, wide enough for its bounds to be said whole when the unit is. */
export const exampleMean = (unit: string) =>
  divisible.test(unit) ? { estimate: 2, lower: 1.75, upper: 2.25 } : { estimate: 30, lower: 20, upper: 40 };
