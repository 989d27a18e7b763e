import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postJson } from './post-json.ts';
import { isPrivateAddress } from './private-address.ts';

let server: Server;
let origin: string;
const received: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push(`${request.url} ${body}`);
      if (request.url === '/ailleurs') response.writeHead(307, { location: '/prive' }).end();
      else response.writeHead(request.url === '/refuse' ? 500 : 200).end('ok');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const post = (url: string, mayBePrivate: boolean) => postJson({ url, body: '{"a":1}', mayBePrivate });

test('every way to write this machine or its neighbours is refused, whatever the name', async () => {
  for (const host of [
    'localhost',
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '169.254.169.254',
    '10.1.2.3',
    '[fd00::1]',
    '[fe80::1]',
  ]) {
    expect([host, await post(`http://${host}${origin}/prive`, false)]).toEqual([
      host,
      { taken: false, code: 'PRIVATE_ADDRESS' },
    ]);
  }
  expect(received).toEqual([]);
});

test('when it is allowed, what is posted arrives; a refusal and a redirection are told, the latter not followed', async () => {
  expect(await post(`http://localhost${origin}/prive`, true)).toEqual({ taken: true });
  expect(await post(`http://127.0.0.1${origin}/refuse`, true)).toEqual({ taken: false, code: 'HTTP_500' });
  expect(await post(`http://127.0.0.1${origin}/ailleurs`, true)).toEqual({
    taken: false,
    code: 'REDIRECTED',
  });
  expect(received).toEqual(['/prive {"a":1}', '/refuse {"a":1}', '/ailleurs {"a":1}']);
  expect(await post('http://127.0.0.1:1/', true)).toEqual({ taken: false, code: 'ECONNREFUSED' });
});

test('the open internet is told from the rest', () => {
  const open = ['1.1.1.1', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '192.0.1.1'];
  const closed = [
    '172.16.0.1',
    '172.31.255.255',
    '100.64.0.1',
    '224.0.0.1',
    '::',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    'pas-une-adresse',
  ];
  expect(open.filter(isPrivateAddress)).toEqual([]);
  expect(closed.filter((address) => !isPrivateAddress(address))).toEqual([]);
});
