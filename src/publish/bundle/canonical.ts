import { createHash } from 'node:crypto';

/**
 * A value as JSON text of which each byte follows from the value: keys in the order of their UTF-16 units, no blank,
 * numbers as ECMAScript writes them. Source: RFC 8785. What is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
  return `{${entries.join(',')}}`;
}

/** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
export const sha256 = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');

/** Every number with at most six decimals: figures are published, and compared, to that digit. */
export function toSixDecimals<T>(value: T): T {
  if (typeof value === 'number') return (Number.isInteger(value) ? value : Number(value.toFixed(6))) as T;
  if (Array.isArray(value)) return value.map(toSixDecimals) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toSixDecimals(entry)])) as T;
}

/** Path of the first place where two values differ, in canonical order, as `measures.0.figures.units`; null: none. */
export function firstDifference(one: unknown, other: unknown, path = ''): string | null {
  if (canonicalJson(one) === canonicalJson(other)) return null;
  const [a, b] = [entriesOf(one), entriesOf(other)];
  if (a === null || b === null) return path;
  for (const key of [...new Set([...a.keys(), ...b.keys()])].sort(byPlace)) {
    const found = firstDifference(a.get(key), b.get(key), path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return path;
}

function entriesOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  return new Map(Object.entries(value));
}

const byPlace = (a: string, b: string): number => {
  const [i, j] = [Number(a), Number(b)];
  if (Number.isInteger(i) && Number.isInteger(j)) return i - j;
  return a < b ? -1 : 1;
};
