import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder } from './sync-to-disk.ts';

const count = z.number().int().nonnegative();
const day = z.string().nullable();

/** One input file, or what remains of it. */
const importedFile = z.object({
  /** Relative to the plan's folder. */
  name: z.string(),
  size: count,
  digest: z.string(),
  /** What tells that it was not written to since (`stampOf`); left out: not known. */
  stamp: z.string().optional(),
  /** Rows stored, set aside, without subject, and left out by the source's filter. */
  rows: count,
  rejected: count,
  withoutSubject: count,
  filteredOut: count,
  reasons: z.array(z.object({ column: z.string().nullable(), reason: z.string(), rows: count })),
  firstDay: day,
  lastDay: day,
  lastRecorded: day,
  /** Names of Parquet files, of their counts by day recorded, and of lists of rows set aside, in the manifest's folder. */
  segments: z.array(z.string()),
  reports: z.array(z.string()),
  rejects: z.array(z.string()),
  notes: z.array(z.string()),
});

const manifest = z.object({
  version: z.literal(1),
  importedOn: z.string(),
  files: z.array(importedFile),
  /** Pseudonyms whose rows must never come back. */
  erased: z.array(z.string()),
  /** Rows of days before this one must never come back either. */
  since: day,
});

export type ImportedFile = Readonly<z.infer<typeof importedFile>>;
export type Manifest = Readonly<z.infer<typeof manifest>>;

export const manifestName = 'manifest.json';

/** The state of a source, or null when it was never imported. */
export function readManifest(folder: string): Manifest | null {
  let text: string;
  try {
    text = readFileSync(join(folder, manifestName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return manifest.parse(JSON.parse(text));
}

/** Replaces the state of a source at once: whoever reads sees the one before or this one, even after a power cut. */
export function writeManifest(folder: string, state: Manifest): void {
  const draft = join(folder, `${manifestName}.${process.pid}.draft`);
  writeFileSync(draft, `${JSON.stringify(state, null, 1)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, join(folder, manifestName));
  syncFolder(folder);
  syncFolder(dirname(folder));
}
