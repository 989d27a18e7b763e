import type { Kysely } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { BudgetLineTable } from '../../platform/database/tables/costs.ts';
import { type BudgetLine, isBudgetNature } from './budget-line.ts';
import { standingAt } from './standing-at.ts';

/**
 * The budget lines of a service that stand, those of the earliest days first. `knownAt`: as they stood at that instant
 * (ISO 8601), whatever was written or withdrawn since.
 */
export async function budgetLines(
  db: Kysely<Schema>,
  service: string,
  knownAt: string | null = null,
): Promise<readonly BudgetLine[]> {
  const rows = await db
    .selectFrom('budget_line')
    .selectAll()
    .where('service', '=', service)
    .where(standingAt(knownAt))
    .orderBy('starts_on')
    .orderBy('ends_on')
    .orderBy('id')
    .execute();
  return rows.map(lineOf);
}

/** Every line ever written, the last written first: what was withdrawn stays readable. */
export async function budgetHistory(db: Kysely<Schema>, service: string): Promise<readonly BudgetLine[]> {
  const rows = await db
    .selectFrom('budget_line')
    .selectAll()
    .where('service', '=', service)
    .orderBy('recorded_at', 'desc')
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  return rows.map(lineOf);
}

type Row = Omit<BudgetLineTable, 'recorded_at' | 'withdrawn_at'> & {
  readonly recorded_at: string;
  readonly withdrawn_at: string | null;
};

const lineOf = (row: Row): BudgetLine => ({
  id: row.id,
  from: row.starts_on,
  until: row.ends_on,
  cents: row.cents,
  state: row.state,
  nature: isBudgetNature(row.nature) ? row.nature : 'other',
  activity: row.activity,
  source: row.source,
  reference: row.reference,
  recordedAt: row.recorded_at,
  withdrawnAt: row.withdrawn_at,
});
