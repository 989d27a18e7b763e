/**
 * Mean or total of a population from a sample drawn by design, weights possibly post-stratified or raked.
 *
 *   total = sum w y        mean = sum w y / sum w        over the rows of the domain
 *
 * Standard errors by linearisation: scores w y, or w (y - mean) / sum w; 0 outside the domain, so that the random
 * size of the domain counts; their residuals on the margins when weights are raked. Student's t with clusters minus
 * strata degrees of freedom. Sources: Lumley 2004; Deville & Särndal 1992. Assumes everybody could be drawn, with the
 * chances the weights say, and that who did not answer is like who did within a margin. Worked example: one cluster a row, equal
 * weights, no correction: the mean and s / sqrt(n).
 */
import { type Margin, rake, residualsOnMargins } from './raking.ts';
import { isRefused, type Refused, refused } from './refused.ts';
import { type SurveyDesign, sampledClusters, varianceOfTotal } from './survey-design.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

export interface SurveyQuestion {
  readonly statistic: 'mean' | 'total';
  readonly design: SurveyDesign;
  readonly values: readonly number[];
  /** Rows the estimate is about; all when left out. */
  readonly domain?: readonly boolean[];
  /** Known totals to meet; one margin post-stratifies. */
  readonly margins?: readonly Margin[];
  readonly level?: number;
}

export interface SurveyEstimate extends Bounds {
  readonly estimate: number;
  readonly se: number | null;
  readonly df: number;
  readonly level: number;
  /** Rows in the domain. */
  readonly n: number;
  readonly clusters: number;
  readonly strata: number;
  /** Smallest and largest weight used. */
  readonly weightRange: readonly [number, number];
  /** Kish: how many equally weighted answers would weigh as much, over the domain. */
  readonly effectiveSize: number;
}

export function surveyEstimate(question: SurveyQuestion): SurveyEstimate | Refused {
  const { statistic, design, values, margins = [], level = 0.95 } = question;
  const inDomain = question.domain ?? values.map(() => true);
  const n = inDomain.filter(Boolean).length;
  if (n === 0) return refused('empty-group', "Aucune réponse dans l'ensemble demandé.");
  if (design.weights.some((weight) => !(weight >= 0 && Number.isFinite(weight))))
    return refused('invalid-input', 'Un poids de sondage est négatif ou illisible.');
  const sampled = sampledClusters(design);
  if (isRefused(sampled)) return sampled;
  const weights = margins.length === 0 ? design.weights : rake(design.weights, margins);
  if (isRefused(weights)) return weights;

  const total = (of: (row: number) => number): number =>
    weights.reduce((sum, weight, row) => sum + (inDomain[row] === true ? weight * of(row) : 0), 0);
  const size = total(() => 1);
  if (!(size > 0))
    return refused('not-identified', 'Non identifiable : la population représentée est nulle.');
  const sum = total((row) => values[row] as number);
  const estimate = statistic === 'total' ? sum : sum / size;
  const linearised = values.map((value, row) => {
    if (inDomain[row] !== true) return 0;
    return statistic === 'total' ? value : (value - estimate) / size;
  });
  const scores = (
    margins.length === 0 ? linearised : residualsOnMargins(linearised, design.weights, margins)
  ).map((score, row) => score * (weights[row] as number));
  const scale = scores.reduce(
    (all, score, row) =>
      all + Math.abs(score) + Math.abs((linearised[row] as number) * (weights[row] as number)),
    0,
  );
  const variance = varianceOfTotal(sampled, scores);
  const se = variance > (1e-12 * scale) ** 2 ? Math.sqrt(variance) : null;
  const used = weights.filter((_, row) => inDomain[row] === true);
  return {
    estimate,
    se,
    ...symmetricInterval(estimate, se, level, sampled.degreesOfFreedom),
    df: sampled.degreesOfFreedom,
    level,
    n,
    clusters: sampled.clusters,
    strata: sampled.strata.length,
    weightRange: [Math.min(...weights), Math.max(...weights)],
    effectiveSize: size ** 2 / used.reduce((all, weight) => all + weight ** 2, 0),
  };
}
