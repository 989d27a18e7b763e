import { panelCalendar, writtenPeriod } from '../../measure/rollout/panel-calendar.ts';
import { dayOf } from '../../portfolio/day.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { Period } from './costs-over.ts';

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
);

/**
 * The days that a text names: a day (`31/01/2026`, `2026-01-31`, `1er janvier 2026`), a month (`janvier 2026`,
 * `01/2026`), a quarter (`T1 2026`), half a year (`S1 2026`), a year (`2026`), or two of them (`du … au …`). Null: none.
 */
export function readDays(written: string): Period | null {
  const text = withoutAccents(written).trim().replace(/\s+/g, ' ');
  const [, first, last] = /^(?:du |de )?(.+?) (?:au|a|->|→) (.+)$/.exec(text) ?? [];
  if (first !== undefined && last !== undefined) {
    const until = readOne(last);
    const from = readOne(first) ?? readOne(`${first} ${last.slice(-4)}`);
    return from === null || until === null ? null : { from: from.from, until: until.until };
  }
  return readOne(text);
}

function readOne(text: string): Period | null {
  const day =
    dayOf(text) ?? dayOf(text.replace(/^(\d{1,2}\/\d{1,2})\/(\d{2})$/, '$1/20$2')) ?? namedDay(text);
  if (day !== null) return inYears({ from: day, until: day });
  const [, name = '', year = ''] = /^(\p{L}+)\.? (\d{4})$/u.exec(text) ?? [];
  const month = months.findIndex((one) => name.length > 2 && one.startsWith(name));
  if (month >= 0) return ofMonths(Number(year), month, 1);
  const half = /^(?:s([12])[ -]?(\d{4})|(\d{4})[ -]?s([12])|(1er|2e|second) semestre (\d{4}))$/.exec(text);
  if (half !== null) {
    const [, a, b, c, d, e, f] = half;
    const second = (a ?? d) === '2' || (e !== undefined && e !== '1er');
    return ofMonths(Number(b ?? c ?? f), second ? 6 : 0, 6);
  }
  return ofCalendar(text);
}

/** `1er janvier 2026`. */
function namedDay(text: string): string | null {
  const [, date = '', name = '', year = ''] = /^(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})$/u.exec(text) ?? [];
  const month = months.findIndex((one) => name.length > 2 && one.startsWith(name));
  return month < 0 ? null : dayOf(`${date}/${month + 1}/${year}`);
}

function ofMonths(year: number, month: number, count: number): Period | null {
  const day = (months: number, date: number) => isoDay(Date.UTC(year, months, date) / 86_400_000);
  return inYears({ from: day(month, 1), until: day(month + count, 0) });
}

function ofCalendar(text: string): Period | null {
  const period = writtenPeriod(text);
  if (period === null || period.form === 'day' || period.form === 'number') return null;
  const { lastDay } = panelCalendar(period.form);
  const [before, last] = [lastDay(period.number - 1), lastDay(period.number)];
  return before === null || last === null ? null : inYears({ from: isoDay(before + 1), until: isoDay(last) });
}

/** Nobody budgets a service before 1990 nor after 2100: such a year is a slip. */
const inYears = (period: Period): Period | null =>
  period.from >= '1990-01-01' && period.until <= '2100-12-31' ? period : null;
