import { days, later } from '../accounts/context.ts';
import { counted } from '../french/number.ts';
import { addJob } from './add-job.ts';
import type { JobContext, JobHandler } from './job.ts';

export const forgetting = 'forget-jobs';
const keptDays = 90;

/** Asks, once a day, for jobs ended long ago to be forgotten. */
export async function askToForget({ db, now }: JobContext): Promise<void> {
  const at = now();
  const key = `${forgetting} ${at.slice(0, 10)}`;
  await addJob(db, { key, kind: forgetting, service: null, payload: {} }, at);
}

/** Forgets jobs that ended more than 90 days ago. */
export const forgetJobs =
  ({ db, now }: JobContext): JobHandler =>
  async () => {
    const { numDeletedRows } = await db
      .deleteFrom('job')
      .where('state', 'in', ['done', 'failed'])
      .where('ended_at', '<', later(now(), -days(keptDays)))
      .executeTakeFirst();
    return `${counted(Number(numDeletedRows), 'tâche de plus de 90 jours oubliée', 'tâches de plus de 90 jours oubliées')}.`;
  };
