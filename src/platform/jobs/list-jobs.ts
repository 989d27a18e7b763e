import type { JobContext, JobState } from './job.ts';

/** A job as a page shows it. Instants are ISO 8601. */
export interface ListedJob {
  readonly id: string;
  readonly kind: string;
  readonly service: string | null;
  readonly state: JobState;
  readonly attempts: number;
  readonly runAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly outcome: string | null;
}

const mostShown = 100;

/** The latest jobs of a service, or of everyone when `service` is null, latest first. */
export function listJobs({ db }: Pick<JobContext, 'db'>, service: string | null): Promise<ListedJob[]> {
  return db
    .selectFrom('job')
    .select(['id', 'kind', 'service', 'state', 'attempts', 'run_at as runAt'])
    .select(['started_at as startedAt', 'ended_at as endedAt', 'outcome'])
    .$if(service !== null, (query) => query.where('service', '=', service))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(mostShown)
    .execute();
}
