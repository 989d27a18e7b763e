/**
 * Variance of a weighted total under a stratified sample of clusters (first stage, with finite population correction):
 *
 *   V = sum over strata h of (1 - f_h) n_h/(n_h - 1) sum over its clusters of (z_hi - mean z_h)^2
 *
 * z_hi is the cluster's sum of scores. Any smooth estimate is handled through its linearised scores.
 * Assumes clusters drawn independently between strata and, within one, as if without later stages mattering more than
 * the first. Sources: Cochran 1977, section 11; Lumley 2004.
 */
import { type Refused, refused } from './refused.ts';

/** One entry a sampled row. Without clusters each row is its own; without strata there is one. */
export interface SurveyDesign {
  readonly weights: readonly number[];
  readonly clusters: readonly string[];
  readonly strata: readonly string[];
  /** Clusters in the population of the row's stratum, or (at most 1) the share of them sampled; null: no correction. */
  readonly populations: readonly (number | null)[];
}

interface Stratum {
  readonly clusters: ReadonlyMap<string, readonly number[]>;
  readonly sampledShare: number;
}

export interface SampledClusters {
  readonly strata: readonly Stratum[];
  readonly clusters: number;
  /** Clusters minus strata. */
  readonly degreesOfFreedom: number;
}

/** Groups rows by stratum and cluster; refused when a stratum has one cluster only, unless it was sure to be drawn. */
export function sampledClusters(design: SurveyDesign): SampledClusters | Refused {
  const strata = new Map<string, { clusters: Map<string, number[]>; population: number | null }>();
  for (const [row, name] of design.strata.entries()) {
    const stratum = strata.get(name) ?? { clusters: new Map(), population: design.populations[row] ?? null };
    if (stratum.population !== (design.populations[row] ?? null))
      return refused(
        'invalid-input',
        `La taille de population varie à l'intérieur de la strate « ${name} ».`,
      );
    const cluster = design.clusters[row] as string;
    stratum.clusters.set(cluster, [...(stratum.clusters.get(cluster) ?? []), row]);
    strata.set(name, stratum);
  }
  const built: Stratum[] = [];
  for (const [name, { clusters, population }] of strata) {
    const share = population === null ? 0 : population <= 1 ? population : clusters.size / population;
    if (!(share >= 0 && share <= 1))
      return refused(
        'invalid-input',
        `La strate « ${name} » compte plus de grappes dans l'échantillon que dans la population.`,
      );
    if (clusters.size < 2 && share < 1)
      return refused(
        'not-identified',
        strata.size === 1
          ? "Non identifiable : il n'y a qu'une seule grappe dans l'échantillon, l'incertitude ne peut pas être mesurée."
          : `Non identifiable : la strate « ${name} » n'a qu'une seule grappe ; regroupez-la avec une strate voisine.`,
      );
    built.push({ clusters, sampledShare: share });
  }
  const clusters = built.reduce((sum, stratum) => sum + stratum.clusters.size, 0);
  return { strata: built, clusters, degreesOfFreedom: clusters - built.length };
}

/** Variance of the sum of `scores` (already weighted), one a row. */
export function varianceOfTotal({ strata }: SampledClusters, scores: ArrayLike<number>): number {
  let variance = 0;
  for (const { clusters, sampledShare } of strata) {
    const n = clusters.size;
    if (n < 2) continue;
    const totals = [...clusters.values()].map((rows) =>
      rows.reduce((sum, row) => sum + (scores[row] as number), 0),
    );
    const mean = totals.reduce((sum, total) => sum + total, 0) / n;
    const spread = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
    variance += (1 - sampledShare) * (n / (n - 1)) * spread;
  }
  return variance;
}

/** Without weights: population over sample, in clusters, when the population is known; 1 otherwise. */
export function populationWeights(
  clusters: readonly string[],
  strata: readonly string[],
  populations: readonly number[] | null,
): readonly number[] {
  const sampled = new Map<string, Set<string>>();
  strata.forEach((stratum, i) => {
    sampled.set(stratum, (sampled.get(stratum) ?? new Set()).add(clusters[i] as string));
  });
  return strata.map((stratum, i) => {
    const population = populations?.[i];
    if (population === undefined) return 1;
    return population <= 1 ? 1 / population : population / (sampled.get(stratum)?.size ?? 1);
  });
}
