import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Source } from '../../plan/plan.ts';
import { safeName } from '../records-folder.ts';

/**
 * `arrivals/<service>/<source>/<key>` under the data folder: pseudonyms made with another key, or with another rule
 * for letter case, are other pseudonyms.
 */
export function arrivalsFolder(
  dataFolder: string,
  service: string,
  source: Pick<Source, 'name' | 'letterCase'>,
  keyFingerprint: string,
): string {
  const rule = source.letterCase === 'ignore' ? `${keyFingerprint}-i` : keyFingerprint;
  return join(dataFolder, 'arrivals', safeName(service), safeName(source.name), rule);
}

/** Whether any row of a source came, whatever the key its pseudonyms were made with. */
export function anythingArrived(
  dataFolder: string,
  service: string,
  { name }: Pick<Source, 'name'>,
): boolean {
  const folder = join(dataFolder, 'arrivals', safeName(service), safeName(name));
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) =>
      isSegment(basename(path)),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Rows received one batch after the other; a file is never written to again once another one follows. */
export const streamName = (number: number): string => `flux-${String(number).padStart(6, '0')}.jsonl`;

export const streamNumber = (name: string): number | null => {
  const [, digits] = /^flux-(\d{6,})\.jsonl$/.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
};

export const isSegment = (name: string): boolean => /^[\w-]+\.jsonl$/.test(name);
