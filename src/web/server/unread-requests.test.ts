import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cached } from '../http/cached.ts';
import { PublicCache } from '../http/public-cache.ts';
import { closeServer, listen } from './listen.ts';
import { type Answer, nodeServer } from './node-server.ts';

const answers: Answer[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  const clock = () => performance.now();
  const cache = new PublicCache({ stamp: async () => 'same', clock });
  const app = new Hono();
  app.use(cached(cache));
  app.onError((_, context) => context.text('', 500));
  app.get('/', (context) => context.text('la page'));
  app.post('/', async (context) => context.text(await context.req.text()));
  server = nodeServer({ app, cache, onAnswer: (answer) => answers.push(answer), clock });
  port = await listen(server, 0, '127.0.0.1');
});
afterAll(() => closeServer(server, 100));

/** What the server answers to bytes, until it closes the connection. */
function raw(bytes: string, onConnect: (socket: Socket) => void = () => {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes);
      onConnect(socket);
    });
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

const secret = 'marie.dupont@exemple.fr';
const closing = 'Connection: close\r\n\r\n';
const chunked = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n';

test.each([
  [
    'headers too long',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${secret.repeat(1000)}\r\n\r\n`,
    431,
    /trop longs.*16 Kio/,
  ],
  ['an address too long', `GET /?${secret.repeat(1000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, /trop longs/],
  ['not HTTP', `${secret}\r\n\r\n`, 400, /incompréhensible/],
  [
    'two lengths',
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    400,
    /incompréhensible/,
  ],
  ['a length and chunks', `${chunked}Content-Length: 3\r\n\r\nabc`, 400, /incompréhensible/],
  ['chunks that are not', `${chunked}\r\nzz${secret}\r\n`, 400, /incompréhensible/],
  ['endless chunk extensions', `${chunked}\r\n3;${'x'.repeat(20_000)}\r\nabc\r\n`, 413, /trop gros/],
  ['no host', `GET /autre HTTP/1.1\r\n${closing}`, 400, /incompréhensible/],
  ['a host that is none', `GET / HTTP/1.1\r\nHost: x y/${secret}\r\n${closing}`, 400, /incompréhensible/],
  ['an address that is none', `GET http://[ HTTP/1.1\r\nHost: x\r\n${closing}`, 400, /incompréhensible/],
])('%s: the right status and a sentence, nothing repeated', async (_, bytes, status, says) => {
  answers.length = 0;
  const answer = await raw(bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/content-type: text\/plain; charset=utf-8/i);
  expect(answer).toMatch(says);
  expect(answer).toMatch(/Aucune donnée n’a été modifiée/);
  expect(answer).not.toMatch(/marie|exemple|HPE_|Error/);
  expect(answers.map((line) => line.status)).toEqual([status]);
  expect(JSON.stringify(answers)).not.toContain('marie');
});

test('a request that never ends is given up', async () => {
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const answer = raw('GET / HTTP/1.1\r\nHost:');
  const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  server.emit('clientError', late, await accepted);
  expect(await answer).toMatch(/^HTTP\/1\.1 408 .*trop lente/s);
});

test('a page already made is refused too to who says no host, and the next client gets it', async () => {
  const good = `GET / HTTP/1.1\r\nHost: x\r\n${closing}`;
  expect(await raw(good)).toMatch(/^HTTP\/1\.1 200 .*la page/s);
  expect(await raw(`GET / HTTP/1.1\r\n${closing}`)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await raw(good)).toMatch(/^HTTP\/1\.1 200 .*la page/s);
});
