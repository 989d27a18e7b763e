import { sql } from 'kysely';
import { counted } from '../../platform/french/number.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/job.ts';
import { parisDay, parisInstant } from '../../platform/paris-time.ts';
import { daysAfter, monthsAfter } from '../../statistics/calendar-day.ts';
import { prepareFrom } from './committee-notices.ts';
import { committeePeople } from './committee-people.ts';

export const committeeReminderKind = 'committee-reminder';
export const committeeDayKind = 'committee-day';

/** What a person is told once. */
export interface CommitteeReminder {
  readonly about: 'prepare' | 'check-6' | 'check-12';
  readonly session: string;
  readonly service: string;
  readonly account: string;
  /** The day it is due, `YYYY-MM-DD`. */
  readonly due: string;
}

const hour = 9;
/** Days after which a look back that nobody was told of is not told any more: the pages say it. */
const tooLate = 30;

/** Asks, once a day at nine in the morning in Paris, who is to be told of a committee. */
export async function askCommitteeReminders({ db, now }: JobContext): Promise<void> {
  const at = now();
  const today = parisDay(at);
  if (parisInstant(today, hour) > at) return;
  const key = `${committeeDayKind} ${today}`;
  await addJob(db, { key, kind: committeeDayKind, service: null, payload: {} }, at);
}

/**
 * Asks for the reminders of a day: a committee to prepare, a month before the money ends or sooner when it meets sooner, and
 * decisions to look back at six and twelve months later. One message for each person and thing, whatever the number of days it waits.
 */
export const committeeDayJob =
  ({ db, now }: JobContext): JobHandler =>
  async () => {
    const at = now();
    const today = parisDay(at);
    let asked = 0;
    for (const due of [...(await toPrepare(db, today)), ...(await toLookBack(db, today))]) {
      for (const { account } of await committeePeople(db, due.service)) {
        const reminder: CommitteeReminder = { ...due, account };
        const key = `${committeeReminderKind} ${due.about} ${due.session} ${account}`;
        const job = { key, kind: committeeReminderKind, service: due.service, payload: reminder };
        if (await addJob(db, job, at)) asked += 1;
      }
    }
    return `${counted(asked, 'rappel demandé', 'rappels demandés')}.`;
  };

type Due = Omit<CommitteeReminder, 'account'>;

async function toPrepare(db: JobContext['db'], today: string): Promise<readonly Due[]> {
  const rows = await db
    .selectFrom('committee_session')
    .select(['id as session', 'service', 'created_at'])
    .select(['planned_on as plannedOn', 'money_ends_on as moneyEndsOn'])
    .where('evidence', 'is', null)
    .where((column) => column(column.fn.coalesce('money_ends_on', 'planned_on'), '>=', today))
    .execute();
  return rows
    .filter((days) => prepareFrom(days) <= today)
    .map(({ session, service, created_at }) => ({
      about: 'prepare',
      session,
      service,
      due: parisDay(created_at),
    }));
}

async function toLookBack(db: JobContext['db'], today: string): Promise<readonly Due[]> {
  const rows = await db
    .selectFrom('committee_decision')
    .select(['id', 'session', 'service', 'decided_on'])
    .where('decided_on', '<=', monthsAfter(today, -6))
    .where('decided_on', '>=', daysAfter(monthsAfter(today, -12), -tooLate))
    .execute();
  const written = await db
    .selectFrom('committee_check')
    .select(['decision', 'months'])
    .where('decision', '=', sql<string>`any(${rows.map(({ id }) => id)})`)
    .execute();
  return rows.flatMap(({ id, session, service, decided_on }) =>
    ([6, 12] as const).flatMap((months): Due[] => {
      const due = monthsAfter(decided_on, months);
      const isDue = due <= today && daysAfter(due, tooLate) >= today;
      const isDone = written.some((check) => check.decision === id && check.months >= months);
      return isDue && !isDone ? [{ about: `check-${months}`, session, service, due }] : [];
    }),
  );
}
