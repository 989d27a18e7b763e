const dayLength = 86_400_000;

/** Whole days since 1 January 1970. */
const dayNumber = (isoDay: string): number => Math.round(Date.parse(`${isoDay}T00:00:00Z`) / dayLength);

const isoDay = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** Monday 0 … Sunday 6; 1 January 1970 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** `2019-11` moved by a number of months. */
export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The days of a world, numbered from 0, with enough days around them to write any date it needs. */
export interface Calendar {
  readonly firstMonth: string;
  readonly months: readonly string[];
  /** Days of the world: 0 … days − 1. */
  readonly days: number;
  /** Number of day 0 since 1 January 1970. */
  readonly origin: number;
  iso(day: number): string;
  weekday(day: number): number;
  /** Rank of the month in the world (may be outside 0 … months − 1). */
  month(day: number): number;
  /** `YYYY-MM` of a month by rank. */
  monthName(rank: number): string;
}

const margin = 2200;

/** The `months` whole months from `firstMonth` (`YYYY-MM`). */
export function createCalendar(firstMonth: string, months: number): Calendar {
  const origin = dayNumber(`${firstMonth}-01`);
  const days = dayNumber(`${addMonths(firstMonth, months)}-01`) - origin;
  const iso = Array.from({ length: days + 2 * margin }, (_, i) => isoDay(origin + i - margin));
  const rankOf = (text: string) =>
    Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - Number(firstMonth.slice(0, 4)) * 12;
  const offset = Number(firstMonth.slice(5, 7));
  const ranks = Int32Array.from(iso, (text) => rankOf(text) - offset);
  const at = (day: number): string => iso[day + margin] ?? isoDay(origin + day);
  return {
    firstMonth,
    months: Array.from({ length: months }, (_, i) => addMonths(firstMonth, i)),
    days,
    origin,
    iso: at,
    weekday: (day) => weekday(origin + day),
    month: (day) => ranks[day + margin] ?? rankOf(isoDay(origin + day)) - offset,
    monthName: (rank) => addMonths(firstMonth, rank),
  };
}
