import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlan } from '../src/plan/read-plan.ts';
import { seededRandom } from '../src/statistics/seeded-random.ts';

const { plan } = readPlan(`foulee: 1
service: {id: s, name: S}
effect: {statement: Un effet., domain: social}
sources:
  usage: {kind: events, arrivals: true, subject: id, time: jour, attributes: {rang: rang}}
indicators:
  - {id: i, name: I, method: proxy, count: usage, counted: usages}
`);

let folder: string;
let receiver: ChildProcess | undefined;
let port = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foulee-kill-'));
});
afterEach(() => {
  receiver?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  receiver = spawn(
    process.execPath,
    [resolve('e2e/receiver.mjs'), folder, JSON.stringify(plan?.sources.usage)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [said] = (await once(receiver.stdout ?? receiver, 'data')) as [Buffer];
  port = Number(said.toString());
}

async function kill(): Promise<void> {
  const dying = receiver;
  if (dying === undefined) return;
  const dead = once(dying, 'exit');
  dying.kill('SIGKILL');
  await dead;
}

const inBatch = 40;

/** Sends batch after batch, each again and again until it is acknowledged; `stop()` gives the ranks acknowledged. */
function sender(name: string, byRow: boolean) {
  let going = true;
  const acknowledged: string[] = [];
  const sent = (async () => {
    for (let number = 0; going; number++) {
      const rows = Array.from({ length: inBatch }, (_, i) => {
        const rang = `${name}-${number}-${i}`;
        return { id: `p${i}`, jour: '2026-11-20', rang, ...(byRow && { _id: rang }) };
      });
      const headers: Record<string, string> = byRow ? {} : { 'idempotency-key': `${name}-${number}` };
      const body = JSON.stringify(rows);
      let done = false;
      while (!done) {
        try {
          const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
          const { received, known } = (await answer.json()) as { received: number; known: number };
          done = answer.ok && received + known === inBatch;
        } catch {
          await new Promise((wait) => setTimeout(wait, 20));
        }
      }
      acknowledged.push(...rows.map(({ rang }) => rang));
    }
  })();
  return async () => {
    going = false;
    await sent;
    return acknowledged;
  };
}

/** The ranks on the disk, whole lines only: what an import would read. */
function stored(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1))
    .map((line) => (JSON.parse(line) as { rang: string }).rang);
}

test('after 20 kills at random moments, every acknowledged row is on the disk exactly once', async () => {
  const random = seededRandom(20);
  await start();
  const stops = [sender('a', true), sender('b', true), sender('c', false), sender('d', false)];
  for (let kills = 0; kills < 20; kills++) {
    await new Promise((wait) => setTimeout(wait, 20 + 250 * random()));
    await kill();
    await start();
  }
  const acknowledged = (await Promise.all(stops.map((stop) => stop()))).flat();
  await kill();
  const found = stored();
  expect(acknowledged.length).toBeGreaterThan(400);
  expect(new Set(found).size).toBe(found.length);
  expect(acknowledged.filter((rang) => !new Set(found).has(rang)).length).toBe(0);
  expect([...found].sort()).toEqual([...acknowledged].sort());
}, 300_000);
