import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { readSpace } from '../space/read-space.ts';
import { inventTeamWeeks } from './demonstration-weeks.ts';
import { inventedWeeks } from './invented-weeks.ts';

const now = '2026-11-27T08:00:00.000Z';

describe.each(testDatabases())('the weeks of a demonstration team, on $name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await createService(db, { id: 'demo', name: 'Démonstration' }, { actor: 'foulee', at: now });
  });
  afterAll(() => db.destroy());

  test('stopped before the last one, none is left behind', async () => {
    const last = inventedWeeks.at(-1)?.text;
    await sql`create function stop_there() returns trigger language plpgsql as $$
      begin raise exception 'stopped'; end $$`.execute(db);
    await sql`create trigger stop_there before insert on weekly_entry for each row
      when (new.text = ${sql.lit(last)}) execute function stop_there()`.execute(db);
    await expect(inventTeamWeeks(db, 'demo', now)).rejects.toThrow(/stopped/);
    expect(await db.selectFrom('weekly_entry').select('text').execute()).toEqual([]);
    await sql`drop trigger stop_there on weekly_entry`.execute(db);
  });

  test('begun again, it has weeks behind it, a row, and a step waiting for its end; written once', async () => {
    await inventTeamWeeks(db, 'demo', now);
    await inventTeamWeeks(db, 'demo', now);
    const space = await readSpace(db, 'demo', '2026-W48');
    expect(space.past).toHaveLength(inventedWeeks.length);
    expect(space.lastStep).toMatchObject({ week: '2026-W47', stepEnd: null });
    expect(space.regularity.streak).toBeGreaterThan(5);
  });
});
