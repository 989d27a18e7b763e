import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import type { PublicCache } from '../http/public-cache.ts';
import { answerTo, type Sealed } from '../http/sealed.ts';
import { malformedAnswer, refuseUnread } from './unread-requests.ts';

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

/** What a client may send before the body, in bytes: Node's own default. */
const mostHeaderBytes = 16_384;

/**
 * The server: pages already made leave straight from the cache (no request object, no route), everything else goes
 * through the app; what is not even a request is refused in French too.
 */
export function nodeServer({ app, cache, onAnswer, clock }: Parts): Server {
  const underWay = new WeakMap<Duplex, ServerResponse>();
  const throughTheApp = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      if (error instanceof RequestError) return malformedAnswer();
      throw error;
    },
  });
  const options = { keepAliveTimeout: 65_000, maxHeaderSize: mostHeaderBytes, requireHostHeader: false };
  const server = createServer(options, (request, response) => {
    const sealed = isRead(request) ? cache.recent(request.url ?? '/') : undefined;
    if (sealed !== undefined) return send(sealed, request, response);
    const started = clock();
    const { socket } = request;
    underWay.set(socket, response);
    response.on('close', () => {
      underWay.delete(socket);
      // The client left first: nothing was answered.
      if (!response.headersSent) return;
      onAnswer({
        method: request.method ?? '',
        status: response.statusCode,
        milliseconds: Math.round(clock() - started),
      });
    });
    void throughTheApp(request, response);
  });
  server.on('clientError', (error, socket) => {
    const status = refuseUnread(error, socket, underWay.get(socket));
    if (status !== null) onAnswer({ method: '', status, milliseconds: 0 });
  });
  return server;
}

const isRead = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.host !== undefined;

function send(sealed: Sealed, { headers, method }: IncomingMessage, response: ServerResponse): void {
  const acceptEncoding = headers['accept-encoding'];
  const { status, head, body } = answerTo(sealed, {
    ifNoneMatch: headers['if-none-match'],
    acceptEncoding: acceptEncoding === undefined ? undefined : String(acceptEncoding),
  });
  response.writeHead(status, [...head]);
  response.end(method === 'HEAD' ? undefined : body);
}
