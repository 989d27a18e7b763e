import type { MiddlewareHandler } from 'hono';
import type { PublicCache } from './public-cache.ts';
import { answerTo, type Sealed, seal } from './sealed.ts';

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

/** A sealed answer as the app gives it. */
export function answer(sealed: Sealed, request: Headers): Response {
  const { status, head, body } = answerTo(sealed, {
    ifNoneMatch: request.get('if-none-match') ?? undefined,
    acceptEncoding: request.get('accept-encoding') ?? undefined,
  });
  const headers = new Headers();
  for (let i = 0; i < head.length; i += 2) headers.append(head[i] ?? '', head[i + 1] ?? '');
  return new Response(body === undefined ? null : new Uint8Array(body), { status, headers });
}
