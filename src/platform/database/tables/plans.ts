import type { InstantColumn } from '../column-types.ts';

export interface PlanTables {
  plan_version: PlanVersionTable;
  plan_registration: PlanRegistrationTable;
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

/** What a version announced of one indicator; `registered_at` is that of its version. */
export interface PlanRegistrationTable {
  service: string;
  version: number;
  indicator: string;
  /** SHA-256 of `part`. */
  hash: string;
  part: string;
  registered_at: InstantColumn;
  /** The day effects were first looked at, when they had been by then; null: registered before looking. */
  looked_on: string | null;
}
