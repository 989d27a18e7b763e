import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AccountRequest } from './account-parts.ts';
import { readCookie, visitOf } from './browser-cookies.ts';

/** The hidden field of every form. */
export const formTokenField = 'jeton_formulaire';

/** Proves that a form came from a page we gave to this very session (or, signed out, to this very browser). */
export function formToken(request: AccountRequest, address: string): string {
  const session = request.get('account') === null ? undefined : readCookie(request, 'session', address);
  return tokenFor(session ?? visitOf(request, address));
}

/** Whether the token that came with a form is the one of this session or browser. */
export function isFormToken(request: AccountRequest, address: string, given: string): boolean {
  const session = request.get('account') === null ? undefined : readCookie(request, 'session', address);
  const secret = session ?? readCookie(request, 'visite', address);
  if (secret === undefined) return false;
  const expected = Buffer.from(tokenFor(secret));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received);
}

const tokenFor = (secret: string) => createHmac('sha256', secret).update('foulee form').digest('base64url');
