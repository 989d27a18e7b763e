import { expect, test } from 'vitest';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { readSpace } from '../space/read-space.ts';
import { inventTeamWeeks } from './demonstration-weeks.ts';

test('a demonstration team has weeks behind it, a row, and a step waiting for its end; written once', async () => {
  const [embedded] = testDatabases();
  const db = await embedded?.open();
  if (db === undefined) throw new Error('no database');
  const now = '2026-11-27T08:00:00.000Z';
  await createService(db, { id: 'demo', name: 'Démonstration' }, { actor: 'foulee', at: now });
  await inventTeamWeeks(db, 'demo', now);
  await inventTeamWeeks(db, 'demo', now);
  const space = await readSpace(db, 'demo', '2026-W48');
  expect(space.past).toHaveLength(18);
  expect(space.lastStep).toMatchObject({ week: '2026-W47', stepEnd: null });
  expect(space.regularity.streak).toBeGreaterThan(5);
  await db.destroy();
});
