/**
 * Cells that may not be shown for themselves: too few people behind them, or one contributor who makes up most of it.
 * Source: Hundepool et al. 2012, section 4.2 (minimum frequency rule, dominance rule).
 */
export interface PrimaryRule {
  /** Fewest people a shown cell may count: 11 by default for people, 3 for firms. */
  readonly threshold: number;
  /** Whether a count of 0 may be shown. */
  readonly zeroIsSafe: boolean;
  /** Largest share one contributor may have (0.85 for firms); null: not checked. */
  readonly largestShare: number | null;
}

export const isPrimary = (
  count: number,
  { threshold, zeroIsSafe, largestShare }: PrimaryRule,
  shareOfLargest: number | null = null,
): boolean =>
  (count < threshold && (count > 0 || !zeroIsSafe)) ||
  (count > 0 && largestShare !== null && shareOfLargest !== null && shareOfLargest > largestShare);
