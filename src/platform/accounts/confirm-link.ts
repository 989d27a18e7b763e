import { hashOf, newId } from '../ids.ts';
import { arrive } from './arrive.ts';
import type { AccountContext, AccountTransaction } from './context.ts';
import { emailAddress } from './email-address.ts';
import { openSession } from './open-session.ts';
import { recordAudit } from './record-audit.ts';
import { linkNoLongerValid } from './refusals.ts';

/** What a link would do, without doing it: programs that scan mail open links too. */
export async function readLink(
  { db, now }: AccountContext,
  token: string,
): Promise<{ readonly asksForEmail: boolean }> {
  const row = await db
    .selectFrom('login_token')
    .select('purpose')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .executeTakeFirst();
  if (row === undefined) throw linkNoLongerValid();
  return { asksForEmail: row.purpose === 'first-administrator' };
}

interface Confirmation {
  readonly token: string;
  readonly device: string;
  /** Asked from the first administrator only. */
  readonly email: string | null;
}

/** Uses a link: once, in time. Opens a session and returns its token, and where the person was going. */
export function confirmLink(
  { db, now }: AccountContext,
  { token, device, email }: Confirmation,
): Promise<{ readonly session: string; readonly returnTo: string }> {
  const at = now();
  return db.transaction().execute(async (transaction) => {
    const link = await transaction
      .updateTable('login_token')
      .set({ used_at: at })
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning(['purpose', 'email', 'return_to'])
      .executeTakeFirst();
    if (link === undefined) throw linkNoLongerValid();
    const account =
      link.purpose === 'first-administrator'
        ? await becomeAdministrator(transaction, emailAddress(email ?? ''), at)
        : await arriveAt(transaction, link.email, at);
    const session = await openSession(transaction, at, {
      account,
      method: 'link',
      device,
      idToken: null,
      siret: null,
    });
    return { session, returnTo: link.return_to };
  });
}

async function arriveAt(transaction: AccountTransaction, email: string | null, at: string): Promise<string> {
  if (email === null) throw linkNoLongerValid();
  return arrive(transaction, email, at);
}

async function becomeAdministrator(
  transaction: AccountTransaction,
  email: string,
  at: string,
): Promise<string> {
  const account = await arrive(transaction, email, at);
  await transaction
    .insertInto('membership')
    .values({ id: newId(), account, role: 'administrator', created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordAudit(transaction, {
    at,
    actor: account,
    action: 'administrator.first',
    object: ['account', account],
  });
  return account;
}
