import { type ReportCount, reportingDelay } from '../statistics/reporting-delay.ts';

/** How far back reports are read to learn the register's delays, in days. */
export const reportsLookBack = 730;
const enoughReported = 0.99;

export interface Coverage {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly basis: 'declared' | 'reports' | 'last-outcome';
}

/**
 * Last day for which the register is complete: as the plan declares it; else the last day whose outcomes are at
 * least 99 % reported, from the register's own delays; else, for want of better, the day of its last outcome,
 * never later than the import.
 */
export function registerCoverage(known: {
  readonly declared: number | null;
  readonly reports: readonly ReportCount[] | null;
  readonly lastRecorded: number | null;
  readonly lastDay: number;
  readonly importedOn: number;
}): Coverage {
  if (known.declared !== null) return { day: known.declared, basis: 'declared' };
  const { reports, lastRecorded } = known;
  if (reports !== null && reports.length > 0 && lastRecorded !== null) {
    const { cdf } = reportingDelay(reports, lastRecorded, longestDelay(reports));
    const late = cdf.findIndex((share) => share !== null && share >= enoughReported);
    return { day: lastRecorded - Math.max(0, late), basis: 'reports' };
  }
  return { day: Math.min(known.lastDay, known.importedOn), basis: 'last-outcome' };
}

/** Delay that all but one report in a thousand stay under: the tail beyond is read as never. */
export function longestDelay(reports: readonly ReportCount[]): number {
  const byDelay = new Map<number, number>();
  let all = 0;
  for (const { delay, n } of reports) {
    byDelay.set(delay, (byDelay.get(delay) ?? 0) + n);
    all += n;
  }
  let seen = 0;
  for (const [delay, n] of [...byDelay].sort(([a], [b]) => a - b)) {
    seen += n;
    if (seen >= all * 0.999) return delay;
  }
  return 0;
}
