import { type AccountContext, days } from './context.ts';
import { createLink } from './create-link.ts';
import { recordAudit } from './record-audit.ts';

const lifetime = days(1);

/**
 * The link that makes the first administrator, to be printed at start; null once there is one. Each start makes a
 * new link, and the earlier ones stop working.
 */
export function firstAdministratorLink({ db, now }: AccountContext, address: string): Promise<string | null> {
  const at = now();
  return db.transaction().execute(async (transaction) => {
    const administrator = await transaction
      .selectFrom('membership')
      .select('id')
      .where('role', '=', 'administrator')
      .where('service', 'is', null)
      .where('organisation', 'is', null)
      .executeTakeFirst();
    if (administrator !== undefined) return null;
    await transaction.deleteFrom('login_token').where('purpose', '=', 'first-administrator').execute();
    await recordAudit(transaction, {
      at,
      actor: 'foulee',
      action: 'administrator.first-link',
      object: ['installation', 'foulee'],
    });
    return createLink(transaction, {
      purpose: 'first-administrator',
      email: null,
      invitation: null,
      returnTo: '/equipe',
      now: at,
      lifetime,
      address,
    });
  });
}
