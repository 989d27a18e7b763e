import { chiSquareUpperTail } from './chi-square.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { quadraticForm } from './quadratic-form.ts';
import { atRiskJustBefore, lastAtOrBefore, type RiskTable, riskTable } from './risk-table.ts';

export interface GrayTest {
  /** Null when nothing can be compared: no event of the cause, or never two groups at risk together. */
  readonly statistic: number | null;
  readonly df: number;
  readonly pValue: number | null;
}

/** One group at one time; survival is from any outcome, `before` and `after` the time. */
interface Member {
  readonly atRisk: number;
  readonly events: number;
  readonly competing: number;
  readonly before: number;
  readonly after: number;
  readonly incidenceBefore: number;
}

interface Moment {
  readonly members: readonly Member[];
  readonly events: number;
  /** Sum over groups of Y / S(-), the size of the pooled risk set of the subdistribution under equality. */
  readonly size: number;
  /** Pooled cumulative incidence before and after. */
  readonly pooledBefore: number;
  readonly pooledAfter: number;
}

/**
 * Gray's test that the cumulative incidence of `cause` is the same in all groups (Gray 1988, rho = 0), without
 * continuity correction. The score of group k is the sum over times of d1k - R_k d1 / R, R_k = Y_k (1 - F_k(-)) / S_k(-);
 * its covariance is the sum, over groups r, of the squares of the integrands a_kr and b_kr of Gray's section 3, with
 * the hypergeometric factor for ties. Delayed entry is not covered by the theory: callers must not use it here.
 * Assumes follow-up stops for reasons unrelated to the outcome (independent censoring).
 * With one outcome only it is the log-rank test: two of ten against one of ten, chi-square 0.37.
 */
export function grayTest(groups: readonly (readonly FollowUpCount[])[], cause = 1): GrayTest {
  const moments = pooledMoments(groups, cause);
  const z = groups.map(() => 0);
  for (const { members, events } of moments) {
    if (events === 0) continue;
    const weights = members.map((m) => (m.atRisk > 0 ? (m.atRisk * (1 - m.incidenceBefore)) / m.before : 0));
    const total = weights.reduce((sum, w) => sum + w, 0);
    members.forEach((m, k) => {
      z[k] = (z[k] ?? 0) + m.events - (events * (weights[k] ?? 0)) / total;
    });
  }
  const test = quadraticForm(z, covariance(moments, groups.length));
  return {
    statistic: test?.statistic ?? null,
    df: test?.df ?? 0,
    pValue: test === null ? null : chiSquareUpperTail(test.statistic, test.df),
  };
}

/** Every time at which some group has an outcome of any kind. */
function pooledMoments(groups: readonly (readonly FollowUpCount[])[], cause: number): readonly Moment[] {
  const tables = groups.map((counts) => riskTable(counts, cause));
  const state = groups.map(() => ({ survival: 1, incidence: 0 }));
  let pooled = 0;
  const moments: Moment[] = [];
  for (const { time, events, competing } of riskTable(groups.flat(), cause).steps) {
    if (events + competing === 0) continue;
    const members = tables.map((table, k) =>
      memberAt(table, time, state[k] ?? { survival: 1, incidence: 0 }),
    );
    members.forEach((m, k) => {
      const risen = m.atRisk > 0 ? (m.before * m.events) / m.atRisk : 0;
      state[k] = { survival: m.after, incidence: m.incidenceBefore + risen };
    });
    const size = members.reduce((sum, m) => sum + (m.atRisk > 0 ? m.atRisk / m.before : 0), 0);
    const after = pooled + events / size;
    moments.push({ members, events, size, pooledBefore: pooled, pooledAfter: after });
    pooled = after;
  }
  return moments;
}

function memberAt(
  table: RiskTable,
  time: number,
  { survival, incidence }: { readonly survival: number; readonly incidence: number },
): Member {
  const step = table.steps[lastAtOrBefore(table.steps, time)];
  const now = step?.time === time ? step : { events: 0, competing: 0 };
  const atRisk = atRiskJustBefore(table, time);
  const stay = atRisk > 0 ? (atRisk - now.events - now.competing) / atRisk : 1;
  return {
    atRisk,
    events: now.events,
    competing: now.competing,
    before: survival,
    after: survival * stay,
    incidenceBefore: incidence,
  };
}

/** a_kr at one moment: h_k (1{k = r} - h_r / h), h_k = Y_k / S_k(-). */
function ownWeights({ members, size }: Moment): readonly (readonly number[])[] {
  const h = members.map((m) => (m.atRisk > 0 ? m.atRisk / m.before : 0));
  return h.map((hk, k) => h.map((hr, r) => hk * ((k === r ? 1 : 0) - hr / size)));
}

type Matrix = number[][];

const zeros = (size: number): Matrix =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

function covariance(moments: readonly Moment[], size: number): Matrix {
  const toCome = zeros(size);
  for (const moment of moments) accumulate(toCome, moment, 1);
  const result = zeros(size);
  for (const moment of moments) {
    accumulate(toCome, moment, -1);
    const own = ownWeights(moment);
    for (const [r, m] of moment.members.entries()) {
      if (m.atRisk === 0) continue;
      const ahead = toCome.map((row) => row[r] ?? 0);
      const ratio = m.after > 0 ? (1 - moment.pooledAfter) / m.after : 0;
      const ties = tieFactor(moment.events, moment.size * m.before);
      const variance = (ties * m.before * moment.events) / (moment.size * m.atRisk);
      const integrand = ahead.map((c, k) => (own[k]?.[r] ?? 0) + (1 - ratio) * c);
      addOuter(result, integrand, variance);
      const others = tieFactor(m.competing, m.atRisk) * m.competing * (m.before / m.atRisk) ** 2;
      addOuter(
        result,
        ahead.map((c) => -ratio * c),
        others,
      );
    }
  }
  return result;
}

/** Hypergeometric reduction of the variance when several of `size` have the event at once. */
const tieFactor = (events: number, size: number): number => (events > 1 ? 1 - (events - 1) / (size - 1) : 1);

/** c_kr(t), or what is still to come of it: sum of a_kr times the pooled subdistribution hazard. */
function accumulate(matrix: Matrix, moment: Moment, sign: 1 | -1): void {
  const hazard = moment.events / (moment.size * (1 - moment.pooledBefore));
  for (const [k, row] of ownWeights(moment).entries()) {
    for (const [r, weight] of row.entries()) addTo(matrix, k, r, sign * weight * hazard);
  }
}

function addTo(matrix: Matrix, k: number, r: number, value: number): void {
  const row = matrix[k];
  if (row !== undefined) row[r] = (row[r] ?? 0) + value;
}

function addOuter(matrix: Matrix, vector: readonly number[], weight: number): void {
  for (const [k, a] of vector.entries()) {
    for (const [j, b] of vector.entries()) addTo(matrix, k, j, weight * a * b);
  }
}
