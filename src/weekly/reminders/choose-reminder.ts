import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';

export interface Reminder {
  readonly id: string;
  readonly service: string;
  /** 1 Monday to 5 Friday, in Paris. */
  readonly weekday: number;
  readonly hour: number;
}

/** Reminds an account of a service at a day and hour; chosen again, the new ones take the place of the old. */
export async function chooseReminder(
  db: Database,
  { account, ...reminder }: Omit<Reminder, 'id'> & { readonly account: string },
  now: string,
): Promise<void> {
  const { service, weekday, hour } = reminder;
  await db
    .insertInto('reminder')
    .values({ id: newId(), account, service, weekday, hour, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(['account', 'service']).doUpdateSet({ weekday, hour, created_at: now }),
    )
    .execute();
}

/** The reminder an account has for a service; null: none. */
export async function reminderOf(db: Database, account: string, service: string): Promise<Reminder | null> {
  const row = await db
    .selectFrom('reminder')
    .select(['id', 'service', 'weekday', 'hour'])
    .where('account', '=', account)
    .where('service', '=', service)
    .executeTakeFirst();
  return row ?? null;
}

/** Stops a reminder by its id, which only its messages and its owner know; the name of its service, null when it is gone. */
export async function stopReminder(db: Database, id: string): Promise<string | null> {
  const row = await reminderToStop(db, id);
  if (row !== null) await db.deleteFrom('reminder').where('id', '=', id).execute();
  return row;
}

/** The name of the service a reminder is about; null when there is no such reminder. */
export async function reminderToStop(db: Database, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('reminder')
    .innerJoin('service', 'service.id', 'reminder.service')
    .select('service.name')
    .where('reminder.id', '=', id)
    .executeTakeFirst();
  return row?.name ?? null;
}
