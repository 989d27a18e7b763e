import type { InstantColumn, JsonColumn, OptionalInstantColumn } from '../column-types.ts';

export interface WeeklyTables {
  weekly_run: WeeklyRunTable;
  weekly_entry: WeeklyEntryTable;
}

/** `document`: the measure as JSON text, since recomputing it gives the same bytes; null: nothing could be measured. */
export interface WeeklyRunTable {
  service: string;
  /** ISO week, `2026-W48`. */
  week: string;
  at: InstantColumn;
  document: string | null;
  reading: JsonColumn<unknown>;
  is_simulated: boolean;
}

export type EntryKind = 'learned' | 'calls' | 'step';
export type StepEnd = 'done' | 'not-done' | 'dropped';

/** What a team writes in its ten minutes; nothing that names a person. Only added to, or taken back. */
export interface WeeklyEntryTable {
  id: string;
  service: string;
  week: string;
  kind: EntryKind;
  text: string;
  /** Calls made, for `calls`. */
  calls: number | null;
  /** Who does it, for `step`: a role or a first name, as the team says it. */
  who: string | null;
  /** An account id, or `foulee` in a demonstration. */
  author: string;
  at: InstantColumn;
  step_end: StepEnd | null;
  ended_at: OptionalInstantColumn;
}
