import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { later } from '../accounts/context.ts';
import type { Database } from '../database/database.ts';
import { testDatabases } from '../database/test-databases.ts';
import { Refusal } from '../refusal.ts';
import { addJob } from './add-job.ts';
import type { JobHandler } from './job.ts';
import { listJobs } from './list-jobs.ts';
import { retryDelay } from './retry-delay.ts';
import { retryJob } from './retry-job.ts';
import { runJobs } from './run-jobs.ts';
import { failJob, finishJob } from './settle-job.ts';
import { keepLease, leaseLength, takeJob } from './take-job.ts';

describe.each(testDatabases())('the queue, on $name', ({ open }) => {
  let db: Database;
  let now = '';
  const logged: unknown[] = [];
  const log = { error: (...line: unknown[]) => void logged.push(line) };
  const context = { db: undefined as unknown as Database, now: () => now };
  beforeAll(async () => {
    db = await open();
    context.db = db;
  });
  beforeEach(async () => {
    now = '2026-11-23T08:00:00.000Z';
    logged.length = 0;
    await db.deleteFrom('job').execute();
  });
  afterAll(() => db.destroy());

  const add = (key: string, more = {}) =>
    addJob(db, { key, kind: 'walk', service: null, payload: { key }, ...more }, now);
  const wait = (milliseconds: number) => {
    now = later(now, milliseconds);
  };
  const only = async () => (await listJobs(context, null))[0];

  test('one key is one job', async () => {
    expect([await add('a'), await add('a'), await add('b')]).toEqual([true, false, true]);
    expect(await listJobs(context, null)).toHaveLength(2);
  });

  test('the job due first is taken first, none before its time, each by one taker', async () => {
    await add('late', { runAt: '2026-11-23T09:00:00.000Z' });
    for (const key of ['a', 'b', 'c', 'd']) await add(key);
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeJob(context, ['walk'])));
    const keys = taken.flatMap((job) => (job === null ? [] : [(job.payload as { key: string }).key]));
    expect(keys.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(await takeJob(context, ['other'])).toBeNull();
    wait(3_600_000 - 1);
    for (const job of taken) if (job !== null) await finishJob(context, job, 'fait');
    expect(await takeJob(context, ['walk'])).toBeNull();
    wait(1);
    expect((await takeJob(context, ['walk']))?.payload).toEqual({ key: 'late' });
  });

  test('a lease that is kept keeps the job; one that ran out loses it, and settles nothing', async () => {
    await add('a');
    const first = await takeJob(context, ['walk']);
    if (first === null) throw new Error('nothing was taken');
    wait(leaseLength - 1);
    expect(await keepLease(context, first)).toBe(true);
    wait(leaseLength - 1);
    expect(await takeJob(context, ['walk'])).toBeNull();
    wait(2);
    const second = await takeJob(context, ['walk']);
    expect(second?.attempt).toBe(2);
    expect(await keepLease(context, first)).toBe(false);
    expect(await finishJob(context, first, 'fait deux fois')).toBe(false);
    expect((await only())?.state).toBe('running');
  });

  test('failures come back later and later, then stop until someone asks again', async () => {
    await add('a', { mostAttempts: 3 });
    const waited: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      const job = await takeJob(context, ['walk']);
      if (job === null) throw new Error('nothing was taken');
      await failJob(context, job, 'Le fichier manque.');
      waited.push(Date.parse((await only())?.runAt ?? '') - Date.parse(now));
      wait(retryDelay(attempt));
    }
    expect(waited.slice(0, 2)).toEqual([60_000, 240_000]);
    expect(await only()).toMatchObject({ state: 'failed', attempts: 3, outcome: 'Le fichier manque.' });
    wait(86_400_000);
    expect(await takeJob(context, ['walk'])).toBeNull();
    const { id } = (await only()) ?? { id: '' };
    expect(await retryJob(context, id, 'of-another-service')).toBe(false);
    expect(await retryJob(context, id, null)).toBe(true);
    expect((await takeJob(context, ['walk']))?.attempt).toBe(1);
    expect(await retryJob(context, id, null)).toBe(false);
  });

  test('a job that kills its program each time is given up, and says so', async () => {
    await add('a', { mostAttempts: 2 });
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await takeJob(context, ['walk'])).not.toBeNull();
      wait(leaseLength + 1);
    }
    expect(await takeJob(context, ['walk'])).toBeNull();
    expect((await only())?.outcome).toContain('s’est arrêté à chaque essai');
  });

  /** Runs the queue until it is empty of due jobs, then stops. */
  const run = async (walk: JobHandler) => {
    const runner = runJobs({ context, handlers: { walk }, log, every: 5 });
    for (;;) {
      const jobs = await listJobs(context, null);
      if (!jobs.some(({ state, runAt }) => state === 'running' || (state === 'waiting' && runAt <= now)))
        break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await runner.stop();
  };

  test('the runner keeps what was done, the reason of a refusal, and of a defect only that it is one', async () => {
    await add('a');
    await run(async () => 'Marché.');
    expect(await only()).toMatchObject({ state: 'done', outcome: 'Marché.' });
    await add('b');
    await run(async () => {
      throw new Refusal('data', 'Le fichier manque.', 'Remettez-le.');
    });
    const [b] = (await listJobs(context, null)).filter(({ outcome }) => outcome?.startsWith('Le fichier'));
    expect(b).toMatchObject({ state: 'waiting', outcome: 'Le fichier manque. Remettez-le.' });
    expect(logged).toEqual([]);
    await add('c');
    await run(async () => {
      throw new Error('marie@exemple.fr');
    });
    expect(JSON.stringify(await listJobs(context, null))).not.toContain('marie');
    expect(logged).toHaveLength(1);
  });

  test('stopping waits for what runs, and gives back what cannot end', async () => {
    await add('a');
    let begun = () => {};
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const walk: JobHandler = async (_, signal) => {
      begun();
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      });
      return 'never';
    };
    const runner = runJobs({ context, handlers: { walk }, log, every: 5 });
    await beginning;
    await runner.stop();
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 0 });
    await run(async () => 'Repris.');
    expect(await only()).toMatchObject({ state: 'done', attempts: 1, outcome: 'Repris.' });
  });
});
