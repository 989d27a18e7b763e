import type { InstantColumn, JsonColumn } from '../column-types.ts';

export interface PublicationTables {
  publication: PublicationTable;
  correction: CorrectionTable;
  publication_summary: PublicationSummaryTable;
}

/** `document`: the sealed publication as its canonical JSON text, since its bytes are hashed. */
export interface PublicationTable {
  sha256: string;
  service: string;
  number: number;
  previous: string | null;
  document: string;
  published_at: InstantColumn;
}

export interface CorrectionTable {
  id: string;
  /** SHA-256 of the publication. */
  publication: string;
  kind: 'correction' | 'withdrawal';
  reason: string;
  role: string;
  /** An account id, `key:<id>` or `foulee`; never shown to the public. */
  actor: string;
  at: InstantColumn;
}

/** `summary` null: nothing is measured, or the publication can no longer be read. */
interface PublicationSummaryTable {
  sha256: string;
  service: string;
  number: number;
  version: number;
  summary: JsonColumn<unknown> | null;
  sentence: string | null;
}
