import type { MiddlewareHandler } from 'hono';
import type { PublicCache } from './public-cache.ts';
import { bodyFor, isUnchanged, type Sealed, seal } from './sealed.ts';

/** Answers from the cache what is public, the same for everyone, and was already made; keeps what is made. */
export function cached(cache: PublicCache): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    if (method !== 'GET' && method !== 'HEAD') return next();
    const key = cacheKey(context.req.url);
    const known = await cache.current(key);
    if (known !== undefined) return answer(known, context.req.raw.headers);
    await next();
    if (context.res.status !== 200) return;
    const sealed = await seal(context.res);
    // A HEAD made the whole page too: hono drops its body afterwards.
    cache.keep(key, sealed);
    context.res = undefined;
    context.res = answer(sealed, context.req.raw.headers);
  };
}

/** Path and query, as they came. */
function cacheKey(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  return start === -1 ? '/' : url.slice(start);
}

function answer(sealed: Sealed, request: Headers): Response {
  const headers = new Headers(sealed.headers);
  headers.set('etag', sealed.etag);
  headers.append('vary', 'accept-encoding');
  if (isUnchanged(sealed.etag, request.get('if-none-match') ?? undefined)) {
    headers.delete('content-length');
    return new Response(null, { status: 304, headers });
  }
  const { body, encoding } = bodyFor(sealed, request.get('accept-encoding') ?? '');
  if (encoding !== null) headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.length));
  return new Response(new Uint8Array(body), { headers });
}
