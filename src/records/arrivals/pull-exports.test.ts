import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import { readConfig } from '../../platform/config.ts';
import { type ArrivalDoor, openDoor } from './door.ts';
import { pullSource } from './pull-source.ts';

const uuid = 'c1a3a7d2-93a5-4c0e-8f2e-1f2f6f0f8a11';

/** A public question: its link leads to the address of its results, which are written as on the screen unless asked otherwise. */
function metabase(url: URL, response: ServerResponse): void {
  if (url.pathname === `/public/question/${uuid}.csv`) {
    response.writeHead(302, {
      location: `${url.origin}/api/public/card/${uuid}/query/csv?${url.searchParams}`,
    });
    response.end();
    return;
  }
  const raw = url.searchParams.get('format_rows') === 'false';
  response.writeHead(200, { 'content-type': 'text/csv' });
  response.end(
    raw
      ? 'Usager,Moment,Heures\nu-1,2026-11-27T10:30:00,1234\nu-2,2026-11-26T23:30:00Z,1234.5\nu-3,2026-07-26T22:30:00.250+02:00,7\n'
      : 'Usager,Moment,Heures\nu-1,"November 27, 2026, 10:30 AM","1,234"\n',
  );
}

/** A table, for who has the key; cells are quoted when they must be, moments as the column shows them. */
function grist(url: URL, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.authorization !== 'Bearer cle') {
    response.writeHead(403).end('{"error":"No view access"}');
    return;
  }
  const header = url.searchParams.get('header') === 'colId' ? 'usager,moment,heures' : 'Usager,Moment,Heures';
  response.writeHead(200, { 'content-type': 'text/csv' });
  response.end(
    [
      `${header},note`,
      '"u-1",2026-11-27,"1 234,5","dit ""oui"",\nsur deux lignes"',
      'u-2,2026-11-27 11:30pm,12,',
      'u-3,1795822200,"2,345,678",',
      'u-4,27/11/2026,"1,234",',
    ].join('\n'),
  );
}

let server: Server;
let origin: string;
let folder: string;
let door: ArrivalDoor;
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/connexion') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    else if (url.pathname === '/coupe') {
      response.writeHead(200, { 'content-length': '1000' }).write('Moment,Heures\n2026-11-27,1\n');
      setTimeout(() => response.destroy(), 50);
    } else if (url.pathname.startsWith('/api/docs/')) grist(url, request, response);
    else metabase(url, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foulee-exports-'));
  door = openDoor(
    readConfig({ FOULEE_DATA: folder, FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef' }),
  );
});
afterEach(async () => {
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes an export whose columns are named so; what is kept is read back from the disk. */
async function pulled(path: string, [time, value]: readonly [string, string], header = '') {
  const { plan, problems } = readPlan(`foulee: 1
service: {id: s, name: S}
effect: {statement: Un effet., domain: social}
sources:
  reponses: {kind: series, pull: {connection: export, path: "${path}"}, time: ${time}, value: ${value}}
indicators:
  - {id: i, method: declared, series: reponses, unit: heures, direction: up, name: I, matrix: used, provenance: export}
`);
  const source = plan?.sources.reponses;
  if (source === undefined) throw new Error(problems.map(({ sentence }) => sentence).join(' '));
  const { pullConnections } = readConfig({ FOULEE_PULL_EXPORT: `${origin} ${header}`.trim() });
  const receipt = await pullSource(door, source, {
    service: 's',
    connections: pullConnections,
    latest: '2026-11-28',
  });
  const rows = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, string>);
  return { receipt, kept: rows.map((row) => [row[time], row[value]]) };
}

const asShown = ['Moment', 'Heures'] as const;

test('the public link of a Metabase question, its values as they are: days in Paris, numbers whole', async () => {
  const { receipt, kept } = await pulled(`/public/question/${uuid}.csv?format_rows=false`, asShown);
  expect(receipt).toMatchObject({ received: 3, refused: 0 });
  expect(kept).toEqual([
    ['2026-11-27', '1234'],
    ['2026-11-27', '1234.5'],
    ['2026-07-26', '7'],
  ]);
});

test('the same as Metabase shows it: nothing is guessed, each row says what cannot be read', async () => {
  const { receipt, kept } = await pulled(`/public/question/${uuid}.csv`, asShown);
  expect(receipt).toMatchObject({ received: 0, refused: 1 });
  expect(receipt.reasons.map(({ field, what }) => [field, what])).toEqual([
    ['Moment', expect.stringContaining('pas une date lisible')],
    ['Heures', expect.stringContaining('se lit de deux façons')],
  ]);
  expect(kept).toEqual([]);
});

test('a table of Grist: dates, moments, seconds; thousands apart; a cell on two lines', async () => {
  const path = '/api/docs/abc/download/csv?tableId=Reponses&header=colId';
  const { receipt, kept } = await pulled(path, ['moment', 'heures'], 'Authorization: Bearer cle');
  expect(kept).toEqual([
    ['2026-11-27', '1234.5'],
    ['2026-11-27', '12'],
    ['2026-11-28', '2345678'],
  ]);
  expect(receipt).toMatchObject({ received: 3, refused: 1, reasons: [{ field: 'heures', rows: 1 }] });
  await expect(pulled(path, asShown, 'Authorization: Bearer autre')).rejects.toThrow('code 403');
});

test('a page where one signs in, or a file cut on its way, is said as such', async () => {
  await expect(pulled('/connexion', asShown)).rejects.toThrow('une page web au lieu du fichier');
  await expect(pulled('/coupe', asShown)).rejects.toThrow('s’est arrêté avant la fin du fichier');
});
