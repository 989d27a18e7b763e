import { numberToCorrect } from './refusals.ts';

/** A number as people write it in French: `120 000`, `0,5`, `−1`, with or without `€` or `%`; refuses anything else. */
export function typedNumber(typed: string, what: string): number {
  const text = typed
    .replace(/[\s\u00a0\u202f€%]/g, '')
    .replace(/^\u2212/, '-')
    .replace(',', '.');
  const value = /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw numberToCorrect(`« ${typed.trim().slice(0, 20)} » n’est pas ${what}.`);
  return value;
}
