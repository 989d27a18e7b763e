import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { newSecret } from '../../platform/ids.ts';

/** The session, and a random number for the browser of someone who is not signed in yet. */
type CookieName = 'session' | 'visite';

const monthInSeconds = 30 * 86_400;

/** Under https the `__Host-` prefix keeps neighbouring sites from setting our cookies. */
const nameOf = (name: CookieName, address: string) =>
  address.startsWith('https:') ? `__Host-foulee-${name}` : `foulee-${name}`;

const optionsFor = (address: string) =>
  ({ path: '/', httpOnly: true, secure: address.startsWith('https:'), sameSite: 'Lax' }) as const;

export function readCookie(request: Context, name: CookieName, address: string): string | undefined {
  return getCookie(request, nameOf(name, address));
}

/** Neither readable by a script nor sent along with another site's form. */
export function giveSession(request: Context, token: string, address: string): void {
  const options = { ...optionsFor(address), maxAge: monthInSeconds };
  setCookie(request, nameOf('session', address), token, options);
  dropCookie(request, 'visite', address);
}

export function dropCookie(request: Context, name: CookieName, address: string): void {
  deleteCookie(request, nameOf(name, address), optionsFor(address));
}

/** This browser's random number, given now if it has none. It lasts as long as the browser stays open. */
export function visitOf(request: Context, address: string): string {
  const known = readCookie(request, 'visite', address);
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known;
  const visit = newSecret();
  setCookie(request, nameOf('visite', address), visit, optionsFor(address));
  return visit;
}
