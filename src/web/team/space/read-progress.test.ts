import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { savePlanVersion } from '../../../portfolio/plans/save-plan-version.ts';
import { receivedPlan } from '../../collect/fixtures/collecting-site.ts';
import { readProgress } from './read-progress.ts';

const service = 'mon-service';
const by = { actor: 'foulee', at: '2026-11-27T08:00:00.000Z' };

describe.each(testDatabases())('where a service stands, on $name', ({ open }) => {
  let db: Database;
  let now = by.at;
  beforeAll(async () => {
    db = await open();
    await createService(db, { id: service, name: 'Mon service' }, by);
  });
  afterAll(() => db.destroy());
  const progress = (holds: boolean, published = false) =>
    readProgress({ db, now: () => now }, { holds: () => holds }, { service, published });

  test('from nothing to a week looked at, each thing as it is done', async () => {
    const nothing = { hasPlan: false, waiting: [], measured: false, published: false, lookedAt: false };
    expect(await progress(false)).toEqual(nothing);

    const text = receivedPlan.replace(
      'files: [hires.csv]',
      'pull: {connection: registre, path: /export.csv}',
    );
    await savePlanVersion(db, { service, text, note: '', after: 0 }, by);
    // What is pulled comes by itself: only what someone must send is waited for.
    expect(await progress(false)).toEqual({ ...nothing, hasPlan: true, waiting: ['usage'] });
    expect(await progress(true)).toEqual({ ...nothing, hasPlan: true });

    const run = { service, reading: '{}', is_simulated: false, at: by.at };
    await db
      .insertInto('weekly_run')
      .values({ ...run, week: '2026-W47', document: null })
      .execute();
    expect((await progress(true)).measured).toBe(false);
    await db
      .insertInto('weekly_run')
      .values({ ...run, week: '2026-W48', document: '{}' })
      .execute();
    const entry = {
      service,
      kind: 'learned',
      text: 'Rien.',
      calls: null,
      who: null,
      step_end: null,
    } as const;
    await db
      .insertInto('weekly_entry')
      .values({ ...entry, id: 'une', week: '2026-W48', author: 'foulee', at: by.at })
      .execute();
    const done = { ...nothing, hasPlan: true, measured: true, published: true, lookedAt: true };
    expect(await progress(true, true)).toEqual(done);
    now = '2026-11-30T08:00:00.000Z';
    expect(await progress(true, true)).toEqual({ ...done, lookedAt: false });
  });
});
