import { frenchNumber } from '../../platform/french/number.ts';
import { riskDifferenceSequence } from '../../statistics/confidence-sequence.ts';
import { weightedIncidence } from '../../statistics/weighted-incidence.ts';
import type { ComparedCount } from './arms.ts';
import type { MeasuredComparison } from './measured-comparison.ts';

const mostLooks = 104;
/** The sequence is tightest where an effect of that size is seen four times in five (power 80 % at 5 %). */
const planned = (effect: number) => effect / 2.8;
const plannedEffect = 0.01;

/**
 * The difference at a horizon looked at every `every` days since the first figure, by intention to treat: bounds that
 * hold together at all the looks, so that stopping early does not raise false alarms. Null without dates, or when no
 * look has enough outcomes in both groups.
 */
export function alwaysValid(
  rows: readonly ComparedCount[],
  question: {
    readonly horizon: number;
    readonly coverage: number;
    readonly threshold: number | null;
    readonly every: 7 | 30;
  },
): MeasuredComparison['alwaysValid'] {
  const { horizon, coverage, threshold, every } = question;
  const groups = { 1: dated(rows, 1), 0: dated(rows, 0) };
  const first = rows.reduce((least, { indexDay }) => Math.min(least, indexDay ?? coverage), coverage);
  const days: number[] = [];
  for (let day = coverage; day > first + horizon && days.length < mostLooks; day -= every) days.unshift(day);
  const looks = days.flatMap((day) => {
    const [own, others] = [incidenceOn(groups[1], day, horizon), incidenceOn(groups[0], day, horizon)];
    if (own === null || others === null) return [];
    return [
      {
        estimate: own.incidence - others.incidence,
        standardError: Math.sqrt(own.variance + others.variance),
        fewest: Math.min(own.fewest, others.fewest),
      },
    ];
  });
  const size = threshold !== null && threshold > 0 ? threshold : plannedEffect;
  const last = riskDifferenceSequence(looks, { alpha: 0.05, plannedError: planned(size) }).at(-1);
  if (last === undefined || last.lower === null || last.upper === null) return null;
  const points = (share: number) => `${share > 0 ? '+' : ''}${frenchNumber(share * 100, 1)}`;
  return {
    horizon,
    looks: looks.length,
    lower: last.lower,
    upper: last.upper,
    sentence: `En regardant ${looks.length === 1 ? 'une fois' : `${looks.length} fois, ${every === 7 ? 'chaque semaine' : 'tous les 30 jours'}`}, l’écart reste compris entre ${points(last.lower)} et ${points(last.upper)} point : cet intervalle, plus large, reste juste quel que soit le nombre de regards.`,
  };
}

interface DatedCount {
  readonly indexDay: number;
  readonly time: number;
  readonly status: number;
  n: number;
}

/** More than the ways out and the days that follow-up can have. */
const [statuses, times] = [1024, 1_000_000];

/** One group by day of entry, time and status, whatever the covariates. */
function dated(rows: readonly ComparedCount[], arm: 0 | 1): readonly DatedCount[] {
  const counts = new Map<number, DatedCount>();
  for (const { treated, indexDay, time, status, n } of rows) {
    if (treated !== arm || indexDay === null) continue;
    const key = (indexDay * times + time) * statuses + status;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { indexDay, time, status, n });
    else known.n += n;
  }
  return [...counts.values()];
}

/** Incidence of a group as it was known on a day, its variance, and the fewest of its events and non-events. */
function incidenceOn(group: readonly DatedCount[], day: number, horizon: number) {
  const known = new Map<number, { time: number; status: number; n: number }>();
  for (const row of group) {
    if (row.indexDay > day) continue;
    const seen = day - row.indexDay;
    const time = Math.min(row.time, seen);
    const status = row.time <= seen ? row.status : 0;
    const key = time * statuses + status;
    const entry = known.get(key);
    if (entry === undefined) known.set(key, { time, status, n: row.n });
    else entry.n += row.n;
  }
  const counts = [...known.values()];
  const { incidence, pull, events, n, beyondFollowUp, atRisk } = weightedIncidence(counts, horizon);
  if (beyondFollowUp || atRisk < 11) return null;
  const variance = counts.reduce((sum, count, i) => sum + count.n * (pull[i] ?? 0) ** 2, 0);
  return { incidence, variance, fewest: Math.min(events, n - events) };
}
