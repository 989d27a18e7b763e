import { sql, type Transaction } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import { alreadyPlannedThatDay } from './refusals.ts';
import { stillOpen } from './still-open.ts';

/** Holds the committees of a service until the end of the transaction; refuses a day on which another is still to be held. */
export async function freeDay(
  transaction: Transaction<Schema>,
  { service, id }: { readonly service: string; readonly id: string },
  day: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`committees ${service}`}))`.execute(transaction);
  const same = await stillOpen(transaction, service)
    .where('planned_on', '=', day)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (same !== undefined) throw alreadyPlannedThatDay();
}
