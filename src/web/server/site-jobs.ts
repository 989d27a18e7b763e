import type { Logger } from 'pino';
import { askToForget, forgetJobs, forgetting } from '../../platform/jobs/forget-jobs.ts';
import type { JobContext } from '../../platform/jobs/job.ts';
import { type JobRunner, runJobs } from '../../platform/jobs/run-jobs.ts';

interface Parts {
  readonly context: JobContext;
  readonly log: Pick<Logger, 'error'>;
}

/** Milliseconds between two looks at what is due. */
const askedEvery = 30_000;

/** What the site does by itself while it is open; `stop` waits for what runs, or gives it back. */
export function startSiteJobs({ context, log }: Parts): Pick<JobRunner, 'stop'> {
  const runner = runJobs({ context, log, handlers: { [forgetting]: forgetJobs(context) } });
  const ask = () =>
    askToForget(context).then(runner.wake, (error) => log.error({ err: error }, 'tâches non demandées'));
  let asking = ask();
  const timer = setInterval(() => {
    asking = ask();
  }, askedEvery);
  return {
    async stop() {
      clearInterval(timer);
      await asking;
      await runner.stop();
    },
  };
}
