import type { MiddlewareHandler } from 'hono';
import { findSession, type SignedIn } from '../../platform/accounts/find-session.ts';
import { signInFirst } from '../../platform/accounts/refusals.ts';
import type { AccountEnv, AccountParts, AccountRequest } from './account-parts.ts';
import { dropCookie, readCookie } from './browser-cookies.ts';

/** Sets who is signed in on the request; a cookie that opens nothing is taken back. */
export function withAccount({
  context,
  address,
}: Pick<AccountParts, 'context' | 'address'>): MiddlewareHandler<AccountEnv> {
  return async (request, next) => {
    const token = readCookie(request, 'session', address);
    const account = token === undefined ? null : await findSession(context, token);
    if (token !== undefined && account === null) dropCookie(request, 'session', address);
    request.set('account', account);
    await next();
  };
}

/** Who is signed in; refuses when nobody is. */
export function signedIn(request: AccountRequest): SignedIn {
  const account = request.get('account');
  if (account === null) throw signInFirst();
  return account;
}

/** Sends who only wanted to read a page to the sign-in page, and back afterwards. */
export const askToSignIn: MiddlewareHandler<AccountEnv> = async (request, next) => {
  if (request.get('account') !== null || request.req.method !== 'GET') return next();
  return request.redirect(`/connexion?suite=${encodeURIComponent(request.req.path)}`, 303);
};
