import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { newId } from '../ids.ts';
import type { NewJob } from './job.ts';

const usualAttempts = 5;

/** Adds a job, in the transaction of what asks for it; false when a job of this key was already asked for. */
export async function addJob(db: Kysely<Schema>, job: NewJob, now: string): Promise<boolean> {
  const added = await db
    .insertInto('job')
    .values({
      id: newId(),
      key: job.key,
      kind: job.kind,
      service: job.service,
      payload: JSON.stringify(job.payload),
      state: 'waiting',
      run_at: job.runAt ?? now,
      attempts: 0,
      most_attempts: job.mostAttempts ?? usualAttempts,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}
