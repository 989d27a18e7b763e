import type { Nowcast } from '../../measure/measure.ts';
import { periodName, periodOf } from '../../measure/period.ts';
import { type DisclosureRule, maySee } from './rule.ts';

/** Outcomes of a calendar week known so far, and the share of them that the register's delays say is known. */
export interface NowcastWeek {
  readonly week: string;
  /** Null: too few to be seen, or too few more than in an earlier publication. */
  readonly observed: number | null;
  /** 0 to 1, three decimals; null when the register is too young to tell. */
  readonly share: number | null;
}

/**
 * The days of a nowcast in weeks of the calendar, the same in every publication so that none can be cut by difference.
 * The first week is left out when the nowcast does not hold its seven days. No total is published besides.
 */
export function nowcastWeeks(
  { byDay }: Nowcast,
  rule: DisclosureRule,
  earlier: readonly (readonly NowcastWeek[])[],
): readonly NowcastWeek[] {
  const weeks = new Map<string, { observed: number; expected: number | null; days: number }>();
  for (const { day, observed, expected } of byDay) {
    const week = periodName(periodOf(Date.parse(day) / 86_400_000, 'week'), 'week');
    const sum = weeks.get(week) ?? { observed: 0, expected: 0, days: 0 };
    weeks.set(week, {
      observed: sum.observed + observed,
      expected: sum.expected === null || expected === null ? null : sum.expected + expected,
      days: sum.days + 1,
    });
  }
  function safeChange(published: readonly NowcastWeek[], week: string, observed: number): boolean {
    const was = published.find((row) => row.week === week)?.observed ?? null;
    return was === null || maySee(observed - was, rule);
  }
  return [...weeks].flatMap(([week, { observed, expected, days }], i) => {
    if (i === 0 && days < 7) return [];
    const shown = maySee(observed, rule) && earlier.every((weeks) => safeChange(weeks, week, observed));
    const share = expected === null || expected === 0 ? null : observed / expected;
    return [
      { week, observed: shown ? observed : null, share: shown && share !== null ? thousandths(share) : null },
    ];
  });
}

const thousandths = (share: number): number => Math.round(share * 1000) / 1000;
