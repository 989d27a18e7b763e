/** Cumulative counts by development period, one row an origin; null: not known yet (only at the end of a row). */
export type CumulativeTriangle = readonly (readonly (number | null)[])[];

export interface ChainLadder {
  /** Growth from one development period to the next; null when no origin shows it. */
  readonly factors: readonly (number | null)[];
  readonly origins: readonly ProjectedOrigin[];
  readonly total: Projected;
}

interface Projected {
  readonly latest: number;
  readonly ultimate: number | null;
  /** Still to come: ultimate - latest. */
  readonly toCome: number | null;
  /** Mack's standard error of the ultimate; null when the triangle is too small to tell. */
  readonly standardError: number | null;
}

interface ProjectedOrigin extends Projected {
  /** Development periods known, counted from 1; 0 when none. */
  readonly known: number;
}

interface Development {
  readonly factor: number | null;
  readonly variance: number | null;
  /** Sum of the cumulative counts the factor rests on. */
  readonly volume: number;
}

/**
 * Completes a run-off triangle with volume-weighted development factors and Mack's distribution-free standard
 * errors; the last variance, seen once, is min(s² of the one before squared / the one before it, the two of them).
 * Rows of unequal age in any order are allowed. Mack 1993 (ASTIN Bulletin 23), 1994.
 * Assumes that all origins grow by the same factors, independently. 100 then 150, and 80 so far: a factor of 1.5, and
 * 40 still to come for the second.
 */
export function chainLadder(triangle: CumulativeTriangle): ChainLadder {
  const width = Math.max(0, ...triangle.map((row) => row.length));
  const developments = extrapolateVariance(
    Array.from({ length: Math.max(0, width - 1) }, (_, k) => development(triangle, k)),
  );
  const origins = triangle.map((row) => project(row, developments));
  return { factors: developments.map((d) => d.factor), origins, total: total(origins, developments) };
}

function development(triangle: CumulativeTriangle, k: number): Development {
  let volume = 0;
  let grown = 0;
  const pairs: { from: number; to: number }[] = [];
  for (const row of triangle) {
    const from = row[k] ?? null;
    const to = row[k + 1] ?? null;
    if (from === null || to === null) continue;
    volume += from;
    grown += to;
    pairs.push({ from, to });
  }
  if (volume <= 0) return { factor: null, variance: null, volume };
  const factor = grown / volume;
  const seen = pairs.filter(({ from }) => from > 0);
  const squares = seen.reduce((sum, { from, to }) => sum + from * (to / from - factor) ** 2, 0);
  return { factor, variance: seen.length > 1 ? squares / (seen.length - 1) : null, volume };
}

function extrapolateVariance(developments: readonly Development[]): readonly Development[] {
  return developments.map((d, k) => {
    if (d.variance !== null || d.factor === null) return d;
    const one = developments[k - 1]?.variance ?? null;
    const two = developments[k - 2]?.variance ?? null;
    if (one === null || two === null) return d;
    return { ...d, variance: two === 0 ? 0 : Math.min(one ** 2 / two, two, one) };
  });
}

function project(row: readonly (number | null)[], developments: readonly Development[]): ProjectedOrigin {
  const firstUnknown = row.indexOf(null);
  const known = firstUnknown === -1 ? row.length : firstUnknown;
  const latest = row[known - 1] ?? 0;
  let ultimate: number | null = latest > 0 || known > developments.length ? latest : null;
  let relative: number | null = 0;
  for (const d of developments.slice(Math.max(0, known - 1))) {
    if (ultimate === null || d.factor === null) {
      return { known, latest, ultimate: null, toCome: null, standardError: null };
    }
    const term = varianceTerm(d);
    relative = relative === null || term === null ? null : relative + term * (1 / ultimate + 1 / d.volume);
    ultimate *= d.factor;
  }
  if (ultimate === null) return { known, latest, ultimate, toCome: null, standardError: null };
  const standardError = relative === null ? null : ultimate * Math.sqrt(relative);
  return { known, latest, ultimate, toCome: ultimate - latest, standardError };
}

const varianceTerm = ({ factor, variance }: Development): number | null =>
  factor === null || factor === 0 || variance === null ? null : variance / factor ** 2;

/** Origins share the estimated factors, so their errors are correlated (Mack 1993, corollary of theorem 3). */
function total(origins: readonly ProjectedOrigin[], developments: readonly Development[]): Projected {
  const latest = origins.reduce((sum, o) => sum + o.latest, 0);
  let ultimate: number | null = 0;
  let own: number | null = 0;
  for (const origin of origins) {
    ultimate = ultimate === null || origin.ultimate === null ? null : ultimate + origin.ultimate;
    own = own === null || origin.standardError === null ? null : own + origin.standardError ** 2;
  }
  if (ultimate === null) return { latest, ultimate: null, toCome: null, standardError: null };
  let shared: number | null = own;
  developments.forEach((d, k) => {
    const concerned = origins.filter((o) => o.known <= k + 1).map((o) => o.ultimate ?? 0);
    if (concerned.length < 2) return;
    const sum = concerned.reduce((a, b) => a + b, 0);
    const pairs = sum ** 2 - concerned.reduce((a, b) => a + b ** 2, 0);
    const term = varianceTerm(d);
    shared = shared === null || term === null ? null : shared + (pairs * term) / d.volume;
  });
  return {
    latest,
    ultimate,
    toCome: ultimate - latest,
    standardError: shared === null ? null : Math.sqrt(shared),
  };
}
