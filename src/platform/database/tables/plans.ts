import type { InstantColumn } from '../column-types.ts';

export interface PlanTables {
  plan_version: PlanVersionTable;
}

/** The version with the highest number is the plan of the service. */
export interface PlanVersionTable {
  service: string;
  number: number;
  /** Byte for byte as it was written. */
  text: string;
  /** SHA-256 of the canonical plan: what measures call it by. */
  hash: string;
  /** An account id, `key:<id>` or `foulee`; never shown to the public. */
  author: string;
  note: string;
  created_at: InstantColumn;
}
