import { join } from 'node:path';
import type { Source } from '../plan/plan.ts';
import type { FileChanges } from './file-changes.ts';
import type { ImportedFile } from './manifest.ts';
import { countReasons } from './rejects.ts';

/** What an import did; no value of any row is in it. */
export interface ImportSummary {
  readonly sources: readonly SourceSummary[];
  readonly changed: boolean;
  /** Path of the pseudonymisation key when this import created it. */
  readonly keyCreatedAt: string | null;
}

export interface SourceSummary {
  readonly source: string;
  readonly kind: Source['kind'];
  readonly filesRead: readonly string[];
  readonly filesUnchanged: number;
  readonly filesGone: readonly string[];
  readonly sameContent: readonly { readonly name: string; readonly as: string }[];
  /** This import: rows added (fewer may remain, when a file was replaced), set aside and why. */
  readonly newRows: number;
  readonly rejected: number;
  readonly reasons: readonly {
    readonly column: string | null;
    readonly reason: string;
    readonly rows: number;
  }[];
  readonly rejectsFiles: readonly string[];
  /** All that is stored now. */
  readonly rows: number;
  readonly withoutSubject: number;
  readonly filteredOut: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly notes: readonly string[];
}

export function summariseSource(
  source: Source,
  state: {
    readonly folder: string;
    readonly read: readonly ImportedFile[];
    readonly kept: readonly ImportedFile[];
    readonly changes: FileChanges;
    readonly unmatched: readonly { readonly sentence: string }[];
  },
): SourceSummary {
  const { folder, read, kept, changes, unmatched } = state;
  const days = (pick: (file: ImportedFile) => string | null) =>
    kept
      .map(pick)
      .filter((day) => day !== null)
      .sort();
  return {
    source: source.name,
    kind: source.kind,
    filesRead: read.map((file) => file.name),
    filesUnchanged: changes.unchanged.length,
    filesGone: changes.gone.map((file) => file.name),
    sameContent: changes.sameContent,
    newRows: total(read, (file) => file.rows),
    rejected: total(read, (file) => file.rejected),
    reasons: countReasons(read.flatMap((file) => file.reasons)),
    rejectsFiles: read.flatMap((file) => file.rejects).map((name) => join(folder, name)),
    rows: total(kept, (file) => file.rows),
    withoutSubject: total(kept, (file) => file.withoutSubject),
    filteredOut: total(kept, (file) => file.filteredOut),
    firstDay: days((file) => file.firstDay)[0] ?? null,
    lastDay: days((file) => file.lastDay).at(-1) ?? null,
    notes: [
      ...read.flatMap((file) => file.notes.map((note) => `${file.name} : ${note}`)),
      ...unmatched.map(({ sentence }) => sentence),
    ],
  };
}

const total = (files: readonly ImportedFile[], count: (file: ImportedFile) => number) =>
  files.reduce((sum, file) => sum + count(file), 0);
