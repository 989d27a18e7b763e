import type { InstantColumn } from '../column-types.ts';

export interface ReminderTables {
  reminder: ReminderTable;
  calendar_feed: CalendarFeedTable;
  webhook: WebhookTable;
  weekly_delivery: WeeklyDeliveryTable;
}

/** One account wants to be reminded of one service. The id, which nobody can guess, is also what stops it. */
export interface ReminderTable {
  id: string;
  account: string;
  service: string;
  /** 1 Monday to 5 Friday, in Paris. */
  weekday: number;
  hour: number;
  created_at: InstantColumn;
}

export interface CalendarFeedTable {
  account: string;
  secret_hash: string;
  created_at: InstantColumn;
}

/** `url` may itself be a secret: shown by its host alone. `secret` signs what is sent; null for a chat room. */
export interface WebhookTable {
  id: string;
  service: string;
  shape: 'chat' | 'signed';
  url: string;
  secret: string | null;
  created_by: string;
  created_at: InstantColumn;
}

/** One thing sent to one target for one week, written before it leaves: it never leaves twice. */
export interface WeeklyDeliveryTable {
  target: string;
  week: string;
  state: 'started' | 'sent' | 'failed';
  at: InstantColumn;
}
