import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../platform/refusal.ts';
import { readSource } from './read-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'source-'));
let server: Server;
let base = '';

const answers: Record<string, RequestListener> = {
  '/liste': (_, response) => response.end('{"é": 1}'),
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('compressé')),
  '/bomb': (_, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(3_000_000))),
  '/moved': (_, response) => response.writeHead(302, { location: '/liste' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/missing': (_, response) => response.writeHead(404).end('<h1>secret du serveur</h1>'),
  '/down': (_, response) => response.writeHead(503).end(),
  '/slow': (_, response) => void response.write('{'),
  '/announced': (_, response) => response.writeHead(200, { 'content-length': '200000000' }).flushHeaders(),
  '/endless': (_, response) => {
    const block = Buffer.alloc(100_000, 'a');
    const timer = setInterval(() => response.write(block), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{');
    setTimeout(() => response.destroy(), 20);
  },
  '/latin': (_, response) => response.end(Buffer.from('{"é": 1}', 'latin1')),
};

beforeAll(async () => {
  server = createServer((request, response) =>
    answers[request.url?.split('?')[0] ?? '']?.(request, response),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function refusal(where: string): Promise<string> {
  const time = where.endsWith('/slow') ? 500 : 20_000;
  const outcome = await readSource(where, { size: 1_000_000, time }).catch((error: unknown) => error);
  if (!(outcome instanceof Refusal)) throw new Error(`not refused: ${String(outcome)}`);
  expect(outcome.advice.length).toBeGreaterThan(10);
  return outcome.message.replace(/[\u00a0\u202f]/g, ' ');
}

test('a text is downloaded, decompressed, and followed where it moved', async () => {
  expect(await readSource(`${base}/liste?cle=abc`)).toEqual({ text: '{"é": 1}', name: `${base}/liste` });
  expect((await readSource(`${base}/gzip`)).text).toBe('compressé');
  expect((await readSource(`${base}/moved`)).text).toBe('{"é": 1}');
});

test.each([
  ['/missing?cle=abc', /\/missing répond que cette page n’existe pas \(404\)/],
  ['/down', /répond par une erreur \(503\)/],
  ['/loop', /renvoie sans fin/],
  ['/file', /adresse n’est pas valide/],
  ['/slow', /n’a pas tout envoyé/],
  ['/announced', /dépasse 1 Mo/],
  ['/endless', /dépasse 1 Mo/],
  ['/bomb', /dépasse 1 Mo/],
  ['/cut', /ne répond pas/],
  ['/latin', /n’est pas du texte en UTF-8/],
])('%s is refused', async (path, expected) => {
  const sentence = await refusal(base + path);
  expect(sentence).toMatch(expected);
  expect(sentence).not.toMatch(/abc|secret/);
});

test.each([
  ['http://127.0.0.1:1/liste?cle=abc', /ne répond pas/],
  ['http://moi:motdepasse@127.0.0.1:1/', /contient un nom ou un mot de passe/],
  ['ftp://exemple.fr/liste', /Seules les adresses http/],
  ['http://', /adresse n’est pas valide/],
])('the address %s is refused', async (address, expected) => {
  const sentence = await refusal(address);
  expect(sentence).toMatch(expected);
  expect(sentence).not.toMatch(/abc|motdepasse/);
});

test('files: missing, too big, a folder', async () => {
  const big = join(folder, 'gros.json');
  writeFileSync(big, Buffer.alloc(1_000_001, 'a'));
  expect(await refusal(join(folder, 'rien.json'))).toMatch(/n’existe pas/);
  expect(await refusal(folder)).toMatch(/est un dossier/);
  expect(await refusal(big)).toMatch(/dépasse 1 Mo/);
  writeFileSync(big, '\uFEFFbonjour');
  expect((await readSource(big)).text).toBe('bonjour');
});
