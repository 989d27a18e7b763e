import { mix } from './draws.ts';

const hex16 = Array.from({ length: 65536 }, (_, i) => i.toString(16).padStart(4, '0'));
const high = (word: number): string => hex16[word >>> 16] ?? '';
const low = (word: number): string => hex16[word & 0xffff] ?? '';

/**
 * The opaque identifier of a person in the usage log and the register: a UUID. Two indexes of one seed never share
 * one, because the first eight digits are a bijection of the index.
 */
export function personId(seed: number, index: number): string {
  const a = mix(index ^ mix(seed ^ 0x1d5f3a7b));
  const b = mix(a ^ 0x5bd1e995);
  const c = mix(b + index);
  const d = mix(c ^ a);
  const version = hex16[0x4000 | (b & 0xfff)] ?? '';
  const variant = hex16[0x8000 | (c & 0x3fff)] ?? '';
  return `${high(a)}${low(a)}-${high(b)}-${version}-${variant}-${high(c)}${high(d)}${low(d)}`;
}

/** The same identifier badly copied: it matches nobody. */
export const alteredId = (id: string): string => `${id.slice(0, 24)}${id.slice(25)}`;

/** A digit that makes a number pass the Luhn check once written after it. */
function luhnDigit(digits: string): number {
  let sum = 0;
  for (let i = digits.length - 1, double = true; i >= 0; i--, double = !double) {
    const digit = Number(digits[i]) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** The SIRET (14 digits, both Luhn digits right) of a company: distinct for indexes under 100 million. */
export function siretOf(seed: number, company: number): string {
  const base = (company * 61_803_399 + (mix(seed) % 100_000_000)) % 100_000_000;
  const eight = String(base).padStart(8, '0');
  const siren = `${eight}${luhnDigit(eight)}`;
  const establishment = `${siren}${String(1 + (mix(seed ^ company) % 30)).padStart(4, '0')}`;
  return `${establishment}${luhnDigit(establishment)}`;
}
