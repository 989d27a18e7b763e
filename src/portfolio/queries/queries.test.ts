import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { readPortfolio } from '../beta-gouv/read-portfolio.ts';
import { saveFigures } from '../figures/save-figures.ts';
import { importPortfolio } from '../import/import-portfolio.ts';
import { portfolioRows } from './portfolio-rows.ts';
import { portfolioStamp } from './portfolio-stamp.ts';
import { serviceDetails } from './service-details.ts';

const now = '2026-11-27T10:00:00.000Z';
const list = JSON.stringify({
  data: [
    {
      id: 'z',
      attributes: {
        name: 'Écoute',
        pitch: 'Écouter',
        stats_url: 'https://z.fr/stats',
        sponsors: ['anct', 'dinum'],
        phases: [
          { name: 'investigation', start: '2024-01-01', end: '2024-06-01' },
          { name: 'construction', start: '2024-06-01' },
          { name: 'acceleration', start: '2027-05-01' },
        ],
        events: [
          { name: 'committee', date: '2025-06-01', comment: 'Six mois' },
          { name: 'end', date: 'bientôt', comment: '' },
        ],
      },
    },
    { id: 'a', attributes: { name: 'Zèbre' }, relationships: { incubator: { data: { id: 'lab' } } } },
    { id: 'b', attributes: { name: 'élan' } },
  ],
  included: [{ id: 'lab', attributes: { title: 'Le laboratoire', owner: '/organisations/dinum' } }],
});
const organisations = JSON.stringify([
  { id: 'anct', name: 'Agence des territoires' },
  { id: 'dinum', name: 'Direction du numérique' },
]);

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const text of [list, organisations]) {
      await importPortfolio(db, readPortfolio(text, 'liste'), { source: 'liste', now });
    }
  });
  afterAll(() => db.destroy());

  test('the rows come in the order of a dictionary, with the phase of the day and an organisation', async () => {
    const rows = await portfolioRows(db, '2026-11-27');
    expect(rows.map(({ id, name, phase, organisation }) => [id, name, phase, organisation])).toEqual([
      ['z', 'Écoute', 'Construction', 'Agence des territoires'],
      ['b', 'élan', null, null],
      ['a', 'Zèbre', null, 'Direction du numérique'],
    ]);
    expect(rows[0]).toMatchObject({
      mission: 'Écouter',
      effect: null,
      domain: null,
      demonstration: false,
      declaredFigures: 0,
    });
    expect(rows[0]?.nextStep).toContain('Page de statistiques');
    expect((await portfolioRows(db, '2027-06-01'))[0]?.phase).toBe('Accélération');
  });

  test('a service with all that hangs from it; a figure it declares moves the stamp', async () => {
    const before = await portfolioStamp(db);
    const figure = {
      indicator: 'Appels',
      kind: 'usage',
      value: 12,
      unit: 'appels',
      isTarget: false,
    } as const;
    const rest = {
      placeLevel: null,
      placeCode: null,
      frequency: null,
      automated: null,
      collected: null,
      comment: null,
    };
    const figures = [{ ...figure, ...rest, measuredOn: '2026-10-31', periodStart: null }];
    await saveFigures(db, 'z', figures, { source: 'stats', now });
    expect(await portfolioStamp(db)).not.toBe(before);
    expect(await serviceDetails(db, 'z', '2026-11-27')).toMatchObject({
      id: 'z',
      effect: null,
      links: { stats: 'https://z.fr/stats' },
      organisations: [
        { id: 'anct', name: 'Agence des territoires' },
        { id: 'dinum', name: 'Direction du numérique' },
      ],
      incubators: [],
      phase: { name: 'Construction', startedOn: '2024-06-01', endedOn: null },
      committees: [{ day: '2025-06-01', comment: 'Six mois' }],
      events: [{ kind: 'end', day: null, comment: null }],
      declared: [{ indicator: 'Appels', value: 12, measuredOn: '2026-10-31', source: 'stats' }],
    });
    expect(await serviceDetails(db, '../z', '2026-11-27')).toBeNull();
  });

  test('what was not understood of a service is shown with it', async () => {
    await importPortfolio(db, readPortfolio(list, 'liste'), { source: 'liste', now });
    const service = await serviceDetails(db, 'z', '2026-11-27');
    expect(service?.notUnderstood.map(({ where }) => where)).toEqual(['data[0].attributes.events[1].date']);
  });
});
