import type { Database } from '../database/database.ts';
import type { JobState } from '../database/tables/jobs.ts';

/** What the queue needs: the database, and what time it is (ISO 8601, UTC). */
export interface JobContext {
  readonly db: Database;
  readonly now: () => string;
}

/** Something to do once, later or now. */
export interface NewJob {
  /** Two jobs of one key are the same job: the second is not added. */
  readonly key: string;
  readonly kind: string;
  readonly service: string | null;
  readonly payload: unknown;
  /** ISO 8601; as soon as possible when left out. */
  readonly runAt?: string;
  /** 5 when left out. */
  readonly mostAttempts?: number;
}

/** A job someone works on, under a lease. */
export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly service: string | null;
  readonly payload: unknown;
  /** 1 for the first. */
  readonly attempt: number;
  readonly mostAttempts: number;
  readonly lease: string;
}

/**
 * Does a job and says in French what was done. It may be called again for the same job after a crash: what it does twice
 * must count once. `signal` asks it to stop; a refusal it throws is kept as the reason of the failure.
 */
export type JobHandler = (job: TakenJob, signal: AbortSignal) => Promise<string>;

export type { JobState };
