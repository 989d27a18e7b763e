import type { Plan } from './plan.ts';

/**
 * The plan as one JSON text that depends only on what the plan says: keys sorted, defaults filled, nothing left of
 * comments, order of keys or layout. What is absent (null, empty list, empty set of keys) is left out, so that a
 * key added to the format later does not change the hash of a plan that does not use it. The caller hashes it.
 */
export const canonicalPlan = (plan: Plan): string => canonicalJson(plan);

/** JSON text of a value: keys sorted, nothing of what is absent. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => !isAbsent(entry))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
  return `{${entries.join(',')}}`;
}

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
