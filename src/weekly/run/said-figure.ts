import { points } from '../../measure/comparison/points.ts';
import type { Measure } from '../../measure/measure.ts';
import { changeText, valueText } from '../../measure/rollout/figure-text.ts';
import { frenchPeriod } from '../../platform/french/date.ts';
import { within } from '../../platform/french/duration.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import { measured, ownStep, roundingStep } from '../../platform/french/quantity.ts';
import type { WeekFigure } from './movement.ts';

/** The figure a measure is known by, ready to be compared with that of another week and said. */
export interface SaidFigure {
  /** Null: a count, or a figure given as such. */
  readonly figure: WeekFigure | null;
  readonly value: number;
  /** Horizon or period it is read at; two figures of other readings are not compared. */
  readonly at: string;
  /** `14,2 sur 100`, `+0,4 point`, `1 240 heures`. */
  say(value: number): string;
}

/** Null: this measure gives no figure yet. */
export function saidFigure(measure: Measure): SaidFigure | null {
  const { effect } = measure.headline;
  if (effect?.kind === 'estimate') {
    const { value, lower, upper, level } = effect;
    const rollout = measure.method === 'follow-up' || measure.method === 'rollout' ? measure.rollout : null;
    return {
      figure: { value, lower, upper, level, n: measure.units, isShare: false },
      value,
      at: within(effect.horizon),
      say: (text) => (rollout === null ? points(text) : changeText(text, upper - lower, rollout)),
    };
  }
  switch (measure.method) {
    case 'follow-up': {
      const { estimate } = measure.headline;
      if (estimate.kind !== 'estimate') return null;
      const { value, lower, upper, level, n, horizon } = estimate;
      return {
        figure: { value, lower, upper, level, n, isShare: true },
        value,
        at: within(horizon),
        say: share,
      };
    }
    case 'rollout': {
      const { value } = measure.headline.estimate;
      if (value === null) return null;
      return {
        figure: null,
        value,
        at: '',
        say: (text) => valueText(text, Math.abs(text), measure.rollout),
      };
    }
    default: {
      const { kind, value, lower, upper, level, n, unit, period } = measure.headline.estimate;
      if (kind !== 'estimate') return null;
      const isShare = unit === 'proportion';
      const bounded = lower !== null && upper !== null;
      const step = bounded ? roundingStep(lower, upper) : ownStep(value);
      return {
        figure: bounded ? { value, lower, upper, level, n, isShare } : null,
        value,
        at: period === null ? '' : frenchPeriod(period.slice(0, 7)),
        say: (text) => (isShare ? share(text) : measured(text, unit, step)),
      };
    }
  }
}

const share = (value: number): string => `${frenchNumber(value * 100, 1)}${tied}sur${tied}100`;
