import { tied } from './number.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const shortMonths = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

/** `2026-10-31` → `31 octobre 2026`; the first of a month is `1er`. Anything else comes back as it is. */
export function frenchDay(day: string): string {
  return sayDay(day, months);
}

/** `2026-10-31` → `31 oct. 2026`, for tables and axes. */
export function shortDay(day: string): string {
  return sayDay(day, shortMonths);
}

function sayDay(day: string, names: readonly string[]): string {
  const [, year, month = '', date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = names[Number(month) - 1];
  if (name === undefined) return day;
  return `${Number(date) === 1 ? '1er' : Number(date)}${tied}${name}${tied}${year}`;
}

/** `2019-03` → `mars 2019`, `2019-W12` → `semaine 12 de 2019`, `2019-Q1` → `1er trimestre 2019`. */
export function frenchPeriod(period: string): string {
  const { year, kind, number } = periodParts(period);
  if (kind === 'month') return `${months[number - 1]}${tied}${year}`;
  if (kind === 'week') return `semaine${tied}${number} de${tied}${year}`;
  if (kind === 'quarter') return `${number === 1 ? '1er' : `${number}e`}${tied}trimestre${tied}${year}`;
  return period === 'all' ? 'ensemble' : period;
}

/** `mars 2019`, `S12 2019`, `T1 2019`; `2019-01/2019-03` is `janv. à mars 2019`: for tables and axes. */
export function shortPeriod(period: string): string {
  const [first = '', last] = period.split('/');
  if (last !== undefined) return sayRange(shortPeriod(first), shortPeriod(last));
  const { year, kind, number } = periodParts(period);
  if (kind === 'month') return `${shortMonths[number - 1]}${tied}${year}`;
  if (kind === 'week') return `S${number}${tied}${year}`;
  if (kind === 'quarter') return `T${number}${tied}${year}`;
  return period === 'all' ? 'ensemble' : period;
}

/** Two periods of the same year say it once. */
function sayRange(first: string, last: string): string {
  const year = last.slice(-5);
  return `${first.endsWith(year) ? first.slice(0, -5) : first} à ${last}`;
}

type PeriodKind = 'month' | 'week' | 'quarter';

/** Whole periods from one cohort label to another of the same size; null when they cannot be compared. */
export function periodsBetween(from: string, to: string): number | null {
  const a = periodParts(from);
  const b = periodParts(to);
  if (a.kind === null || a.kind !== b.kind) return null;
  if (a.kind === 'week')
    return Math.round((mondayOf(b.year, b.number) - mondayOf(a.year, a.number)) / weekLength);
  return (b.year - a.year) * (a.kind === 'month' ? 12 : 4) + (b.number - a.number);
}

/** Name of one period, `mois`, `semaine` or `trimestre`. */
export function periodName(period: string): 'mois' | 'semaine' | 'trimestre' | 'période' {
  const names = { month: 'mois', week: 'semaine', quarter: 'trimestre' } as const;
  const { kind } = periodParts(period);
  return kind === null ? 'période' : names[kind];
}

function periodParts(period: string): { year: number; kind: PeriodKind | null; number: number } {
  const [, year, letter, digits] = /^(\d{4})-(W|Q)?(\d{1,2})$/.exec(period) ?? [];
  const number = Number(digits);
  const kind = letter === 'W' ? 'week' : letter === 'Q' ? 'quarter' : 'month';
  const last = { month: 12, week: 53, quarter: 4 }[kind];
  if (year === undefined || !(number >= 1 && number <= last)) return { year: 0, kind: null, number: 0 };
  return { year: Number(year), kind, number };
}

const weekLength = 7 * 86_400_000;

/** ISO 8601: week 1 holds 4 January. */
function mondayOf(year: number, week: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * weekLength;
}
