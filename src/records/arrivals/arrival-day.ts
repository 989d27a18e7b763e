import { isCalendarDate } from '../../plan/calendar-date.ts';

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** As Grist writes a moment: `2026-11-27 10:30am`. */
const halfDays = /^(\d{4}-\d{2}-\d{2}) \d{1,2}:\d{2}(?::\d{2})? ?[ap]m$/i;
const isSeconds = /^[1-9]\d{9}$/;
const french = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T].*)?$/;
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/**
 * The day a text says, `YYYY-MM-DD`, as the import reads it (`day-sql.ts`): `2026-11-27` alone or with a time (with
 * an offset or `Z`: the day in Paris), `27/11/2026`, `20261127`, seconds since 1970. Null: none, or outside 1900 to 2199.
 */
export function arrivalDay(written: string): string | null {
  const seconds = written.trim();
  return isSeconds.test(seconds) ? possible(paris.format(Number(seconds) * 1000)) : writtenDay(written);
}

/** The same but seconds, ten digits that could as well be the number of someone. */
export const writtenDay = (written: string): string | null => possible(dayOf(written.trim()));

/** The last day of a month written `2026-10`, as dashboards name what they count by month. Null: not a month. */
export function monthEnd(written: string): string | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(written.trim()) ?? [];
  return year === undefined || Number(month) < 1 || Number(month) > 12
    ? null
    : possible(new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10));
}

const possible = (day: string | null): string | null =>
  day !== null && isCalendarDate(day) && day >= '1900-01-01' && day < '2200-01-01' ? day : null;

function dayOf(text: string): string | null {
  const found = iso.exec(text);
  if (found) {
    const [, day = '', hours = '00', minutes = '00', seconds = '00', offset] = found;
    if (hours > '23' || minutes > '59' || seconds > '59') return null;
    if (offset === undefined || !isCalendarDate(day)) return day;
    const instant = Date.parse(`${day}T${hours}:${minutes}:${seconds}${fullOffset(offset)}`);
    return Number.isNaN(instant) ? null : paris.format(instant);
  }
  const halves = halfDays.exec(text);
  if (halves) return halves[1] ?? null;
  if (/^\d{8}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const [, date = '', , month = '', year] = french.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** `+01` and `+0100` as `+01:00`. */
const fullOffset = (offset: string): string =>
  offset === 'Z' ? offset : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
