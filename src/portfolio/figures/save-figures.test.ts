import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import type { DeclaredFigure } from './declared-figure.ts';
import { saveFigures } from './save-figures.ts';

const figure = (value: number, more: Partial<DeclaredFigure> = {}): DeclaredFigure => ({
  indicator: 'Logements occupés',
  kind: 'impact',
  value,
  unit: 'logements',
  isTarget: false,
  measuredOn: '2026-10-31',
  periodStart: null,
  placeLevel: null,
  placeCode: null,
  frequency: 'mensuelle',
  automated: true,
  collected: 'script',
  comment: null,
  ...more,
});
const now = '2026-11-27T10:00:00.000Z';
const later = '2026-12-04T10:00:00.000Z';

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    const service = {
      id: 'a',
      name: 'A',
      origin: 'import',
      links: '{}',
      themes: '[]',
      technologies: '[]',
      search_text: 'a',
    } as const;
    await db
      .insertInto('service')
      .values({ ...service, created_at: now, updated_at: now })
      .execute();
  });
  afterAll(() => db.destroy());
  const save = (figures: readonly DeclaredFigure[], at = now) =>
    saveFigures(db, 'a', figures, { source: 's', now: at });

  test('figures are recorded once; a corrected one keeps its history; a target is another figure', async () => {
    const figures = [figure(10), figure(12.25, { measuredOn: '2026-09-30' }), figure(20, { isTarget: true })];
    expect(await save(figures)).toEqual({ figures: 3, created: 3, updated: 0, unchanged: 0 });
    expect(await save(figures, later)).toEqual({ figures: 3, created: 0, updated: 0, unchanged: 3 });
    expect(await save([figure(11)], later)).toEqual({ figures: 1, created: 0, updated: 1, unchanged: 0 });
    const rows = await db
      .selectFrom('declared_figure')
      .select(['value', 'is_target', 'measured_on', 'superseded_at'])
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { value: 10, is_target: false, measured_on: '2026-10-31', superseded_at: later },
      { value: 12.25, is_target: false, measured_on: '2026-09-30', superseded_at: null },
      { value: 20, is_target: true, measured_on: '2026-10-31', superseded_at: null },
      { value: 11, is_target: false, measured_on: '2026-10-31', superseded_at: null },
    ]);
  });
});
