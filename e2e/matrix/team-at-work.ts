import {
  decidedCommittee,
  frozenCommittee,
} from '../../src/committee/sessions/fixtures/decided-committee.ts';
import { listSessions } from '../../src/committee/sessions/session.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { createService } from '../../src/portfolio/create-service.ts';
import { savePlanVersion } from '../../src/portfolio/plans/save-plan-version.ts';
import { projectSteps } from '../../src/portfolio/projects/answers.ts';
import { createProject, saveStep } from '../../src/portfolio/projects/keep-project.ts';
import { daysAfter } from '../../src/statistics/calendar-day.ts';
import { receivedPlan } from '../../src/web/collect/fixtures/collecting-site.ts';

/**
 * A service whose plan has two versions and receives its rows, and the projects of whoever signed in: one whole, one
 * that begins; committees prepared, frozen and decided. Gives the addresses no link leads to from the space of the demonstration.
 */
export async function teamAtWork(db: Database, at: string): Promise<string[]> {
  const { id: account } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const service = 'mon-service';
  await createService(db, { id: service, name: 'Mon service' }, { actor: account, at });
  const texts = [receivedPlan, receivedPlan.replace('horizons: [90d]', 'horizons: [90d, 180d]')];
  for (const [after, text] of texts.entries()) {
    await savePlanVersion(
      db,
      { service, text, note: 'Suivre plus longtemps.', after },
      { actor: account, at },
    );
  }
  await createService(db, { id: 'nouveau-service', name: 'Nouveau service' }, { actor: account, at });
  const begun = await createProject(db, 'Un service qui commence', { account, at });
  const whole = await createProject(db, 'Habiter les logements vides', { account, at });
  await saveStep(db, whole, wholeAnswers, { account, at });
  const today = at.slice(0, 10);
  const decided = await decidedCommittee(db, {
    service,
    decidedOn: today,
    kind: 'provisional',
    moneyUntil: daysAfter(today, 50),
    conditions: [{ text: 'Le coût d’un effet', dueOn: daysAfter(today, 10) }],
  });
  const frozen = await frozenCommittee(db, service, today);
  const open = (await listSessions(db, service)).filter(({ frozenOn }) => frozenOn === null);
  const space = `/equipe/services/${service}`;
  return [
    ...projectSteps.map((step) => `/equipe/projets/${begun}/${step}`),
    `/equipe/projets/${whole}`,
    `/equipe/projets/${whole}/calcul`,
    '/equipe/services/nouveau-service/plan?cas=la-bonne-boite&vue=formulaire',
    space,
    ...[
      '/plan',
      '/plan?vue=formulaire',
      '/plan/versions',
      '/plan/versions/2',
      '/collecte',
      '/donnees',
      '/relectures',
      '/relectures/plan/2',
    ].map((page) => `${space}${page}`),
    ...['', `/${decided}`, `/${frozen.id}`, `/${frozen.id}/decider`, ...open.map(({ id }) => `/${id}`)].map(
      (page) => `${space}/comites${page}`,
    ),
    ...['/foulee', '/rappels', '/taches', '/membres'].map((page) => `${space}${page}`),
  ];
}

const wholeAnswers = {
  effect: {
    organisation: '',
    mission: 'Aider les communes à contacter les propriétaires.',
    statement: 'Des logements vides depuis longtemps sont habités.',
    domain: 'social' as const,
    beneficiaries: 'les ménages',
  },
  checks: ['Appeler dix propriétaires.', 'Visiter cinq logements.', 'Rencontrer trois maires.'],
  measures: ['La part de logements habités.', 'Le délai avant location.', 'Le coût par logement.'],
  example: 'zero-logement-vacant',
  numbers: {
    without: 12,
    change: 2,
    usersPerWeek: 280,
    start: '2026-12-01',
    horizon: 90,
    late: 45,
    prepareDays: 3,
    calls: 84,
    callMinutes: 10,
    dayCost: 500,
  },
};
