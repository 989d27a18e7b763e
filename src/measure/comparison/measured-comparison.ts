import type { Adjustment } from '../../plan/plan.ts';

/** Who was compared with whom, how alike they were, and what would explain the difference away. */
export interface MeasuredComparison {
  readonly design: 'randomised' | 'adjusted';
  readonly arm: string;
  readonly treated: string;
  readonly estimand: 'itt' | 'ate' | 'att';
  /** How the groups were made alike, or the difference of a draw sharpened. */
  readonly adjustment: Adjustment;
  readonly arms: { readonly treated: ArmCount; readonly control: ArmCount };
  /** Units in neither group: their arm is not given, or is another value. */
  readonly leftOut: number;
  /** `classes`: into what a covariate with many values was grouped; null: taken as it is. */
  readonly covariates: readonly { readonly name: string; readonly classes: readonly string[] | null }[];
  readonly balance: readonly BalanceRow[];
  /** How strong a hidden cause would have to be to explain the effect away, at the horizon of the headline. */
  readonly sensitivity: {
    readonly horizon: number;
    readonly eValue: number;
    /** For the bound of the interval nearest to no effect. */
    readonly eValueOfBound: number | null;
    readonly sentence: string;
    /** Odds of receiving the service that a hidden cause would have to multiply; where nobody is matched, why not. */
    readonly rosenbaum: {
      readonly kind: 'bound' | 'not-applicable';
      /** Null too when chance already explains the difference. */
      readonly gamma: number | null;
      readonly sentence: string;
    };
  } | null;
  /** The difference at the horizon of the headline, right however often it is looked at. */
  readonly alwaysValid: {
    readonly horizon: number;
    readonly looks: number;
    readonly lower: number;
    readonly upper: number;
    readonly sentence: string;
  } | null;
  /** p-values of the differences over the horizons, Holm-corrected. */
  readonly corrections: readonly {
    readonly horizon: number;
    readonly pValue: number;
    readonly adjusted: number;
  }[];
  /** What was done that the reader must know, one French sentence each. */
  readonly notes: readonly string[];
}

export interface ArmCount {
  readonly units: number;
  readonly outcomes: number;
}

/** One value of a covariate: its share in each group, and the standardised difference, before and after weighting. */
export interface BalanceRow {
  readonly covariate: string;
  readonly value: string;
  readonly before: BalanceReading;
  readonly after: BalanceReading | null;
}

export interface BalanceReading {
  readonly treated: number;
  readonly control: number;
  /** Null when the value never varies while shares differ. */
  readonly smd: number | null;
}

/** What the sponsor's terms make of the effect, at the horizon of the headline. */
export interface Decision {
  readonly horizon: number;
  readonly threshold: number | null;
  readonly probabilityPositive: number | null;
  readonly probabilityAboveThreshold: number | null;
  readonly verdict: 'too-small-to-matter' | 'matters' | 'cannot-tell' | null;
  /** Euros per additional outcome; without bounds when the effect is not clearly different from 0. */
  readonly costPerOutcome: {
    readonly value: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly bounded: boolean;
    readonly sentence: string;
  } | null;
  /** Euros: what three more months of follow-up are worth to those who come in the year after. */
  readonly waiting: { readonly net: number; readonly sentence: string } | null;
  readonly sentences: readonly string[];
}
