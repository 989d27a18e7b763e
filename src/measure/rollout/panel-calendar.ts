import { frenchDay, frenchPeriod } from '../../platform/french/date.ts';
import { dayNumber, isoDay } from '../../statistics/calendar-day.ts';
import { periodName, periodOf, periodStart } from '../period.ts';

/** `number`: periods only counted (1, 2, 3…), without dates. */
export type PeriodSize = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'number';

/** How the periods of a panel are numbered and named; consecutive periods have consecutive numbers. */
export interface PanelCalendar {
  readonly size: PeriodSize;
  /** Days in one period, on average; null when periods are only counted. */
  readonly days: number | null;
  /** `2024-03`, `2024-Q1`, `2024-W12`, `2024`, `2024-03-01` or `12`. */
  readonly code: (period: number) => string;
  /** The same for a French sentence. */
  readonly nameOf: (period: number) => string;
  /** Last day of a period, days since 1970-01-01; null when periods are only counted. */
  readonly lastDay: (period: number) => number | null;
}

/** A period as a table writes it, before knowing the calendar of the whole column. */
export interface WrittenPeriod {
  readonly form: PeriodSize;
  /** Number of the period in its own form; days since 1970-01-01 for a date. */
  readonly number: number;
}

/** `2024-03-15`, `15/03/2024`, `2024-03`, `03/2024`, `2024-Q1`, `2024-T1`, `2024-W12`, `2024`, `12`; null: none of these. */
export function writtenPeriod(written: string): WrittenPeriod | null {
  const text = written.trim();
  const [, y = '', m = '', d = ''] = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/.exec(text) ?? french(text) ?? [];
  if (y !== '') {
    const day = dayNumber(`${y}-${m}-${d}`);
    return day === null ? null : { form: 'day', number: day };
  }
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? reversed(/^(\d{1,2})\/(\d{4})$/.exec(text));
  if (month !== null) return within('month', Number(month[1]), Number(month[2]), 12);
  const quarter =
    /^(\d{4})[- ]?[QT]([1-4])$/i.exec(text) ?? reversed(/^[QT]([1-4])[- /]?(\d{4})$/i.exec(text));
  if (quarter !== null) return within('quarter', Number(quarter[1]), Number(quarter[2]), 4);
  const week = /^(\d{4})-?[WS](\d{1,2})$/i.exec(text);
  if (week !== null) return isoWeek(Number(week[1]), Number(week[2]));
  if (/^(19|20|21)\d{2}(\.0+)?$/.test(text)) return { form: 'year', number: Number(text) };
  return /^-?\d{1,9}(\.0+)?$/.test(text) ? { form: 'number', number: Number(text) } : null;
}

function french(text: string): string[] | null {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T].*)?$/.exec(text);
  return found === null
    ? null
    : ['', found[3] ?? '', (found[2] ?? '').padStart(2, '0'), (found[1] ?? '').padStart(2, '0')];
}

const reversed = (found: RegExpExecArray | null): string[] | null =>
  found === null ? null : ['', found[2] ?? '', found[1] ?? ''];

function within(form: 'month' | 'quarter', year: number, part: number, parts: number): WrittenPeriod | null {
  return part >= 1 && part <= parts ? { form, number: year * parts + part - 1 } : null;
}

function isoWeek(year: number, week: number): WrittenPeriod | null {
  if (week < 1 || week > 53) return null;
  const first = periodOf(Date.UTC(year, 0, 4) / 86_400_000, 'week');
  return { form: 'week', number: first + week - 1 };
}

/**
 * The size of the periods of a column: that of its form; for dates, the largest step they all keep to (same day of
 * the year, of the quarter, of the month, of the week). Null: forms that do not go together.
 */
export function sizeOf(periods: readonly WrittenPeriod[]): PeriodSize | null {
  const forms = new Set(periods.map(({ form }) => form));
  if (forms.has('number') && [...forms].every((form) => form === 'number' || form === 'year'))
    return 'number';
  const [form] = forms;
  if (forms.size !== 1 || form === undefined) return null;
  return form === 'day' ? stepOfDays([...new Set(periods.map(({ number }) => number))]) : form;
}

function stepOfDays(days: readonly number[]): PeriodSize {
  const dates = days.map((day) => new Date(day * 86_400_000));
  const same = (of: (date: Date) => number) => new Set(dates.map(of)).size === 1;
  const monthEnd = dates.every((date) => new Date(date.getTime() + 86_400_000).getUTCDate() === 1);
  if (same((date) => date.getUTCDate()) || monthEnd) {
    if (same((date) => date.getUTCMonth()) && days.length > 1) return 'year';
    return same((date) => date.getUTCMonth() % 3) && days.length > 1 ? 'quarter' : 'month';
  }
  return same((date) => date.getUTCDay()) ? 'week' : 'day';
}

/** The number of a written period in a calendar of this size; null when it is coarser than the calendar. */
export function numberIn(size: PeriodSize, { form, number }: WrittenPeriod): number | null {
  if (form === size || (size === 'number' && form === 'year')) return number;
  if (form === 'day') return size === 'number' ? null : numberOfDay(size, number);
  const rank = sizes.indexOf(form);
  return form === 'number' || size === 'number' || rank > sizes.indexOf(size)
    ? null
    : numberOfDay(size, firstDay(form, number));
}

/** Finest first. */
const sizes: readonly PeriodSize[] = ['day', 'week', 'month', 'quarter', 'year'];

function numberOfDay(size: Exclude<PeriodSize, 'number'>, day: number): number {
  if (size === 'day') return day;
  return size === 'year' ? new Date(day * 86_400_000).getUTCFullYear() : periodOf(day, size);
}

function firstDay(size: Exclude<PeriodSize, 'number'>, period: number): number {
  if (size === 'day') return period;
  return size === 'year' ? Date.UTC(period, 0, 1) / 86_400_000 : periodStart(period, size);
}

const lengths = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 } as const;

export function panelCalendar(size: PeriodSize): PanelCalendar {
  if (size === 'number')
    return { size, days: null, code: String, nameOf: (period) => `n° ${period}`, lastDay: () => null };
  const code = (period: number): string => {
    if (size === 'day') return isoDay(period);
    return size === 'year' ? String(period) : periodName(period, size);
  };
  return {
    size,
    days: lengths[size],
    code,
    nameOf: (period) => (size === 'day' ? frenchDay(code(period)) : frenchPeriod(code(period))),
    lastDay: (period) => firstDay(size, period + 1) - 1,
  };
}
