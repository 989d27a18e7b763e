import { isCalendarDate } from '../../plan/calendar-date.ts';

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const french = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T].*)?$/;
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/**
 * The day a text says, `YYYY-MM-DD`, as the import reads it (`day-sql.ts`): `2026-11-27` alone or with a time (with
 * an offset or `Z`: the day in Paris), `27/11/2026`, `20261127`. Null: none, or outside 1900 to 2199.
 */
export function arrivalDay(written: string): string | null {
  const day = dayOf(written.trim());
  return day !== null && isCalendarDate(day) && day >= '1900-01-01' && day < '2200-01-01' ? day : null;
}

function dayOf(text: string): string | null {
  const found = iso.exec(text);
  if (found) {
    const [, day = '', hours = '00', minutes = '00', seconds = '00', offset] = found;
    if (hours > '23' || minutes > '59' || seconds > '59') return null;
    if (offset === undefined || !isCalendarDate(day)) return day;
    const instant = Date.parse(`${day}T${hours}:${minutes}:${seconds}${fullOffset(offset)}`);
    return Number.isNaN(instant) ? null : paris.format(instant);
  }
  if (/^\d{8}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const [, date = '', , month = '', year] = french.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** `+01` and `+0100` as `+01:00`. */
const fullOffset = (offset: string): string =>
  offset === 'Z' ? offset : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
