import type { Logger } from 'pino';
import { Refusal } from '../refusal.ts';
import type { JobContext, JobHandler, TakenJob } from './job.ts';
import { failJob, finishJob, giveBackJob } from './settle-job.ts';
import { keepLease, leaseLength, takeJob } from './take-job.ts';

interface Parts {
  readonly context: JobContext;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly log: Pick<Logger, 'error'>;
  /** Milliseconds between two looks at an empty queue; 5,000 when left out. */
  readonly every?: number;
}

export interface JobRunner {
  /** Looks at the queue now. */
  wake(): void;
  /** Takes nothing more; asks what runs to stop, and waits for it to be finished or given back. */
  stop(): Promise<void>;
}

/** Does the jobs of the queue one after the other, in this process, until it is stopped. */
export function runJobs({ context, handlers, log, every = 5_000 }: Parts): JobRunner {
  const stopping = new AbortController();
  const kinds = Object.keys(handlers);
  let rung = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, every);
      rung = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        const job = await takeJob(context, kinds);
        if (job === null) await pause();
        else await doJob(job);
      } catch (error) {
        // The database does not answer: the lease runs out, and the job is taken again.
        log.error({ err: error }, 'file des tâches interrompue');
        await pause();
      }
    }
  };

  async function doJob(job: TakenJob): Promise<void> {
    const lost = new AbortController();
    const heart = setInterval(() => {
      keepLease(context, job).then(
        (kept) => kept || lost.abort(),
        (error) => log.error({ err: error }, 'tâche sans nouvelles'),
      );
    }, leaseLength / 3);
    try {
      const handler = handlers[job.kind];
      if (handler === undefined) throw new Error(`no handler for ${job.kind}`);
      await finishJob(context, job, await handler(job, AbortSignal.any([stopping.signal, lost.signal])));
    } catch (error) {
      if (stopping.signal.aborted) await giveBackJob(context, job);
      else await failJob(context, job, reasonOf(error, log));
    } finally {
      clearInterval(heart);
    }
  }

  const done = loop();
  return {
    wake: () => rung(),
    async stop() {
      stopping.abort();
      rung();
      await done;
    },
  };
}

/** A refusal says what to do; anything else is a defect, told in the log only. */
function reasonOf(error: unknown, log: Parts['log']): string {
  if (error instanceof Refusal) return `${error.message} ${error.advice}`;
  log.error({ err: error }, 'tâche interrompue par un défaut');
  return 'Erreur inattendue : c’est un défaut de Foulée, pas de vos données. Son détail est dans le journal du programme.';
}
