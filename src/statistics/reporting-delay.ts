import { normalHalfWidth } from './normal.ts';

/** Outcomes that happened on `day` and were learned `delay` days later. Days are numbers, one apart. */
export interface ReportCount {
  readonly day: number;
  readonly delay: number;
  readonly n: number;
}

export interface ReportingDelay {
  /** Position u: share of outcomes learned within u days, among those learned within `maxDelay`; null: not known. */
  readonly cdf: readonly (number | null)[];
  /** Position u: variance of log G(u), Greenwood's sum of n_v / (N_v (N_v - n_v)) over v > u; null with G, or G 0. */
  readonly logVariance: readonly (number | null)[];
}

/**
 * Distribution of the reporting delay from what is known on `asOf`, by the reverse-time product limit:
 * G(u) = product over v > u, v <= maxDelay, of 1 - n_v / N_v, with N_v the reports of delay at most v among outcomes
 * old enough for that delay to be seen (day <= asOf - v). Late reports still to come bias nothing.
 * Where nothing is old enough to show a delay v, G is not known below v.
 * Kalbfleisch & Lawless 1989; Lawless 1994. Assumes delays that keep the same law from day to day.
 */
export function reportingDelay(
  reports: readonly ReportCount[],
  asOf: number,
  maxDelay: number,
): ReportingDelay {
  const within = exposureByDelay(known(reports, asOf, maxDelay), asOf, maxDelay);
  const cdf: (number | null)[] = [];
  const logVariance: (number | null)[] = [];
  let share: number | null = 1;
  let variance: number | null = 0;
  for (let v = maxDelay; v >= 0; v--) {
    cdf[v] = share;
    logVariance[v] = variance;
    const { atDelay, upTo } = within[v] ?? { atDelay: 0, upTo: 0 };
    share = share === null || upTo === 0 ? null : share * (1 - atDelay / upTo);
    variance =
      share === null || share === 0 || variance === null
        ? null
        : variance + atDelay / (upTo * (upTo - atDelay));
  }
  return { cdf, logVariance };
}

/** For each delay v: reports of exactly v days and of at most v days, among outcomes of day <= asOf - v. */
function exposureByDelay(
  reports: readonly ReportCount[],
  asOf: number,
  maxDelay: number,
): readonly { readonly atDelay: number; readonly upTo: number }[] {
  const exposure = Array.from({ length: maxDelay + 1 }, () => ({ atDelay: 0, upTo: 0 }));
  // A report counts in N_v for v from its delay to its age: differences, then one running sum.
  const change = new Float64Array(maxDelay + 2);
  for (const { day, delay, n } of reports) {
    const cell = exposure[delay];
    if (cell !== undefined) cell.atDelay += n;
    change[delay] = (change[delay] ?? 0) + n;
    const end = Math.min(asOf - day, maxDelay) + 1;
    change[end] = (change[end] ?? 0) - n;
  }
  let running = 0;
  exposure.forEach((cell, v) => {
    running += change[v] ?? 0;
    cell.upTo = running;
  });
  return exposure;
}

const known = (reports: readonly ReportCount[], asOf: number, maxDelay: number): readonly ReportCount[] =>
  reports.filter(({ day, delay, n }) => n > 0 && delay >= 0 && delay <= maxDelay && day + delay <= asOf);

export interface DelayNowcast extends ReportingDelay {
  /** Over the days `asOf - maxDelay .. asOf`; expected is null when one of its days is. */
  readonly observed: number;
  readonly expected: number | null;
  /** Standard error of the total as a prediction, and its bounds; null with the total, or when too few are to come. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly byDay: readonly {
    readonly day: number;
    readonly observed: number;
    readonly expected: number | null;
  }[];
}

/**
 * Outcomes of each recent day once all reports of at most `maxDelay` days are in: observed / G(asOf - day). A day
 * without any report yet counts 0; null where G is unknown or 0.
 *
 * The total is a prediction: its variance adds, for each day, the binomial part n (1 - G) / G², and the
 * uncertainty of G shared by all days, sum over pairs of expected e_d e_d' Var(log G) at the longer of the two ages
 * (Lawless 1994). Bounds are symmetric on the logarithm of what is still to come.
 */
export function nowcast(
  reports: readonly ReportCount[],
  asOf: number,
  maxDelay: number,
  level = 0.95,
): DelayNowcast {
  const delay = reportingDelay(reports, asOf, maxDelay);
  const observedOn = new Map<number, number>();
  for (const { day, n } of known(reports, asOf, maxDelay)) {
    if (day >= asOf - maxDelay) observedOn.set(day, (observedOn.get(day) ?? 0) + n);
  }
  const byDay = Array.from({ length: maxDelay + 1 }, (_, i) => {
    const day = asOf - maxDelay + i;
    const observed = observedOn.get(day) ?? 0;
    const share = delay.cdf[asOf - day] ?? null;
    if (observed === 0) return { day, observed, expected: 0 };
    return { day, observed, expected: share === null || share === 0 ? null : observed / share };
  });
  const observed = byDay.reduce((sum, row) => sum + row.observed, 0);
  const expected = sumOrNull(byDay.map((row) => row.expected));
  const variance = expected === null ? null : predictionVariance(byDay, delay, asOf);
  return { ...delay, observed, expected, ...predictionBounds(observed, expected, variance, level), byDay };
}

function predictionVariance(
  byDay: DelayNowcast['byDay'],
  delay: ReportingDelay,
  asOf: number,
): number | null {
  let variance = 0;
  // Days by increasing age; those younger than v share the factor of G at delay v.
  let younger = 0;
  for (const { day, observed, expected } of [...byDay].reverse()) {
    const age = asOf - day;
    const factor = younger === 0 ? 0 : difference(delay.logVariance[age - 1], delay.logVariance[age]);
    if (factor === null || expected === null) return null;
    const share = observed === 0 ? 1 : observed / expected;
    variance += factor * younger ** 2 + (observed * (1 - share)) / share ** 2;
    younger += expected;
  }
  return variance;
}

/** Simulated coverage of a 95 % interval: 94 to 96 % above about 20 to come, but 87 % around 5: then none is given. */
const fewestToCome = 20;

function predictionBounds(observed: number, expected: number | null, variance: number | null, level: number) {
  const toCome = (expected ?? observed) - observed;
  if (variance === null || toCome < fewestToCome) {
    return { standardError: null, lower: null, upper: null };
  }
  const standardError = Math.sqrt(variance);
  const spread = Math.exp((normalHalfWidth(level) * standardError) / toCome);
  return { standardError, lower: observed + toCome / spread, upper: observed + toCome * spread };
}

const difference = (a: number | null = null, b: number | null = null): number | null =>
  a === null || b === null ? null : a - b;

const sumOrNull = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
