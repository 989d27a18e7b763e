import type { Handler } from 'hono';

const aDay = String(86_400);

/** What a browser asks before a page of another site reads what is public here with headers of its own. */
export const preflight: Handler = () =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'If-None-Match, Cache-Control',
      'access-control-max-age': aDay,
    },
  });
