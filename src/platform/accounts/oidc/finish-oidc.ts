import { hashOf } from '../../ids.ts';
import { acceptInvitations, createAccount } from '../arrive.ts';
import type { AccountContext, AccountTransaction } from '../context.ts';
import { openSession } from '../open-session.ts';
import { AccountRefusal, signInFailed } from '../refusals.ts';
import type { OidcProvider } from './provider.ts';
import { type Identity, readIdentity } from './read-identity.ts';

interface Return {
  readonly browser: string;
  /** Where the provider sent the browser back, whole. */
  readonly returned: URL;
  readonly device: string;
}

/**
 * Ends a sign-in begun by `startOidc` in the same browser; returns the session's token. A return that was already
 * used, came too late, or whose state, nonce, code or signature is not the expected one is refused, all alike.
 */
export async function finishOidc(
  context: AccountContext,
  provider: OidcProvider,
  { browser, returned, device }: Return,
): Promise<{ readonly session: string; readonly returnTo: string }> {
  const { db, now } = context;
  const state = returned.searchParams.get('state') ?? '';
  const request = await db
    .deleteFrom('oidc_request')
    .where('state_hash', '=', hashOf(state))
    .where('browser_hash', '=', hashOf(browser))
    .where('expires_at', '>', now())
    .returning(['nonce', 'code_verifier', 'return_to'])
    .executeTakeFirst();
  if (request === undefined) throw signInFailed();
  const expected = { state, nonce: request.nonce, verifier: request.code_verifier };
  const identity = await readIdentity(provider, returned, expected).catch((error) => {
    if (error instanceof AccountRefusal) throw error;
    const refusal = signInFailed();
    refusal.cause = error;
    throw refusal;
  });
  const at = now();
  const session = await db.transaction().execute(async (transaction) => {
    const account = await accountOf(transaction, provider, identity, at);
    const { idToken } = identity;
    // Only ProConnect answers for the organisation: another provider's claim of that name gives nothing.
    const siret = provider.preset === 'proconnect' ? identity.siret : null;
    return openSession(transaction, at, { account, method: 'oidc', device, idToken, siret });
  });
  return { session, returnTo: request.return_to };
}

/**
 * The account of this identity: the one with the same subject, or the one that has its address, or a new one. An
 * address this provider already gave to another subject opens nothing: addresses pass from one person to the next.
 */
async function accountOf(
  transaction: AccountTransaction,
  { issuer }: OidcProvider,
  { subject, email, emailIsSure, name, siret }: Identity,
  at: string,
): Promise<string> {
  const identity = { issuer, issuer_subject: subject };
  const known = await transaction
    .selectFrom('account')
    .select('id')
    .where('issuer', '=', issuer)
    .where('issuer_subject', '=', subject)
    .executeTakeFirst();
  const holder = email === null || !emailIsSure ? null : await holderOf(transaction, email);
  const free = emailIsSure && (holder === null || holder.id === known?.id);
  const adopted = holder !== null && holder.issuer !== issuer ? holder.id : undefined;
  const account = known?.id ?? adopted ?? (await createAccount(transaction, { email: null }, at));
  await transaction
    .updateTable('account')
    .set({ ...identity, name, siret, ...(free && email !== null && { email }) })
    .where('id', '=', account)
    .execute();
  if (email !== null && (free || adopted === account)) {
    await acceptInvitations(transaction, account, email, at);
  }
  return account;
}

function holderOf(transaction: AccountTransaction, email: string) {
  return transaction
    .selectFrom('account')
    .select(['id', 'issuer'])
    .where('email', '=', email)
    .executeTakeFirst()
    .then((row) => row ?? null);
}
