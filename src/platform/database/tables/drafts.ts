import type { InstantColumn } from '../column-types.ts';

export interface DraftTables {
  publication_draft: PublicationDraftTable;
}

/** `document`: the publication as it was sent, verified once; it is verified again when it is published. */
export interface PublicationDraftTable {
  id: string;
  service: string;
  account: string;
  document: string;
  created_at: InstantColumn;
  expires_at: InstantColumn;
}
