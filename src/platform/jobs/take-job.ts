import { later } from '../accounts/context.ts';
import { newId } from '../ids.ts';
import type { JobContext, TakenJob } from './job.ts';

/** Milliseconds a process keeps a job without a sign of life. */
export const leaseLength = 60_000;

const stoppedEachTime =
  'Le programme s’est arrêté à chaque essai pendant cette tâche : elle n’est plus relancée d’elle-même. Regardez son journal, puis relancez-la.';

/**
 * Takes the job due first among these kinds, waiting or left by a process that died; null when there is none. No two
 * processes get the same one. A job that outlived its last attempt is given up rather than tried for ever.
 */
export async function takeJob({ db, now }: JobContext, kinds: readonly string[]): Promise<TakenJob | null> {
  const at = now();
  await db
    .updateTable('job')
    .set({ state: 'failed', lease: null, lease_until: null, ended_at: at, outcome: stoppedEachTime })
    .where('state', '=', 'running')
    .where('lease_until', '<', at)
    .whereRef('attempts', '>=', 'most_attempts')
    .execute();
  const row = await db
    .updateTable('job')
    .set((column) => ({
      state: 'running' as const,
      lease: newId(),
      lease_until: later(at, leaseLength),
      started_at: at,
      ended_at: null,
      attempts: column('attempts', '+', 1),
    }))
    .where('id', '=', (select) =>
      select
        .selectFrom('job as due')
        .select('due.id')
        .where('due.kind', 'in', [...kinds])
        .where((is) =>
          is.or([
            is('due.state', '=', 'waiting').and('due.run_at', '<=', at),
            is('due.state', '=', 'running').and('due.lease_until', '<', at),
          ]),
        )
        .orderBy('due.run_at')
        .orderBy('due.id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'kind', 'service', 'payload', 'attempts', 'most_attempts', 'lease'])
    .executeTakeFirst();
  if (row?.lease == null) return null;
  const { id, kind, service, payload, attempts, most_attempts, lease } = row;
  return { id, kind, service, payload, attempt: attempts, mostAttempts: most_attempts, lease };
}

/** Says the job is still being done; false when it was lost to another process. */
export async function keepLease({ db, now }: JobContext, { id, lease }: TakenJob): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ lease_until: later(now(), leaseLength) })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
