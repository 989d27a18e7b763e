import { grantsOf } from '../../platform/accounts/find-session.ts';
import { findPlace } from '../../platform/accounts/place.ts';
import { may } from '../../platform/accounts/roles.ts';
import { hashOf } from '../../platform/ids.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/job.ts';
import type { Mail } from '../../platform/mail.ts';
import { parisDay, parisInstant } from '../../platform/paris-time.ts';
import { Refusal } from '../../platform/refusal.ts';
import { publicHolidays } from '../holidays.ts';
import { daysOf, type Week, weekOf } from '../week.ts';
import { deliverOnce, outcomeText } from './deliver-once.ts';
import { reminderText } from './reminder-text.ts';
import { weekDigest } from './week-digest.ts';

export const reminderKind = 'reminder';

const day = 86_400_000;

/**
 * Asks for the reminders that are due, each once a week, at the day and hour in Paris that its owner chose. None on a
 * public holiday, none a day late: a site that was stopped does not wake people up for last week.
 */
export async function askReminders({ db, now }: JobContext): Promise<void> {
  const at = now();
  const week = weekOf(parisDay(at));
  const rows = await db.selectFrom('reminder').selectAll().execute();
  for (const { id, service, weekday, hour, created_at } of rows) {
    const on = daysOf(week)[weekday - 1] ?? '';
    const due = parisInstant(on, hour);
    const late = Date.parse(at) - Date.parse(due);
    if (late < 0 || late > day || created_at > due || publicHolidays(Number(on.slice(0, 4))).has(on))
      continue;
    const key = `${reminderKind} ${id} ${week}`;
    await addJob(db, { key, kind: reminderKind, service, payload: { reminder: id, week } }, at);
  }
}

interface Parts {
  readonly context: JobContext;
  readonly mail: Mail;
  /** Of the site, without a final slash. */
  readonly address: string;
  /** What else waits for a service, in sentences. */
  readonly waiting?: (service: string) => Promise<readonly string[]>;
}

/** Sends one reminder, to whoever still has a role on the service; never twice in a week. */
export const reminderJob =
  ({ context, mail, address, waiting = async () => [] }: Parts): JobHandler =>
  async ({ payload }) => {
    const { reminder, week } = payload as { readonly reminder: string; readonly week: Week };
    const row = await context.db
      .selectFrom('reminder')
      .innerJoin('account', 'account.id', 'reminder.account')
      .select(['reminder.service', 'account.id', 'account.email'])
      .where('reminder.id', '=', reminder)
      .where('account.deleted_at', 'is', null)
      .executeTakeFirst();
    if (row?.email == null) return 'Ce rappel a été arrêté : rien n’est parti.';
    const place = await findPlace(context, { kind: 'service', id: row.service });
    const digest = await weekDigest(context.db, {
      service: row.service,
      week,
      address,
      waiting: await waiting(row.service),
    });
    if (place === null || digest === null || !may(await grantsOf(context.db, row.id), 'see', place.target)) {
      return 'Cette personne n’a plus accès au service : rien n’est parti.';
    }
    const stop = `${address}/rappels/${reminder}/arret`;
    const text = reminderText({
      name: digest.name,
      lines: digest.lines,
      where: `La page de la semaine :\n${digest.link}`,
      stop: `Vous recevez ce message parce que vous avez demandé un rappel. Pour l’arrêter :\n${stop}`,
    });
    const message = {
      to: row.email,
      subject: digest.title,
      text,
      unsubscribe: stop,
      id: messageId(address, `${reminder} ${week}`),
    };
    const outcome = await deliverOnce(context, { target: reminder, week }, () => mail.send(message));
    if (outcome !== 'failed') return outcomeText[outcome];
    throw new Refusal(
      'data',
      'Le serveur de courriel n’a pas pris le message.',
      'Vérifiez FOULEE_SMTP et le journal du programme.',
    );
  };

/** The same each time the same reminder is sent: a mailbox that gets it twice can tell. Says nothing of what it is made of. */
const messageId = (address: string, of: string): string =>
  `<rappel-${hashOf(of).slice(0, 32)}@${new URL(address).hostname}>`;
