import type { InsufficientReason } from '../../statistics/estimate.ts';
import type { Refused } from '../../statistics/refused.ts';
import type { FigureEstimate } from '../figure-measure.ts';

interface Of {
  readonly unit: string;
  readonly n: number;
  readonly period?: string | null;
  readonly group?: string;
  readonly by?: string;
}

const context = ({ unit, n, period, group, by }: Of) => ({
  group: group ?? null,
  by: by ?? null,
  unit,
  period: period ?? null,
  level: 0.95,
  n,
});

interface Known {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export const figure = ({ value, lower, upper }: Known, of: Of): FigureEstimate => ({
  ...context(of),
  kind: 'estimate',
  value,
  lower,
  upper,
});

export const noFigure = (reason: InsufficientReason, sentence: string, of: Of): FigureEstimate => ({
  ...context(of),
  kind: 'insufficient',
  reason,
  sentence,
  value: null,
  lower: null,
  upper: null,
});

/** A statistical refusal as the figure that cannot be given. */
export const refusedFigure = ({ error, sentence }: Refused, of: Of): FigureEstimate =>
  noFigure(error === 'empty-group' ? 'not-enough' : 'not-identified', sentence, of);
