import type { MiddlewareHandler } from 'hono';

/** What is public may be kept a minute by anyone, and read from any other site. */
export const publicHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers, status } = context.res;
  if (status === 200 && !headers.has('cache-control')) headers.set('cache-control', 'public, max-age=60');
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-expose-headers', 'ETag');
};
