import { hashOf } from '../ids.ts';
import type { AccountContext } from './context.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { recordAudit } from './record-audit.ts';
import { notFoundHere } from './refusals.ts';

/**
 * Erases an account: address, name, identity at the provider, roles, sessions, keys, invitations, projects,
 * reminders. Its random id stays, so that the audit log still tells one person from another without saying who.
 */
export function deleteAccount({ db, now }: AccountContext, account: string): Promise<void> {
  const at = now();
  return db.transaction().execute(async (transaction) => {
    await keepAdministrator(transaction, (membership) => membership.account === account);
    const known = await transaction
      .selectFrom('account')
      .select('email')
      .where('id', '=', account)
      .where('deleted_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (known === undefined) throw notFoundHere();
    if (known.email !== null) {
      await transaction.deleteFrom('login_token').where('email', '=', known.email).execute();
      await transaction.deleteFrom('invitation').where('email', '=', known.email).execute();
      await transaction.deleteFrom('login_request').where('address_hash', '=', hashOf(known.email)).execute();
    }
    await transaction.deleteFrom('project_draft').where('account', '=', account).execute();
    await transaction.deleteFrom('session').where('account', '=', account).execute();
    await transaction.deleteFrom('membership').where('account', '=', account).execute();
    await transaction.deleteFrom('api_key').where('account', '=', account).execute();
    await transaction.deleteFrom('reminder').where('account', '=', account).execute();
    await transaction.deleteFrom('calendar_feed').where('account', '=', account).execute();
    await transaction
      .updateTable('account')
      .set({ email: null, name: null, issuer: null, issuer_subject: null, siret: null, deleted_at: at })
      .where('id', '=', account)
      .execute();
    await recordAudit(transaction, {
      at,
      actor: account,
      action: 'account.delete',
      object: ['account', account],
    });
  });
}
