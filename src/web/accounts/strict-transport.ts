import type { MiddlewareHandler } from 'hono';

const yearInSeconds = 365 * 86_400;

/** On a site in https, tells browsers never to come in clear again. */
export function strictTransport(address: string): MiddlewareHandler {
  return async (request, next) => {
    await next();
    if (!address.startsWith('https:')) return;
    request.res.headers.set('strict-transport-security', `max-age=${yearInSeconds}`);
  };
}
