import { points } from '../../measure/comparison/points.ts';
import type { HeadlineBase } from '../../measure/measure.ts';
import { changeText, type FigureUnit, valueText } from '../../measure/rollout/figure-text.ts';
import type { Indicator } from '../../plan/plan.ts';
import { frenchPeriod } from '../../platform/french/date.ts';
import { within } from '../../platform/french/duration.ts';
import { baseFor, outOf } from '../../platform/french/frequency.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import { measured, ownStep, roundingStep } from '../../platform/french/quantity.ts';
import { isShare } from '../../publish/bundle/is-share.ts';
import type { WeekFigure } from './movement.ts';

/** What is read of a measure, published or not, to say its figure. */
interface Sayable {
  readonly method: Indicator['method'];
  readonly headline: HeadlineBase;
  readonly units: number;
  /** What a comparison of territories is said in. */
  readonly rollout?: FigureUnit | null;
}

/** The figure a measure is known by, ready to be compared with that of another week and said. */
export interface SaidFigure {
  /** Null: a count, or a figure given as such. */
  readonly figure: WeekFigure | null;
  readonly value: number;
  /** Whether it is said in points of a share, out of 100, or in a unit of its own. */
  readonly saidIn: 'points' | 'share' | 'own';
  /** Horizon or period it is read at; two figures of other readings are not compared. */
  readonly at: string;
  /** `14,2 sur 100`, `+0,4 point`, `1 240 heures`; a rare share is said of more people: `13 sur 100 000`. */
  say(value: number): string;
  /** Out of how many people a share is said; 1 otherwise. */
  readonly base: number;
}

/** Null: this measure gives no figure yet. */
export function saidFigure({ method, headline, units, rollout = null }: Sayable): SaidFigure | null {
  const { effect, estimate } = headline;
  if (effect?.kind === 'estimate') {
    const { value, lower, upper, level } = effect;
    return {
      figure: { value, lower, upper, level, n: units, isShare: false },
      value,
      saidIn: rollout === null || rollout.unit === 'share' ? 'points' : 'own',
      at: within(effect.horizon),
      base: 1,
      say: (text) => (rollout === null ? points(text) : changeText(text, upper - lower, rollout)),
    };
  }
  const { kind, value, lower, upper, level, n } = estimate;
  if (method === 'rollout') {
    if (value === null || rollout === null) return null;
    return {
      figure: null,
      value,
      saidIn: rollout.unit === 'share' ? 'share' : 'own',
      at: '',
      base: 1,
      say: (text) => valueText(text, Math.abs(text), rollout),
    };
  }
  if (kind !== 'estimate' || value === null) return null;
  const isOfPeople = isShare(method, estimate);
  const bounded = lower !== null && upper !== null;
  const step = bounded ? roundingStep(lower, upper) : ownStep(value);
  const unit = 'unit' in estimate ? String(estimate.unit) : '';
  const base = isOfPeople && bounded ? baseFor({ value, lower, upper }) : 100;
  return {
    figure: bounded ? { value, lower, upper, level, n, isShare: isOfPeople } : null,
    value,
    saidIn: isOfPeople ? 'share' : 'own',
    at: readAt(estimate),
    base: isOfPeople ? base : 1,
    say: (text) => (isOfPeople ? share(text, base) : measured(text, unit, step)),
  };
}

function readAt(estimate: HeadlineBase['estimate']): string {
  if ('horizon' in estimate) return within(Number(estimate.horizon));
  const period = 'period' in estimate ? estimate.period : null;
  return typeof period === 'string' ? frenchPeriod(period.slice(0, 7)) : '';
}

/** A tenth of a person of 100 is as fine as one of 1 000. */
const share = (value: number, base: number): string =>
  base <= 1_000
    ? `${frenchNumber(value * 100, 1)}${tied}sur${tied}100`
    : outOf(value, base).replaceAll(' ', tied);
