import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { CheckVerdict } from '../../platform/database/tables/committees.ts';

/** When a decision was taken, and what was said of it looking back: enough to know how one decides. */
export interface CheckedDecision {
  readonly decidedOn: string;
  /** The earliest first. */
  readonly checks: readonly { readonly months: 6 | 12; readonly verdict: CheckVerdict }[];
}

/** Every decision on these services, without what it rests on: some thousands are read at once. */
export async function checkedDecisions(
  db: Database,
  services: readonly string[],
): Promise<readonly CheckedDecision[]> {
  const rows = await db
    .selectFrom('committee_decision as decision')
    .leftJoin('committee_check as said', 'said.decision', 'decision.id')
    .select(['decision.id', 'decided_on', 'months', 'verdict'])
    .where('decision.service', '=', sql<string>`any(${[...services]})`)
    .orderBy('decision.id')
    .orderBy('months')
    .execute();
  const found = new Map<string, CheckedDecision>();
  for (const { id, decided_on, months, verdict } of rows) {
    const before = found.get(id)?.checks ?? [];
    const checks = months === null || verdict === null ? before : [...before, { months, verdict }];
    found.set(id, { decidedOn: decided_on, checks });
  }
  return [...found.values()];
}
