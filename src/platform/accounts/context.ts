import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';

/** What every use case needs: the database, and what time it is (ISO 8601, UTC). */
export interface AccountContext {
  readonly db: Database;
  readonly now: () => string;
}

export type AccountTransaction = Transaction<Schema>;

export const minutes = (count: number): number => count * 60_000;
export const days = (count: number): number => count * 86_400_000;

export function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
