import type { InstantColumn, JsonColumn } from '../column-types.ts';

export interface ProjectTables {
  project_draft: ProjectDraftTable;
}

/** `answers`: what was answered so far, step by step. */
export interface ProjectDraftTable {
  id: string;
  account: string;
  name: string;
  answers: JsonColumn<unknown>;
  created_at: InstantColumn;
  updated_at: InstantColumn;
}
