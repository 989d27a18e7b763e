import type { Database } from '../../platform/database/database.ts';
import { hashOf, newSecret } from '../../platform/ids.ts';
import type { Reminder } from './choose-reminder.ts';

/** Makes the secret of an account's calendar, in the place of the one before; shown once, kept as its hash. */
export async function newCalendar(db: Database, account: string, now: string): Promise<string> {
  const secret = newSecret();
  const made = { secret_hash: hashOf(secret), created_at: now };
  await db
    .insertInto('calendar_feed')
    .values({ account, ...made })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(made))
    .execute();
  return secret;
}

/** Whether an account has an address for its calendar. */
export async function hasCalendar(db: Database, account: string): Promise<boolean> {
  const feed = await db
    .selectFrom('calendar_feed')
    .select('account')
    .where('account', '=', account)
    .executeTakeFirst();
  return feed !== undefined;
}

/** Makes the address of an account's calendar stop answering. */
export async function revokeCalendar(db: Database, account: string): Promise<void> {
  await db.deleteFrom('calendar_feed').where('account', '=', account).execute();
}

export interface CalendarReminder extends Reminder {
  readonly name: string;
  /** ISO 8601. */
  readonly since: string;
}

/** What the calendar of this secret holds; null when it opens nothing. */
export async function calendarReminders(
  db: Database,
  secret: string,
): Promise<readonly CalendarReminder[] | null> {
  const feed = await db
    .selectFrom('calendar_feed')
    .innerJoin('account', 'account.id', 'calendar_feed.account')
    .select('calendar_feed.account')
    .where('secret_hash', '=', hashOf(secret))
    .where('account.deleted_at', 'is', null)
    .executeTakeFirst();
  if (feed === undefined) return null;
  return db
    .selectFrom('reminder')
    .innerJoin('service', 'service.id', 'reminder.service')
    .select([
      'reminder.id',
      'reminder.service',
      'weekday',
      'hour',
      'service.name',
      'reminder.created_at as since',
    ])
    .where('account', '=', feed.account)
    .orderBy('reminder.id')
    .execute();
}
