import type { InsufficientReason } from './estimate.ts';

/** What the service changes at one horizon, with its interval, or why it cannot be told. */
export type EffectEstimate = EffectFigure | EffectInsufficient;

interface EffectQuestion {
  /** Days since entry. */
  readonly horizon: number;
  /** `difference` in proportion (0.02: two points), `ratio` without unit. */
  readonly measure: 'difference' | 'ratio';
  /** Offered versus not; those the offer moved; everybody; the treated. */
  readonly estimand: 'itt' | 'cace' | 'ate' | 'att';
  readonly level: number;
  readonly method: string;
}

export interface EffectFigure extends EffectQuestion {
  readonly kind: 'estimate';
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the difference, or of the logarithm of the ratio. */
  readonly standardError: number;
  /** Incidence with and without the service (`itt`, `cace`: the offer): the baseline always travels with the effect. */
  readonly withService: number;
  readonly withoutService: number;
}

export interface EffectInsufficient extends EffectQuestion {
  readonly kind: 'insufficient';
  readonly reason: InsufficientReason;
  readonly sentence: string;
  readonly value: null;
  readonly lower: null;
  readonly upper: null;
  readonly withService: number | null;
  readonly withoutService: number | null;
}
