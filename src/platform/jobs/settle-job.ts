import { later } from '../accounts/context.ts';
import type { JobState } from '../database/tables/jobs.ts';
import type { JobContext, TakenJob } from './job.ts';
import { retryDelay } from './retry-delay.ts';

interface Settled {
  readonly state: JobState;
  readonly outcome: string | null;
  readonly run_at?: string;
  readonly attempts?: number;
}

/** Whoever lost the lease settles nothing: false. */
async function settle({ db, now }: JobContext, { id, lease }: TakenJob, to: Settled): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ ...to, ended_at: now(), lease: null, lease_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const finishJob = (context: JobContext, job: TakenJob, outcome: string): Promise<boolean> =>
  settle(context, job, { state: 'done', outcome });

/** Tried again later, later each time; after the last attempt, failed until someone asks again. */
export const failJob = (context: JobContext, job: TakenJob, reason: string): Promise<boolean> =>
  settle(
    context,
    job,
    job.attempt >= job.mostAttempts
      ? { state: 'failed', outcome: reason }
      : { state: 'waiting', outcome: reason, run_at: later(context.now(), retryDelay(job.attempt)) },
  );

/** Gives back a job that could not be finished before the program stops: this attempt does not count. */
export const giveBackJob = (context: JobContext, job: TakenJob): Promise<boolean> =>
  settle(context, job, {
    state: 'waiting',
    outcome: 'Interrompue par l’arrêt du site : elle reprendra d’elle-même.',
    run_at: context.now(),
    attempts: job.attempt - 1,
  });
