/**
 * A ratio of two estimates with its interval: cost per additional outcome = extra cost / difference in risk.
 *
 * The interval holds every r for which (a - r b)² <= z² (var a - 2 r cov + r² var b). When b is not clearly different
 * from 0 that set is not an interval: it is everything outside one, or the whole line, and no bound may be printed.
 * Assumes a and b about normal. Sources: Fieller 1954; O'Brien & Drummond 1994.
 */
import { normalHalfWidth } from './normal.ts';

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly varNumerator: number;
  readonly varDenominator: number;
  readonly covariance: number;
}

export interface FiellerInterval {
  /** Null when the denominator is 0. */
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly bounded: boolean;
  /** Unbounded case: ratios strictly between these two are ruled out; null when none is. */
  readonly excluded: readonly [number, number] | null;
  readonly sentence: string;
}

export function fieller(estimates: Ratio, level = 0.95): FiellerInterval {
  const { numerator: a, denominator: b, varNumerator, varDenominator, covariance } = estimates;
  const z2 = normalHalfWidth(level) ** 2;
  const ratio = b === 0 ? null : a / b;
  // r² (b² - z² var b) - 2 r (a b - z² cov) + (a² - z² var a) <= 0
  const square = b * b - z2 * varDenominator;
  const cross = a * b - z2 * covariance;
  const constant = a * a - z2 * varNumerator;
  const discriminant = cross * cross - square * constant;
  const root = Math.sqrt(Math.max(0, discriminant));
  if (square > 0 && root > 0 && ratio !== null)
    return {
      ratio,
      lower: (cross - root) / square,
      upper: (cross + root) / square,
      bounded: true,
      excluded: null,
      sentence: "L'intervalle est borné : le dénominateur est nettement différent de zéro.",
    };
  const excluded: [number, number] | null =
    square < 0 && discriminant > 0 ? [(cross + root) / square, (cross - root) / square] : null;
  return {
    ratio,
    lower: null,
    upper: null,
    bounded: false,
    excluded,
    sentence:
      square > 0
        ? "L'incertitude ne peut pas être mesurée : les variances données sont nulles ou incompatibles."
        : "Le coût par effet supplémentaire n'est pas borné : l'effet n'est pas nettement différent de zéro, le coût peut être aussi grand que l'on veut.",
  };
}
