import type { InstantColumn, OptionalInstantColumn } from '../column-types.ts';

export interface CostTables {
  budget_line: BudgetLineTable;
  budget_allocation: BudgetAllocationTable;
}

/** What a service was given or spent over some days. Never changed: withdrawn, and written again. */
export interface BudgetLineTable {
  id: string;
  service: string;
  /** First and last day it pays for, both included. */
  starts_on: string;
  ends_on: string;
  /** Euro cents. */
  cents: number;
  state: 'spent' | 'forecast';
  nature: string;
  activity: string | null;
  /** Where the line comes from: the form, a file, an address. */
  source: string;
  /** An order, a contract, a page: what lets one find it again. */
  reference: string | null;
  /** An account id or `foulee`; never shown to the public. */
  author: string;
  recorded_at: InstantColumn;
  withdrawn_at: OptionalInstantColumn;
  withdrawn_by: string | null;
}

/** Which part of the budget counts for one indicator, and why. Never changed either. */
export interface BudgetAllocationTable {
  id: string;
  service: string;
  indicator: string;
  /** Hundredths of a percent: 10 000 is the whole budget. */
  share: number;
  reason: string;
  author: string;
  recorded_at: InstantColumn;
  withdrawn_at: OptionalInstantColumn;
  withdrawn_by: string | null;
}
