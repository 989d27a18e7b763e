import type { InstantColumn, JsonColumn, OptionalInstantColumn } from '../column-types.ts';

export interface JobTables {
  job: JobTable;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** One thing to do. `key` says the same thing is never asked twice; `lease` who does it now, until when unless renewed. */
export interface JobTable {
  id: string;
  key: string;
  kind: string;
  /** Whose team may see it; null: administrators only. */
  service: string | null;
  payload: JsonColumn<unknown>;
  state: JobState;
  run_at: InstantColumn;
  attempts: number;
  most_attempts: number;
  lease: string | null;
  lease_until: OptionalInstantColumn;
  created_at: InstantColumn;
  started_at: OptionalInstantColumn;
  ended_at: OptionalInstantColumn;
  /** What was done, or why it was not, in French; nothing of any person. */
  outcome: string | null;
}
