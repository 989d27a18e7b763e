import type { MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/** For a page of the team space that has a script of ours: it may run, and ask this site alone. */
export const scriptPolicy = [
  ...policy,
  "script-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

const yearInSeconds = 365 * 86_400;

/**
 * Nothing from elsewhere, no script, no frame but the embed that is made for it; and on a site in https (`address`),
 * never in clear again.
 */
export const securityHeaders =
  (address: string): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const { headers } = context.res;
    const framed = context.req.path.endsWith('/integration');
    if (!headers.has('content-security-policy')) {
      headers.set(
        'content-security-policy',
        [...policy, `frame-ancestors ${framed ? '*' : "'none'"}`].join('; '),
      );
    }
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    if (address.startsWith('https:')) {
      headers.set('strict-transport-security', `max-age=${yearInSeconds}`);
    }
  };
