/** How groups are made alike; after a draw, whether what was known before sharpens the difference. */
export type Adjustment = AlikeMethod | PrecisionMethod;
type AlikeMethod = 'doubly-robust' | 'weighting' | 'entropy' | 'matching-exact' | 'matching-nearest';
type PrecisionMethod = 'none' | 'lin' | 'cuped';

/** Who was drawn: listed by another source, or recomputed from a seed and each person's pseudonym. */
export type Assignment =
  | { readonly from: 'source'; readonly source: string }
  | {
      readonly from: 'seed';
      readonly seed: string;
      /** In order, with the share of people each gets; shares add up to 1. */
      readonly arms: readonly { readonly name: string; readonly share: number }[];
    };
