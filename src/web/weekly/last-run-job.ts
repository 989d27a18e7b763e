import type { JobContext } from '../../platform/jobs/job.ts';
import { type ListedJob, listJobs } from '../../platform/jobs/list-jobs.ts';
import { weeklyRunKind } from '../../weekly/jobs/weekly-run-job.ts';

/** The last weekly run that was asked for, of a service; null: none was. */
export async function lastRunJob(
  context: Pick<JobContext, 'db'>,
  service: string,
): Promise<ListedJob | null> {
  return (await listJobs(context, service)).find(({ kind }) => kind === weeklyRunKind) ?? null;
}
