import type { Period } from './costs-over.ts';

/** What one of something costs, in euros, with its interval; or why no figure may be given. Both are answers. */
export type UnitCost = KnownUnitCost | UnknownUnitCost;

export interface KnownUnitCost {
  readonly kind: 'cost';
  readonly value: number;
  /** Null together: what it is divided by is counted, there is no interval to give. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** What one is, after « une unité de »: « heures libérées », « personnes suivies ». */
  readonly unit: string;
  /** Indicator of the plan it rests on; null: a figure the service declares of itself. */
  readonly indicator: string | null;
  /** Days after use at which the effect is read; null: no effect is followed. */
  readonly horizon: number | null;
  /** The part of the budget that counts for it. */
  readonly budget: {
    readonly period: Period;
    readonly cents: number;
    /** Of these cents, those planned rather than paid. */
    readonly forecast: number;
    /** Of the whole budget, 0 to 1. */
    readonly share: number;
  };
  /** How many there were. */
  readonly divisor: number;
  /** The figure, in one French sentence. */
  readonly sentence: string;
  /** What is divided by what. */
  readonly basis: string;
}

export interface UnknownUnitCost {
  readonly kind: 'insufficient';
  readonly reason: UnknownCostReason;
  readonly sentence: string;
  /** Euros under which it cannot be, when that much is known although no interval is. */
  readonly atLeast: number | null;
}

export type UnknownCostReason =
  /** No budget line, or too few days paid for. */
  | 'no-budget'
  | 'partial-budget'
  /** The budget is given to other effects. */
  | 'not-allocated'
  /** Nothing published, or not the figure this cost divides by. */
  | 'no-figure'
  /** Nobody knows on which days people came, or how many. */
  | 'no-days'
  | 'no-people'
  | 'no-comparison'
  /** The effect is not clearly different from zero: the cost may be as large as one likes. */
  | 'not-bounded'
  /** What is measured is not better with the service. */
  | 'no-additional-effect';

export const unknownCost = (
  reason: UnknownCostReason,
  sentence: string,
  atLeast: number | null = null,
): UnknownUnitCost => ({ kind: 'insufficient', reason, sentence, atLeast });
