import type { ErrorText } from '../pages/error-page.tsx';

/** An error for programs, in French too (RFC 9457). */
export function problem(status: number, { title, what, advice }: ErrorText): Response {
  return new Response(
    `${JSON.stringify({ type: 'about:blank', status, title, detail: what, advice }, null, 2)}\n`,
    {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'access-control-allow-origin': '*',
      },
    },
  );
}
