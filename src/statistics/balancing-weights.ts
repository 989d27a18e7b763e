/** Weights that make two arms alike, and what estimating them does to the error of whatever is weighted. */
export interface BalancingWeights {
  /** Weight of one unit of each row. */
  readonly weights: Float64Array;
  /**
   * Influence that one unit of each row has on an estimate through the weights alone. `pull` is the derivative of that
   * estimate with respect to the weight of one unit of each row.
   */
  readonly correction: (pull: ArrayLike<number>) => Float64Array;
}

/** Sum over units of squared influences: the variance of the estimate. */
export function sumOfSquares(influence: ArrayLike<number>, counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < influence.length; i++) sum += (counts[i] as number) * (influence[i] as number) ** 2;
  return sum;
}
