import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Plan, Source } from '../../plan/plan.ts';
import type { AccountContext } from '../../platform/accounts/context.ts';
import { later } from '../../platform/accounts/context.ts';
import type { ArrivalDoor } from '../../records/arrivals/door.ts';
import type { Receipt } from '../../records/arrivals/open-arrivals.ts';
import { problem } from '../http/problem.ts';
import { type CollectionKey, findCollectionKey } from './collection-keys.ts';
import { findCollectionPlan } from './collection-plan.ts';
import { mostBatchBytes, mostBatchRows, readRows } from './read-rows.ts';
import {
  badBatchKey,
  batchTooLarge,
  busyNow,
  CollectRefusal,
  diskRefuses,
  otherFormat,
  otherSite,
  otherSource,
  sendingKeyNeeded,
} from './refusals.ts';

const path = '/api/collecte/:service/:source';
const day = 86_400_000;
/** Milliseconds during which what the database said of a key and a plan is believed. */
const believed = 1_000;

/** Where programs and pages send rows, each with a key that can do nothing else. */
export function collectApi({
  context,
  door,
}: {
  readonly context: AccountContext;
  readonly door: ArrivalDoor;
}): Hono {
  const api = new Hono();
  const keyOf = remembered((key: string) => findCollectionKey(context, key), context.now);
  const planOf = remembered((service: string) => findCollectionPlan(context, service), context.now);

  api.use(
    path,
    cors({
      origin: (origin) => origin,
      allowMethods: ['POST'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
      exposeHeaders: ['retry-after'],
      maxAge: 86_400,
    }),
  );
  const limit = bodyLimit({
    maxSize: mostBatchBytes,
    onError: () => {
      throw batchTooLarge(mostBatchBytes, mostBatchRows);
    },
  });
  api.post(path, limit, async (request) => {
    const { service, source: name } = request.req.param();
    const key = await keyFor(request, keyOf);
    if (key.service !== service || key.source !== name) throw otherSource();
    const source = receivedBy(await planOf(service), name);
    const batch = batchKey(request.req.header('idempotency-key'));
    if (request.req.header('content-encoding') !== undefined) throw otherFormat();
    const rows = readRows(request.req.header('content-type') ?? '', await request.req.text());
    const latest = later(context.now(), day).slice(0, 10);
    const receipt = await door.receive(service, source, rows, { batch, latest }).catch(refusedByDisk);
    if (receipt === null) throw busyNow();
    return request.json(receipt, statusOf(receipt), { 'cache-control': 'no-store' });
  });

  api.onError((error) => {
    if (!(error instanceof CollectRefusal)) throw error;
    const answer = problem(error.status, error.text);
    if (error.retryAfter !== null) answer.headers.set('retry-after', String(error.retryAfter));
    return answer;
  });
  return api;
}

/** The key of a request: in its header, or in its address for a page that is being closed. */
async function keyFor(
  request: Context,
  find: (key: string) => Promise<CollectionKey | null>,
): Promise<CollectionKey> {
  const [, inHeader] = /^Bearer (\S+)$/i.exec(request.req.header('authorization') ?? '') ?? [];
  const written = inHeader ?? request.req.query('cle');
  const key = written === undefined ? null : await find(written);
  if (key === null) throw sendingKeyNeeded();
  const origin = request.req.header('origin');
  const fromItsPages = origin !== undefined && key.origins.includes(origin);
  const fromAServer = origin === undefined && key.origins.length === 0 && inHeader !== undefined;
  if (!fromItsPages && !fromAServer) throw otherSite();
  return key;
}

function receivedBy(plan: Plan | null, name: string): Source {
  const source = plan !== null && Object.hasOwn(plan.sources, name) ? plan.sources[name] : undefined;
  if (!source?.arrivals) throw otherSource();
  return source;
}

function batchKey(written: string | undefined): string | null {
  if (written === undefined) return null;
  if (written === '' || written.length > 200) throw badBatchKey();
  return written;
}

/** A batch of which no row could be taken is an error; one of which some were is not: they are on disk. */
const statusOf = ({ received, known, refused }: Receipt): 200 | 422 =>
  refused > 0 && received + known === 0 ? 422 : 200;

function refusedByDisk(error: NodeJS.ErrnoException): never {
  throw ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'].includes(error.code ?? '') ? diskRefuses() : error;
}

/** Asks the same question once a second at most, so that a thousand batches are not a thousand queries. */
function remembered<T>(ask: (about: string) => Promise<T>, now: () => string): (about: string) => Promise<T> {
  const known = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();
  return (about) => {
    const at = Date.parse(now());
    const recent = known.get(about);
    if (recent !== undefined && recent.until > at) return recent.answer;
    for (const [old, { until }] of known) if (until <= at) known.delete(old);
    const answer = ask(about);
    known.set(about, { answer, until: at + believed });
    answer.catch(() => known.delete(about));
    return answer;
  };
}
