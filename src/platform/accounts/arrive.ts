import { newId } from '../ids.ts';
import type { AccountTransaction } from './context.ts';
import { recordAudit } from './record-audit.ts';

/** Whether a link may be sent to this address: it has an account, or an invitation that waits. */
export async function isKnown(transaction: AccountTransaction, email: string, now: string): Promise<boolean> {
  const account = await accountAt(transaction, email);
  return account !== null || (await waiting(transaction, email, now)).length > 0;
}

/**
 * The account of someone who proved that they read this address: the one it has, or a new one. The invitations
 * that wait for the address are accepted.
 */
export async function arrive(transaction: AccountTransaction, email: string, now: string): Promise<string> {
  const account = (await accountAt(transaction, email)) ?? (await createAccount(transaction, { email }, now));
  await acceptInvitations(transaction, account, email, now);
  return account;
}

export async function createAccount(
  transaction: AccountTransaction,
  { email }: { readonly email: string | null },
  now: string,
): Promise<string> {
  const id = newId();
  await transaction.insertInto('account').values({ id, email, created_at: now }).execute();
  await recordAudit(transaction, { at: now, actor: id, action: 'account.create', object: ['account', id] });
  return id;
}

async function accountAt(transaction: AccountTransaction, email: string): Promise<string | null> {
  const row = await transaction
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Gives the account every role it was invited to under this address. */
export async function acceptInvitations(
  transaction: AccountTransaction,
  account: string,
  email: string,
  now: string,
): Promise<void> {
  for (const { id, role, service, organisation } of await waiting(transaction, email, now)) {
    await transaction.deleteFrom('invitation').where('id', '=', id).execute();
    await transaction
      .insertInto('membership')
      .values({ id: newId(), account, role, service, organisation, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await recordAudit(transaction, {
      at: now,
      actor: account,
      action: 'invitation.accept',
      object: ['invitation', id],
      service,
      organisation,
      detail: { role },
    });
  }
}

function waiting(transaction: AccountTransaction, email: string, now: string) {
  return transaction
    .selectFrom('invitation')
    .select(['id', 'role', 'service', 'organisation'])
    .where('email', '=', email)
    .where('expires_at', '>', now)
    .forUpdate()
    .execute();
}
