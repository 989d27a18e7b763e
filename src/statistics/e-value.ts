/**
 * E-value: how strongly a hidden cause would have to be tied to both using the service and the outcome, beyond the
 * covariates, to explain an observed ratio away: RR + sqrt(RR (RR - 1)), for a ratio above 1 (its inverse below).
 * VanderWeele & Ding 2017 (Annals of Internal Medicine). Odds ratios of frequent outcomes become risk ratios by their
 * square root, hazard ratios by (1 - 0.5^sqrt(HR)) / (1 - 0.5^sqrt(1/HR)) (VanderWeele 2017).
 * Assumes nothing of the hidden cause but that it acts on both; takes the ratio itself as right. A ratio of 2: 3.41.
 */
import { decimal } from './french-number.ts';
import { type Refused, refused } from './refused.ts';

export interface RatioEstimate {
  readonly measure: 'RR' | 'OR' | 'HR';
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Outcome under 15 %: odds and hazard ratios are then close to risk ratios. */
  readonly rare?: boolean;
}

export interface EValue {
  readonly point: number;
  /** For the bound nearest to no effect; 1 when the interval contains no effect; null without an interval. */
  readonly interval: number | null;
  readonly sentence: string;
}

export function eValue(ratio: RatioEstimate): EValue | Refused {
  const given = [ratio.estimate, ratio.lower, ratio.upper].filter((value) => value !== null);
  if (
    !given.every((value) => value > 0) ||
    !(below(ratio.lower, ratio.estimate) && below(ratio.estimate, ratio.upper))
  ) {
    return refused(
      'invalid-input',
      'Un rapport et ses bornes sont positifs, et le rapport est entre ses bornes.',
    );
  }
  const risk = (value: number) => toRiskRatio(value, ratio);
  const point = strength(risk(ratio.estimate));
  const nearest = ratio.estimate >= 1 ? ratio.lower : ratio.upper;
  const crosses = nearest !== null && (ratio.estimate >= 1 ? nearest <= 1 : nearest >= 1);
  const interval = nearest === null ? null : crosses ? 1 : strength(risk(nearest));
  return { point, interval, sentence: sentenceOf(point, interval) };
}

const below = (a: number | null, b: number | null): boolean => a === null || b === null || a <= b;

function toRiskRatio(value: number, { measure, rare = false }: RatioEstimate): number {
  if (measure === 'RR' || rare) return value;
  if (measure === 'OR') return Math.sqrt(value);
  return (1 - 0.5 ** Math.sqrt(value)) / (1 - 0.5 ** Math.sqrt(1 / value));
}

function strength(riskRatio: number): number {
  const above = riskRatio >= 1 ? riskRatio : 1 / riskRatio;
  return above + Math.sqrt(above * (above - 1));
}

function sentenceOf(point: number, interval: number | null): string {
  if (interval === 1) {
    return "L'absence d'effet est déjà compatible avec les données : il n'est pas besoin d'une cause cachée pour l'expliquer.";
  }
  const first = `Une cause cachée devrait multiplier par ${decimal(point)} à la fois l'usage du service et l'effet constaté pour annuler cet effet`;
  return interval === null
    ? `${first}.`
    : `${first} ; par ${decimal(interval)} pour que l'absence d'effet devienne compatible avec les données.`;
}
