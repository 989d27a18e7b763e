import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/**
 * P(X > x) for a chi-square of whole `df`, by the recurrence Q(x; df) = Q(x; df - 2) + (x/2)^(df/2-1) e^(-x/2) / Γ(df/2).
 * Sums of positive terms, so small probabilities keep their digits (1 - CDF would lose them).
 */
export function chiSquareUpperTail(x: number, df: number): number {
  if (x <= 0) return 1;
  const odd = df % 2 === 1;
  let tail = odd ? 2 * normalCdf(-Math.sqrt(x), 0, 1) : Math.exp(-x / 2);
  let term = odd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : (x / 2) * Math.exp(-x / 2);
  for (let k = odd ? 3 : 4; k <= df; k += 2) {
    tail += term;
    term *= x / k;
  }
  return Math.min(1, tail);
}
