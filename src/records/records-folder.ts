import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Source } from '../plan/plan.ts';

/** Changes with what is stored for the same source, so that older records are never read as newer ones. */
const storageVersion = 3;

/** `records/<service>/<source>/<definition>` under the data folder. */
export function sourceFolder(
  dataFolder: string,
  service: string,
  source: Source,
  keyFingerprint: string,
): string {
  return join(
    serviceFolder(dataFolder, service),
    safeName(source.name),
    definitionHash(source, keyFingerprint),
  );
}

export const serviceFolder = (dataFolder: string, service: string) =>
  join(dataFolder, 'records', safeName(service));

/** What of a source decides what is stored; the same definition and key read the same file the same way. */
export function definitionHash(source: Source, keyFingerprint: string): string {
  const {
    name: _name,
    matchingRight: _right,
    completeThrough: _through,
    maxRejectedShare: _share,
    pull: _pull,
    ...stored
  } = source;
  const text = JSON.stringify({ storageVersion, keyFingerprint, ...stored }, sortedKeys);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

const sortedKeys = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A name usable as a folder on any system; a name that had to be changed keeps a mark of what it was. */
export function safeName(name: string): string {
  const safe = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '-')
    .slice(0, 60);
  if (safe === name && safe !== '') return safe;
  return `${safe || 'x'}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
