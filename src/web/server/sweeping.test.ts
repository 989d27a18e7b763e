import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { later, minutes } from '../../platform/accounts/context.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { accountWithKey } from '../team/fixtures/account-with-key.ts';
import { keepDraft } from '../team/publications/drafts.ts';
import { startSweeping } from './sweeping.ts';

const start = '2026-11-27T08:00:00.000Z';

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  let account: string;
  beforeAll(async () => {
    db = await open();
    await createService(db, { id: 'boite', name: 'La Boite' }, { actor: 'foulee', at: start });
    ({ account } = await accountWithKey(db, 'boite'));
  });
  afterAll(() => db.destroy());

  const kept = async () =>
    (await db.selectFrom('publication_draft').select('document').execute()).map(({ document }) => document);

  test('a draft is erased once its hour is over, at start and while the site is open, without anyone asking', async () => {
    let now = start;
    const context = { db, now: () => now };
    const errors: unknown[] = [];
    const log = { error: (...line: unknown[]) => errors.push(line) };
    await keepDraft(context, { service: 'boite', account }, 'premier');
    now = later(start, minutes(30));
    await keepDraft(context, { service: 'boite', account }, 'second');
    now = later(start, minutes(61));
    const sweeping = startSweeping({ context, log, every: 20 });
    await vi.waitFor(async () => expect(await kept()).toEqual(['second']));
    now = later(start, minutes(91));
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
    await sweeping.stop();
    expect(errors).toEqual([]);
  });

  test('a database that does not answer is said in the log, and the site goes on', async () => {
    const errors: unknown[] = [];
    const broken = {
      deleteFrom: () => {
        throw new Error('closed');
      },
    } as unknown as Database;
    const log = { error: (...line: unknown[]) => errors.push(line) };
    const sweeping = startSweeping({ context: { db: broken, now: () => start }, log, every: 1000 });
    await sweeping.stop();
    expect(errors).toHaveLength(1);
  });
});
