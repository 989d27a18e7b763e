import type { Config } from '../../platform/config.ts';
import { counted } from '../../platform/french/number.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/job.ts';
import { parisDay, parisInstant } from '../../platform/paris-time.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ArrivalDoor } from '../../records/arrivals/door.ts';
import { runWeek } from '../run/run-week.ts';
import { serviceToRun } from '../run/service-to-run.ts';
import { mondayOf, weekOf } from '../week.ts';

export const weeklyRunKind = 'weekly-run';

/** In Paris, on Monday: before anyone arrives. */
const hour = 5;

/** Asks for this week's run of every service that has a plan of its own, once a week. */
export async function askWeeklyRuns({ db, now }: JobContext): Promise<void> {
  const at = now();
  const week = weekOf(parisDay(at));
  const services = await db
    .selectFrom('service')
    .select('id')
    .where('origin', '!=', 'demonstration')
    .where('removed_upstream_on', 'is', null)
    .where((is) =>
      is.exists(
        is.selectFrom('plan_version').select('number').whereRef('plan_version.service', '=', 'service.id'),
      ),
    )
    .execute();
  for (const { id } of services) await askWeeklyRun({ db, now }, id, parisInstant(mondayOf(week), hour));
}

/** Asks for this week's run at once, also when it was already made: its job is done again. */
export async function askWeeklyRunNow({ db, now }: JobContext, service: string): Promise<void> {
  const at = now();
  await askWeeklyRun({ db, now }, service, at);
  await db
    .updateTable('job')
    .set({ state: 'waiting', run_at: at, attempts: 0 })
    .where('key', '=', keyOf(service, at))
    .where('state', '!=', 'running')
    .execute();
}

const keyOf = (service: string, at: string): string => `${weeklyRunKind} ${service} ${weekOf(parisDay(at))}`;

/** Asks for this week's run of a service; nothing when it was already asked for. */
async function askWeeklyRun({ db, now }: JobContext, service: string, runAt: string): Promise<void> {
  const at = now();
  await addJob(db, { key: keyOf(service, at), kind: weeklyRunKind, service, payload: {}, runAt }, at);
}

interface Parts {
  readonly context: JobContext;
  readonly config: Config;
  readonly software: string;
  readonly door: ArrivalDoor;
}

/** Makes the run of the week of the job's service; done again, it takes the place of the first. */
export const weeklyRunJob =
  ({ context: { db, now }, config, software, door }: Parts): JobHandler =>
  async ({ service }, signal) => {
    const subject = service === null ? null : await serviceToRun(db, service, config);
    if (subject === null) return 'Ce service n’a plus de plan : il n’y a rien à mesurer.';
    const at = now();
    const { document, reading } = await runWeek({
      ...subject,
      config,
      today: parisDay(at),
      now: at,
      software,
      door,
      signal,
    });
    if (document === null) {
      const [first] = reading.broken;
      throw new Refusal('data', first?.sentence ?? 'Rien n’a pu être mesuré.', '');
    }
    return [
      `${counted(document.measures.length, 'indicateur mesuré', 'indicateurs mesurés')}.`,
      ...(reading.broken.length > 0
        ? [`${counted(reading.broken.length, 'point à regarder', 'points à regarder')}.`]
        : []),
    ].join(' ');
  };
