import type { ServiceRecord } from '../service-record.ts';

/** What is known of a service once a document has been read: a partial one only adds. */
export function mergedRecord(
  before: ServiceRecord | null,
  read: ServiceRecord,
  partial: boolean,
): ServiceRecord {
  if (!partial) return read;
  return {
    ...before,
    ...read,
    links: { ...before?.links, ...read.links },
    other: { ...before?.other, ...read.other },
  };
}

/** Whether two values are the same JSON, whatever the order of keys: a database does not keep that order. */
export function sameRecord(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
