import type { Json } from '../service-record.ts';

export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function unknownKeys(object: JsonObject, known: readonly string[]): readonly string[] {
  return Object.keys(object).filter((key) => !known.includes(key));
}
