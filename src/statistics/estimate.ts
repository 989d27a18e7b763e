/** A figure with its interval, or the reason why no figure may be given. Both are answers. */
export type Estimate = Figure | Insufficient;

export interface Figure {
  readonly kind: 'estimate';
  /** Time since entry at which the figure is read, in days. */
  readonly horizon: number;
  /** Cumulative incidence, between 0 and 1. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Confidence level of the interval, for example 0.95. */
  readonly level: number;
  /** Units observed or followed at all, units still at risk just before the horizon, events up to the horizon. */
  readonly n: number;
  readonly atRisk: number;
  readonly events: number;
  readonly method: 'kaplan-meier' | 'aalen-johansen';
}

export type InsufficientReason = 'not-enough' | 'not-mature' | 'not-comparable' | 'not-identified';

export interface Insufficient {
  readonly kind: 'insufficient';
  readonly reason: InsufficientReason;
  /** In French, for a reader who is not a statistician: what is missing and what would make it possible. */
  readonly sentence: string;
  readonly horizon: number;
  readonly value: null;
  readonly lower: null;
  readonly upper: null;
  readonly level: number;
  readonly n: number;
  readonly atRisk: number;
  readonly events: number;
}
