import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { caseLibrary } from '../../portfolio/cases/library.ts';
import { demonstrationId, ensureDemonstration } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { estime } from '../../portfolio/demonstration/plans/job-seekers.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { inventBudgets } from '../costs/demonstration-budgets.ts';
import { readDesk } from '../desk/read-desk.ts';
import { serviceState } from '../review/service-state.ts';
import { readDecisions } from '../sessions/read-decisions.ts';
import { readSession } from '../sessions/session.ts';
import { inventCommittees } from './invent-committees.ts';
import { inventReviews } from './invent-reviews.ts';
import { inventedCommittees } from './invented-committees.ts';

const today = '2026-11-28';
const at = `${today}T10:00:00.000Z`;
const services = Object.keys(inventedCommittees).map(demonstrationId);

describe.each(testDatabases())('the committees of the demonstration, on $name', ({ open }) => {
  let db: Database;
  const since = new Map(caseLibrary.map(({ id }) => [demonstrationId(id), today]));
  beforeAll(async () => {
    db = await open();
    await ensureDemonstration(db, at);
    await inventBudgets(db, { since, at });
    const plan = estime.plan({ since: '2025-01-01', through: '2026-10-31' });
    await savePlanVersion(db, { service: 'demo-estime', text: plan, after: 0 }, { actor: 'foulee', at });
    await inventCommittees(db, { since, at });
    await inventReviews(db, { since, at });
  }, 60_000);
  afterAll(() => db.destroy());

  test('a sponsor finds what to decide, to prepare, to follow, and what was decided; once', async () => {
    const desk = await readDesk(db, 'all', today);
    const waits = new Map(desk.map(({ id, tasks }) => [id, tasks.map(({ kind }) => kind)]));
    expect(services.map((id) => [id, waits.get(id)])).toEqual([
      ['demo-la-bonne-boite', ['decide', 'money']],
      ['demo-estime', ['freeze', 'provisional']],
      ['demo-mps', ['late']],
      ['demo-zero-logement-vacant', ['freeze', 'money']],
    ]);
    const decisions = await readDecisions(db, services);
    expect(decisions.map(({ service, kind, isPublic }) => [service, kind, isPublic])).toEqual([
      ['demo-estime', 'provisional', true],
      ['demo-mps', 'continue-less', false],
      ['demo-la-bonne-boite', 'continue-more', true],
    ]);
    const [, , first] = decisions;
    expect(first?.conditions).toMatchObject([{ answer: { isMet: true } }]);
    expect(first?.checks).toMatchObject([
      { months: 6, figures: expect.arrayContaining([expect.anything()]) },
    ]);
    const { frozen } = (await readSession(db, 'demo-estime', decisions[0]?.session ?? '')) ?? {
      frozen: null,
    };
    expect(frozen?.document).toContain('"budget":{"coveredDays"');
    for (const { reason } of decisions) expect(reason).toContain('inventée pour la démonstration');
    await inventCommittees(db, { since, at });
    expect(await readDecisions(db, services)).toEqual(decisions);
  });

  test('a plan is reviewed, said to be invented', async () => {
    expect(await serviceState(db, 'demo-estime')).toMatchObject({
      state: 'form-reviewed',
      review: { role: 'coach', organisation: 'relecture inventée pour la démonstration', day: today },
    });
    expect(await serviceState(db, 'demo-mps')).toMatchObject({ state: 'no-matrix' });
  });

  test('a portfolio of its own gets none', async () => {
    const apart = await open();
    await inventCommittees(apart, { since: new Map(), at });
    await inventReviews(apart, { since: new Map(), at });
    expect(await readDecisions(apart, services)).toEqual([]);
    await apart.destroy();
  });
});
