import { frenchNumber } from '../../platform/french/number.ts';
import { riskDifferenceSequence } from '../../statistics/confidence-sequence.ts';
import { weightedIncidence } from '../../statistics/weighted-incidence.ts';
import type { MeasuredComparison } from '../measure.ts';
import type { ComparedCount } from './arms.ts';

const mostLooks = 24;
const lookEvery = 30;
/** The sequence is tightest where an effect of that size is seen four times in five (power 80 % at 5 %). */
const planned = (effect: number) => effect / 2.8;
const plannedEffect = 0.01;

/**
 * The difference at a horizon looked at every thirty days since the first figure, by intention to treat: bounds that
 * hold together at all the looks, so that stopping early does not raise false alarms. Null without dates, or when no
 * look has enough outcomes in both groups.
 */
export function alwaysValid(
  rows: readonly ComparedCount[],
  question: { readonly horizon: number; readonly coverage: number; readonly threshold: number | null },
): MeasuredComparison['alwaysValid'] {
  const { horizon, coverage, threshold } = question;
  const first = rows.reduce((least, { indexDay }) => Math.min(least, indexDay ?? coverage), coverage);
  const days: number[] = [];
  for (let day = coverage; day > first + horizon && days.length < mostLooks; day -= lookEvery)
    days.unshift(day);
  const looks = days.flatMap((day) => {
    const [own, others] = [incidenceOn(rows, 1, day, horizon), incidenceOn(rows, 0, day, horizon)];
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
    sentence: `En regardant ${looks.length === 1 ? 'une fois' : `${looks.length} fois, tous les ${lookEvery} jours`}, l’écart reste compris entre ${points(last.lower)} et ${points(last.upper)} point : cet intervalle, plus large, reste juste quel que soit le nombre de regards.`,
  };
}

/** Incidence of a group as it was known on a day, its variance, and the fewest of its events and non-events. */
function incidenceOn(rows: readonly ComparedCount[], arm: 0 | 1, day: number, horizon: number) {
  const known = new Map<string, { time: number; status: number; n: number; weight: 1 }>();
  for (const row of rows) {
    if (row.treated !== arm || row.indexDay === null || row.indexDay > day) continue;
    const seen = day - row.indexDay;
    const time = Math.min(row.time, seen);
    const status = row.time <= seen ? row.status : 0;
    const key = `${time}/${status}`;
    known.set(key, { time, status, n: (known.get(key)?.n ?? 0) + row.n, weight: 1 });
  }
  const counts = [...known.values()];
  const { incidence, pull, events, n, beyondFollowUp, atRisk } = weightedIncidence(counts, horizon);
  if (beyondFollowUp || atRisk < 11) return null;
  const variance = counts.reduce((sum, count, i) => sum + count.n * (pull[i] ?? 0) ** 2, 0);
  return { incidence, variance, fewest: Math.min(events, n - events) };
}
