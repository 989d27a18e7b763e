import type { AccountContext } from './context.ts';
import { recordAudit } from './record-audit.ts';
import { notFoundHere } from './refusals.ts';

/** Ends one session of an account; returns the provider's ID token when it came from one. */
export function endSession(
  { db, now }: AccountContext,
  account: string,
  session: string,
): Promise<{ readonly idToken: string | null }> {
  return db.transaction().execute(async (transaction) => {
    const ended = await transaction
      .deleteFrom('session')
      .where('id', '=', session)
      .where('account', '=', account)
      .returning('id_token')
      .executeTakeFirst();
    if (ended === undefined) throw notFoundHere();
    await recordAudit(transaction, {
      at: now(),
      actor: account,
      action: 'session.end',
      object: ['session', session],
    });
    return { idToken: ended.id_token };
  });
}
