import type { Kysely } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { Allocation } from './allocation.ts';
import { standingAt } from './standing-at.ts';

/** How the budget of a service is shared between its effects, now or as it was at the instant `knownAt` (ISO 8601). */
export async function allocationsOf(
  db: Kysely<Schema>,
  service: string,
  knownAt: string | null = null,
): Promise<readonly Allocation[]> {
  const rows = await db
    .selectFrom('budget_allocation')
    .selectAll()
    .where('service', '=', service)
    .where(standingAt(knownAt))
    .orderBy('indicator')
    .execute();
  return rows.map(({ id, indicator, share, reason, recorded_at }) => ({
    id,
    indicator,
    share: share / 10_000,
    reason,
    recordedAt: recorded_at,
  }));
}
