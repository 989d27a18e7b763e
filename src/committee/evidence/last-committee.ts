import type { Database } from '../../platform/database/database.ts';

/** The day of the committee of a service before a day, held here or told by an import; null: none is known. */
export async function lastCommittee(db: Database, service: string, day: string): Promise<string | null> {
  const decided = await db
    .selectFrom('committee_decision')
    .select('decided_on as day')
    .where('service', '=', service)
    .where('decided_on', '<', day)
    .orderBy('decided_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  const told = await db
    .selectFrom('committee')
    .select('held_on as day')
    .where('service_id', '=', service)
    .where('held_on', '<', day)
    .orderBy('held_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    [decided?.day, told?.day]
      .flatMap((one) => one ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}
