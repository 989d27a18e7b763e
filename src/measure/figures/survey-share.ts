import { normalHalfWidth } from '../../statistics/normal.ts';
import { clopperPearson, wilson } from '../../statistics/proportion-interval.ts';
import type { Margin } from '../../statistics/raking.ts';
import { isRefused, type Refused } from '../../statistics/refused.ts';
import type { SurveyDesign } from '../../statistics/survey-design.ts';
import { surveyEstimate } from '../../statistics/survey-estimate.ts';

export interface SurveyShare {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
  readonly effectiveSize: number;
}

export interface Weighting {
  /** Null: every answer counts the same. */
  readonly design: SurveyDesign | null;
  readonly margins: readonly Margin[];
}

/** Under this many answers of one kind, the exact interval. */
const fewest = 5;
const level = 0.95;

/**
 * Share of answers that count, among those of the domain. Plain answers: Wilson, or Clopper–Pearson when few. Designed
 * or weighted ones: the same, at the effective size p(1 - p)/se² brought back by the degrees of freedom
 * (Korn & Graubard 1998), so that bounds stay between 0 and 1.
 */
export function surveyShare(
  counts: readonly boolean[],
  { design, margins }: Weighting,
  domain: readonly boolean[],
): SurveyShare | Refused {
  const n = domain.filter(Boolean).length;
  const events = counts.filter((yes, i) => yes && domain[i] === true).length;
  if (design === null && margins.length === 0 && n > 0) {
    return { value: events / n, ...bounds(events, n), n, effectiveSize: n };
  }
  const plain = design ?? plainDesign(counts.length);
  const read = surveyEstimate({
    statistic: 'mean',
    design: plain,
    values: counts.map(Number),
    domain,
    margins,
  });
  if (isRefused(read)) return read;
  const p = Math.min(1, Math.max(0, read.estimate));
  const size = read.se === null ? read.effectiveSize : effective(p, read.se, read.upper, read.estimate);
  return { value: p, ...bounds(p * size, size), n, effectiveSize: size };
}

/** The half-width of the t-interval over the standard error is the quantile at the design's degrees of freedom. */
function effective(p: number, se: number, upper: number | null, estimate: number): number {
  const quantile = upper === null ? normalHalfWidth(level) : (upper - estimate) / se;
  return ((p * (1 - p)) / se ** 2) * (normalHalfWidth(level) / quantile) ** 2;
}

const bounds = (events: number, n: number) =>
  Math.min(events, n - events) < fewest ? clopperPearson(events, n, level) : wilson(events, n, level);

export const plainDesign = (rows: number): SurveyDesign => ({
  weights: Array<number>(rows).fill(1),
  clusters: Array.from({ length: rows }, (_, i) => String(i)),
  strata: Array<string>(rows).fill('all'),
  populations: Array<null>(rows).fill(null),
});
