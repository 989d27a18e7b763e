import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { serviceCosts } from '../costs/service-costs.ts';
import { serviceMadeKnown } from '../evidence/fixtures/known-service.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { type DeskScope, deskScope } from './desk-scope.ts';
import { readDesk } from './read-desk.ts';
import { tellServices } from './tell-services.ts';

const today = '2026-11-28';
const at = '2026-01-01T08:00:00.000Z';

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  let known: Awaited<ReturnType<typeof serviceMadeKnown>>;
  beforeAll(async () => {
    db = await open();
    known = await serviceMadeKnown(db);
    await createService(db, { id: 'ailleurs', name: 'Ailleurs' }, { actor: 'foulee', at });
    await createService(db, { id: 'zebre', name: 'Zèbre' }, { actor: 'foulee', at });
    await sql`insert into organisation (id, name, other) values ('dinum', 'Dinum', '{}')`.execute(db);
    await sql`insert into service_organisation (service_id, organisation_id, position)
      values ('boite', 'dinum', 0), ('zebre', 'dinum', 0)`.execute(db);
    await sql`insert into phase (service_id, position, name, started_on) values
      ('zebre', 0, 'construction', '2024-01-01'), ('zebre', 1, 'abandon', '2026-01-01')`.execute(db);
    await known.publish('2026-08-31', '2026-09-01');
    await known.publish('2026-10-31', '2026-11-01');
    await sql`insert into budget_line (id, service, starts_on, ends_on, cents, state, nature, source, author, recorded_at)
      values ('a', 'boite', '2025-06-01', '2026-05-31', 12345678, 'spent', 'staff', 'x', 'x', ${at}),
        ('b', 'boite', '2026-03-01', '2026-12-31', 9000000, 'forecast', 'staff', 'x', 'x', ${at}),
        ('c', 'boite', '2026-06-01', '2026-08-31', 4000000, 'spent', 'staff', 'x', 'x', ${at}),
        ('d', 'boite', '2020-01-01', '2020-12-31', 4000000, 'spent', 'staff', 'x', 'x', ${at})`.execute(db);
    await sql`insert into committee_session (id, service, planned_on, money_ends_on, evidence, evidence_sha256, frozen_on,
        frozen_by, created_by, created_at) values
      ('s0', 'boite', '2026-01-10', null, null, null, null, null, 'x', ${at}),
      ('s1', 'boite', '2026-06-10', null, '{}', 'x', '2026-06-08', 'x', 'x', ${at}),
      ('s2', 'boite', '2026-12-10', '2026-12-20', null, null, null, null, 'x', ${at})`.execute(db);
    await sql`insert into committee_decision (id, session, service, kind, reason, is_public, evidence_sha256, grid,
        decided_on, decided_by, role, at) values
      ('d1', 's1', 'boite', 'continue-less', 'x', true, 'x', '{}', '2026-06-10', 'x', 'sponsor', ${at})`.execute(
      db,
    );
    await sql`insert into committee_condition (id, decision, service, position, text, due_on, is_proof) values
      ('c1', 'd1', 'boite', 0, 'x', '2026-09-01', false), ('c2', 'd1', 'boite', 1, 'x', '2026-10-01', false),
      ('c3', 'd1', 'boite', 2, 'x', '2027-10-01', false)`.execute(db);
    await sql`insert into committee_condition_answer (id, condition, is_met, word, author, at)
      values ('a1', 'c1', true, 'x', 'x', ${at})`.execute(db);
  }, 60_000);
  afterAll(() => db.destroy());

  const desk = async (scope: DeskScope = 'all') => tellServices(db, await readDesk(db, scope, today), today);
  const boite = async () => {
    const found = (await desk()).find(({ id }) => id === 'boite');
    if (found === undefined) throw new Error('boite is on the desk');
    return found;
  };

  test('a service says what its own pages say: figure, level, cost, suggestion, committee, what waits', async () => {
    const found = await boite();
    const evidence = await gatherEvidence(db, 'boite', today);
    const costs = await serviceCosts(db, 'boite', { from: '2025-11-29', until: today });
    expect(costs.kind === 'costs' ? costs.perYear / 100 : null).toBe(found.costPerYear);
    expect(found.costPerYear).toBeGreaterThan(0);
    expect(found.level).toBe(evidence.figures[0]?.evidence.level);
    expect(found.suggestion.answer).toBe(evidence.suggestion?.answer);
    expect(found.suggestion.because).toBe(evidence.suggestion?.because);
    expect(found.published?.freshness.measuredOn).toBe('2026-11-01');
    expect(found.trend).toMatch(/depuis la publication précédente$/);
    expect(found.sentence).toBe(evidence.figures[0]?.sentence);
    expect(found).toMatchObject({
      group: 'followed',
      organisations: [{ id: 'dinum', name: 'Dinum' }],
      state: { state: 'matrix' },
      nextCommittee: { session: 's2', day: '2026-12-10' },
      lastDecision: { kind: 'continue-less', day: '2026-06-10' },
    });
    expect(found.tasks.map(({ kind, day }) => [kind, day])).toEqual([
      ['late', '2026-10-01'],
      ['freeze', '2026-12-10'],
      ['money', '2026-12-20'],
    ]);
  });

  test('one without figure has its next step, one that ended waits for nothing', async () => {
    const [ailleurs, , zebre] = await desk();
    expect(ailleurs).toMatchObject({
      id: 'ailleurs',
      group: 'unmeasured',
      published: null,
      costPerYear: null,
    });
    expect(ailleurs?.suggestion).toEqual({ answer: 'cannot-tell', because: 'no-plan' });
    expect(ailleurs?.nextStep()).toContain('Effet recherché à écrire');
    expect(zebre).toMatchObject({ id: 'zebre', phase: 'abandon', group: 'ended', tasks: [] });
  });

  test('a role reaches its services and those of its organisation, and no other', async () => {
    const grant = { role: 'sponsor', service: null, organisation: null } as const;
    const ids = async (grants: Parameters<typeof deskScope>[0]) =>
      (await desk(deskScope(grants))).map(({ id }) => id);
    expect(await ids([grant])).toEqual(['ailleurs', 'boite', 'zebre']);
    expect(await ids([{ ...grant, organisation: 'dinum' }])).toEqual(['boite', 'zebre']);
    expect(await ids([{ ...grant, service: 'ailleurs' }])).toEqual(['ailleurs']);
    expect(await ids([])).toEqual([]);
    const [own] = await desk(deskScope([{ ...grant, service: 'boite' }]));
    expect(own).toMatchObject({
      id: 'boite',
      costPerYear: (await boite()).costPerYear,
      state: { state: 'matrix' },
    });
  });

  test('once the last publication is withdrawn, the one before is the figure', async () => {
    await known.withdraw(2, '2026-11-15', 'Source fausse.');
    expect((await boite()).published?.freshness.measuredOn).toBe('2026-09-01');
    await known.withdraw(1, '2026-11-16', 'Source fausse.');
    expect(await boite()).toMatchObject({ group: 'unmeasured', published: null });
  });
});
