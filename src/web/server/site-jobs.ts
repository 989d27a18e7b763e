import type { Logger } from 'pino';
import { committeeNotices } from '../../committee/sessions/committee-notices.ts';
import { committeeReminderJob } from '../../committee/sessions/committee-reminder-job.ts';
import {
  askCommitteeReminders,
  committeeDayJob,
  committeeDayKind,
  committeeReminderKind,
} from '../../committee/sessions/committee-reminders.ts';
import type { Config } from '../../platform/config.ts';
import { askToForget, forgetJobs, forgetting } from '../../platform/jobs/forget-jobs.ts';
import type { JobContext } from '../../platform/jobs/job.ts';
import { type JobRunner, runJobs } from '../../platform/jobs/run-jobs.ts';
import type { Mail } from '../../platform/mail.ts';
import { parisDay } from '../../platform/paris-time.ts';
import type { ArrivalDoor } from '../../records/arrivals/door.ts';
import { askWeeklyRuns, weeklyRunJob, weeklyRunKind } from '../../weekly/jobs/weekly-run-job.ts';
import { askReminders, reminderJob, reminderKind } from '../../weekly/reminders/reminder-job.ts';
import { askWebhooks, webhookJob, webhookKind } from '../../weekly/reminders/webhook-job.ts';
import { runPublicationJob, runPublicationKind } from '../team/publications/run-publication.ts';

interface Parts {
  readonly context: JobContext;
  readonly config: Config;
  readonly software: string;
  readonly mail: Mail;
  readonly door: ArrivalDoor;
  readonly log: Pick<Logger, 'error'>;
}

/** Milliseconds between two looks at what is due. */
const askedEvery = 30_000;

/** What the site does by itself while it is open; `stop` waits for what runs, or gives it back. */
export function startSiteJobs({
  context,
  log,
  mail,
  door,
  config,
  software,
}: Parts): Pick<JobRunner, 'stop'> {
  const waiting = async (service: string) =>
    (await committeeNotices(context.db, service, parisDay(context.now()))).map(({ sentence }) => sentence);
  const handlers = {
    [forgetting]: forgetJobs(context),
    [weeklyRunKind]: weeklyRunJob({ context, config, software, door }),
    [runPublicationKind]: runPublicationJob({ context, config, software }),
    [reminderKind]: reminderJob({ context, mail, address: config.address, waiting }),
    [webhookKind]: webhookJob({
      context,
      address: config.address,
      mayBePrivate: config.privateWebhooks,
      waiting,
    }),
    [committeeDayKind]: committeeDayJob(context),
    [committeeReminderKind]: committeeReminderJob({ context, mail, address: config.address }),
  };
  const runner = runJobs({ context, log, handlers });
  const ask = async () => {
    try {
      await askToForget(context);
      await askWeeklyRuns(context);
      await askReminders(context);
      await askWebhooks(context);
      await askCommitteeReminders(context);
      runner.wake();
    } catch (error) {
      log.error({ err: error }, 'tâches non demandées');
    }
  };
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
