/** `31/12/2020`, `31-12-2020` or `2020/12/31` as `2020-12-31`; `undefined` when no such day can be read. */
export function suggestDate(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined;
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written.trim());
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ].*)?$/.exec(written.trim());
  const [year, month, day] = french
    ? [french[3], french[2], french[1]]
    : iso
      ? [iso[1], iso[2], iso[3]]
      : [undefined, undefined, undefined];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : undefined;
}

/** Whether a `YYYY-MM-DD` text is a day of the calendar (29 February only in leap years). */
export function isCalendarDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one `YYYY-MM-DD` day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** `2020-02-29` as « 29 février 2020 ». */
export function dateText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date) === 1 ? '1er' : Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
