/** Narrow no-break space: between thousands. */
const thousands = '\u202f';
/** No-break space: between a number and its unit. */
export const tied = '\u00a0';
const minus = '\u2212';

/** `12 345,6`: fixed decimals, comma, thousands by four digits or more, true minus sign. */
export function frenchNumber(value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  const digits = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? minus + digits : digits;
}

/** `1 personne`, `12 345 personnes`, `0 personne`: French counts below two as singular. */
export function counted(value: number, one: string, many: string): string {
  return `${frenchNumber(value)}${tied}${Math.abs(value) < 2 ? one : many}`;
}

/** A list said in French: `a, b et c`. */
export function frenchList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`;
}
