import type { AccountContext } from './context.ts';
import { recordAudit } from './record-audit.ts';
import { notFoundHere } from './refusals.ts';

/** Stops a key of this account at once. */
export function revokeApiKey({ db, now }: AccountContext, account: string, key: string): Promise<void> {
  const at = now();
  return db.transaction().execute(async (transaction) => {
    const revoked = await transaction
      .updateTable('api_key')
      .set({ revoked_at: at })
      .where('id', '=', key)
      .where('account', '=', account)
      .where('revoked_at', 'is', null)
      .returning(['service', 'organisation'])
      .executeTakeFirst();
    if (revoked === undefined) throw notFoundHere();
    await recordAudit(transaction, {
      at,
      actor: account,
      action: 'key.revoke',
      object: ['key', key],
      ...revoked,
    });
  });
}
