import type { MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/** Nothing from elsewhere, no script, no frame but the embed that is made for it. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
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
};
