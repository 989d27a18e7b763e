import type { JobContext } from '../../platform/jobs/job.ts';
import type { Week } from '../week.ts';

/** `failed`: the other side refused it, and it may leave again. */
export type Outcome = 'sent' | 'already-sent' | 'perhaps-sent' | 'failed';

/**
 * Sends something to a target for a week, never twice: what is about to leave is written first. Stopped between leaving
 * and being written as sent, nobody can tell whether it left: it does not leave again (`perhaps-sent`). `send` says
 * whether the other side took it, null when nobody can tell; what it refused may be sent again later.
 */
export async function deliverOnce(
  { db, now }: JobContext,
  { target, week }: { readonly target: string; readonly week: Week },
  send: () => Promise<boolean | null>,
): Promise<Outcome> {
  const claimed = await db
    .insertInto('weekly_delivery')
    .values({ target, week, state: 'started', at: now() })
    .onConflict((conflict) =>
      conflict
        .columns(['target', 'week'])
        .doUpdateSet({ state: 'started', at: now() })
        .where('weekly_delivery.state', '=', 'failed'),
    )
    .returning('target')
    .executeTakeFirst();
  if (claimed === undefined) {
    const { state } = await db
      .selectFrom('weekly_delivery')
      .select('state')
      .where('target', '=', target)
      .where('week', '=', week)
      .executeTakeFirstOrThrow();
    return state === 'sent' ? 'already-sent' : 'perhaps-sent';
  }
  const taken = await send();
  if (taken === null) return 'perhaps-sent';
  await db
    .updateTable('weekly_delivery')
    .set({ state: taken ? 'sent' : 'failed', at: now() })
    .where('target', '=', target)
    .where('week', '=', week)
    .execute();
  return taken ? 'sent' : 'failed';
}

/** An outcome as the page of tasks says it. */
export const outcomeText: Readonly<Record<Exclude<Outcome, 'failed'>, string>> = {
  sent: 'Envoyé.',
  'already-sent': 'Déjà envoyé cette semaine : rien n’est reparti.',
  'perhaps-sent':
    'L’envoi a été coupé : il est peut-être parti, et ne repart pas, pour ne pas arriver deux fois.',
};
