/** How a day written with slashes is read when it does not say so itself. */
export type SlashOrder = 'day-first' | 'month-first';

/**
 * SQL expression reading a text as a day, NULL when it is none. Accepted: `2019-10-28` alone or followed by a
 * time (with an offset or `Z`: the day in Paris), `28/10/2019` (also with dots or dashes, and a time after),
 * `20191028`. See `possibleDay` for the range.
 */
export function daySql(text: string, order: SlashOrder): string {
  return `CASE WHEN starts_with(${text}, ' ') THEN ${trimmedDay(`trim(${text})`, order)}
    ELSE ${trimmedDay(text, order)} END`;
}

function trimmedDay(text: string, order: SlashOrder): string {
  const parts = order === 'day-first' ? ['%d', '%m', '%Y'] : ['%m', '%d', '%Y'];
  const formats = ['/', '-', '.'].map((mark) => `'${parts.join(mark)}'`).join(', ');
  return `CASE
    WHEN substring(${text}, 5, 1) = '-' THEN CASE
      WHEN ${hasOffset(text)} THEN CAST(timezone('Europe/Paris', TRY_CAST(${text} AS TIMESTAMPTZ)) AS DATE)
      WHEN substring(${text}, 11, 1) IN ('', ' ', 'T') THEN TRY_CAST(substring(${text}, 1, 10) AS DATE) END
    WHEN regexp_matches(${text}, '${compactShape}')
      THEN CAST(try_strptime(substring(${text}, 1, 8), '%Y%m%d') AS DATE)
    WHEN regexp_matches(${text}, '${slashShape}')
      THEN CAST(try_strptime(regexp_extract(${text}, '${slashShape}', 1), [${formats}]) AS DATE) END`;
}

const compactShape = '^[0-9]{8} *$';
/** A day of the month or month, twice, then a year of four digits, then nothing or a time. */
const slashShape = '^([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})([ T].*)?$';

/** Only a text with a time can have an offset: nothing to look for in the first sixteen characters. */
const hasOffset = (text: string) =>
  `length(${text}) > 16 AND regexp_matches(substring(${text}, 17), '[Z+-]')`;

/** Days before 1900 or after 2199 are typing mistakes, not days. */
export const possibleDay = (day: string) =>
  `CASE WHEN ${day} BETWEEN DATE '1900-01-01' AND DATE '2199-12-31' THEN ${day} END`;

/** Whether a text has the outline of a day, so that failing to read it means that the day does not exist. */
export const looksLikeDay = (text: string) =>
  `regexp_matches(trim(${text}), '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ T].*)?$|${compactShape}|${slashShape}')`;
