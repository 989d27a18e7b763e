import type { JobContext } from './job.ts';

/** Asks for a job again at once, with all its attempts; false when it is being done, or is not of this service. */
export async function retryJob(
  { db, now }: JobContext,
  id: string,
  service: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ state: 'waiting', run_at: now(), attempts: 0 })
    .where('id', '=', id)
    .where('state', '!=', 'running')
    .$if(service !== null, (query) => query.where('service', '=', service))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
