import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { PublicCache } from '../http/public-cache.ts';
import { answerTo, type Sealed } from '../http/sealed.ts';

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

function send(sealed: Sealed, { headers, method }: IncomingMessage, response: ServerResponse): void {
  const acceptEncoding = headers['accept-encoding'];
  const { status, head, body } = answerTo(sealed, {
    ifNoneMatch: headers['if-none-match'],
    acceptEncoding: acceptEncoding === undefined ? undefined : String(acceptEncoding),
  });
  response.writeHead(status, [...head]);
  response.end(method === 'HEAD' ? undefined : body);
}
