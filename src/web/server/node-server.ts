import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { PublicCache } from '../http/public-cache.ts';
import { bodyFor, isUnchanged, type Sealed } from '../http/sealed.ts';

interface Parts {
  readonly app: Hono;
  readonly cache: PublicCache;
  /** Called once an answer is sent, with what may be written in a log: nothing of who asked, nor what. */
  readonly onAnswer: (answer: Answer) => void;
  readonly clock: () => number;
}

export interface Answer {
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
}

/**
 * The server: pages already made leave straight from the cache (no request object, no route), everything else goes
 * through the app.
 */
export function nodeServer({ app, cache, onAnswer, clock }: Parts): Server {
  const throughTheApp = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return createServer({ keepAliveTimeout: 65_000, maxHeaderSize: 16_384 }, (request, response) => {
    const sealed = isRead(request) ? cache.recent(request.url ?? '/') : undefined;
    if (sealed !== undefined) return send(sealed, request, response);
    const started = clock();
    response.on('close', () => {
      onAnswer({
        method: request.method ?? '',
        status: response.statusCode,
        milliseconds: Math.round(clock() - started),
      });
    });
    void throughTheApp(request, response);
  });
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

function send(sealed: Sealed, request: IncomingMessage, response: ServerResponse): void {
  const { headers, etag } = sealed;
  const tagged: Record<string, string | number> = { ...headers, etag, vary: 'accept-encoding' };
  if (isUnchanged(etag, request.headers['if-none-match'])) {
    response.writeHead(304, tagged).end();
    return;
  }
  const { body, encoding } = bodyFor(sealed, String(request.headers['accept-encoding'] ?? ''));
  if (encoding !== null) tagged['content-encoding'] = encoding;
  tagged['content-length'] = body.length;
  response.writeHead(200, tagged);
  response.end(request.method === 'HEAD' ? undefined : body);
}
