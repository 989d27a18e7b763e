import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import type { Publication } from '../../../publish/bundle/bundle.ts';
import { peopleRule } from '../../../publish/disclosure/rule.ts';
import {
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from '../../../publish/fixtures/simulated-measure.ts';
import { databaseLedger } from '../../../publish/ledger/database-ledger.ts';
import { publishMeasure } from '../../../publish/publish-measure.ts';
import { createService } from '../../create-service.ts';
import { latestVersion } from '../plan-version.ts';
import { savePlanVersion } from '../save-plan-version.ts';
import { judgeRegistration } from './judge-registration.ts';
import { registrationHash } from './register-plan.ts';
import { registrationsOf } from './registrations.ts';

const people = simulatedPeople({ people: 1500, seed: 3, days: 200, share: 0.3, channels: [1] });
const simulated = simulatedPlan();

/** The plan of the simulated figures, as the team of `service` writes it. */
const text = (service: string, until = 180, extra = '') => `foulee: 1
service: {id: ${service}, name: La Boite, organisation: Test, mission: Aider à trouver un emploi}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: [u.csv], subject: id, time: day, attributes: {channel: c}, matching_right: journal}
  hires: {kind: outcomes, files: [h.csv], subject: id, time: day, matching_right: convention}
indicators:
  - id: hired
    name: Embauches
    method: follow-up
    exposure: usage
    outcome: hires
    horizons: [90d, ${until}d]
    window: {after: 1d, until: ${until}d}
    limits: [Les personnes non connectées ne sont pas vues.]
${extra}`;

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  const at = (day: string) => ({ actor: 'compte-1', at: `${day}T09:00:00.000Z` });
  const register = async (service: string, day: string, written = text(service)) => {
    const listed = await db.selectFrom('service').select('id').where('id', '=', service).executeTakeFirst();
    if (listed === undefined) await createService(db, { id: service, name: service }, at('2026-01-01'));
    const after = (await latestVersion(db, service))?.version ?? 0;
    await savePlanVersion(db, { service, text: written, after }, at(day));
  };
  const publish = (service: string, lastDay: string, day: string, measuredOn = day) => {
    const document = simulatedDocument(people, lastDay, simulated);
    return publishMeasure(
      { ledger: databaseLedger(db), today: measuredOn },
      {
        document: { ...document, service: { ...document.service, id: service } },
        plan: simulated.plan,
        rule: peopleRule,
      },
      { ...at(day), role: 'member' },
    );
  };
  const judged = async (service: string, publication: Publication) => {
    const entries = await databaseLedger(db).entries(service);
    return judgeRegistration({
      indicator: 'hired',
      publication,
      publications: entries.map((entry) => entry.publication),
      registrations: await registrationsOf(db, service),
    });
  };

  test('saved before any figure: marked so, and the hash is that of what the publication shows', async () => {
    await register('before', '2026-03-01');
    const publication = await publish('before', '2026-10-31', '2026-11-02');
    const [registration] = await registrationsOf(db, 'before');
    expect(registration).toMatchObject({ version: 1, indicator: 'hired', lookedOn: null });
    expect(await judged('before', publication)).toEqual({
      kind: 'before-looking',
      day: '2026-03-01',
      version: 1,
      hash: registration?.hash,
      firstOutcome: null,
    });
    expect(registrationHash(registration?.part ?? '')).toBe(registration?.hash);
  });

  test('saved before the first effect happened: it is told from the data themselves', async () => {
    await register('ahead', '2025-12-20');
    const publication = await publish('ahead', '2026-10-31', '2026-11-02');
    expect(await judged('ahead', publication)).toMatchObject({
      kind: 'before-looking',
      firstOutcome: '2026-01-01',
    });
  });

  test('saved a minute past midnight in Paris: the day is that of Paris', async () => {
    await register('night', '2026-03-01');
    const publication = await publish('night', '2026-10-31', '2026-11-02');
    const [registration] = await registrationsOf(db, 'night');
    if (registration === undefined) throw new Error('it was registered');
    const judgedAt = (registeredAt: string) =>
      judgeRegistration({
        indicator: 'hired',
        publication,
        publications: [publication],
        registrations: [{ ...registration, registeredAt }],
      });
    expect(judgedAt('2026-07-31T22:01:00.000Z')).toMatchObject({ kind: 'before-looking', day: '2026-08-01' });
    // The measure is of 2 November: a plan saved in Paris on the 3rd came after it.
    expect(judgedAt('2026-11-02T22:59:00.000Z')).toMatchObject({ kind: 'before-looking' });
    expect(judgedAt('2026-11-02T23:01:00.000Z').kind).toBe('never');
  });

  test('words, details and later files may change: still what was announced', async () => {
    await register('words', '2026-03-01');
    await register('words', '2026-04-01', text('words', 180, '    owner: Nous\n    breakdown: [channel]\n'));
    const publication = await publish('words', '2026-10-31', '2026-11-02');
    expect(await judged('words', publication)).toMatchObject({ kind: 'before-looking', day: '2026-03-01' });
  });

  test('changed while nobody had looked: the last announcement holds, the first one no longer', async () => {
    await register('early', '2026-03-01', text('early', 120));
    await register('early', '2026-04-01');
    const publication = await publish('early', '2026-10-31', '2026-11-02');
    expect(await judged('early', publication)).toMatchObject({ kind: 'before-looking', version: 2 });
  });

  test('changed after a look: said, with what changed and when', async () => {
    await register('changed', '2026-03-01', text('changed', 120));
    await publish('changed', '2026-06-30', '2026-07-06');
    await register('changed', '2026-08-01');
    const publication = await publish('changed', '2026-10-31', '2026-11-02');
    expect((await registrationsOf(db, 'changed')).map(({ lookedOn }) => lookedOn)).toEqual([
      null,
      '2026-07-06',
    ]);
    expect(await judged('changed', publication)).toEqual({
      kind: 'changed',
      day: '2026-03-01',
      version: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      keys: ['horizons', 'window'],
      changedOn: '2026-08-01',
    });
  });

  test('registered once a figure was known: not before looking, whatever follows', async () => {
    await createService(db, { id: 'after', name: 'after' }, at('2026-01-01'));
    await publish('after', '2026-06-30', '2026-07-06');
    await register('after', '2026-08-01');
    const publication = await publish('after', '2026-10-31', '2026-11-02');
    expect(await judged('after', publication)).toMatchObject({
      kind: 'after-looking',
      day: '2026-08-01',
      lookedOn: '2026-07-06',
    });
  });

  test('measured before, published after: the day of the measure is what counts', async () => {
    await register('late', '2026-11-10');
    const publication = await publish('late', '2026-10-31', '2026-11-20', '2026-11-02');
    expect((await registrationsOf(db, 'late'))[0]?.lookedOn).toBeNull();
    expect((await judged('late', publication)).kind).toBe('never');
  });

  test('another indicator that reads the same effects is a look at them', async () => {
    await createService(db, { id: 'other', name: 'other' }, at('2026-01-01'));
    await publish('other', '2026-06-30', '2026-07-06');
    await register('other', '2026-08-01', text('other').replace('id: hired', 'id: renamed'));
    expect((await registrationsOf(db, 'other'))[0]).toMatchObject({
      indicator: 'renamed',
      lookedOn: '2026-07-06',
    });
  });

  test('a weekly run that measured it is a look, though nothing was published', async () => {
    const measures = [{ indicator: 'autre', inputs: [{ source: 'hires', kind: 'outcomes' }] }];
    await register('weekly', '2026-03-01', text('weekly', 120));
    await db
      .insertInto('weekly_run')
      .values({
        service: 'weekly',
        week: '2026-W30',
        at: '2026-07-20T06:00:00.000Z',
        document: JSON.stringify({ measures }),
        reading: '{}',
        is_simulated: false,
      })
      .execute();
    await register('weekly', '2026-08-01');
    expect((await registrationsOf(db, 'weekly')).map(({ lookedOn }) => lookedOn)).toEqual([
      null,
      '2026-07-20',
    ]);
    const publication = await publish('weekly', '2026-10-31', '2026-11-02');
    expect(await judged('weekly', publication)).toMatchObject({ kind: 'changed', changedOn: '2026-08-01' });
  });

  test('never registered: said', async () => {
    await createService(db, { id: 'never', name: 'never' }, at('2026-01-01'));
    expect(await judged('never', await publish('never', '2026-10-31', '2026-11-02'))).toEqual({
      kind: 'never',
    });
  });

  test.each([
    `update plan_registration set looked_on = null`,
    `update plan_registration set registered_at = registered_at - interval '1 year'`,
    `update plan_registration set hash = 'x'`,
    `delete from plan_registration`,
    `truncate plan_registration`,
    `truncate plan_version cascade`,
    `update plan_version set created_at = created_at - interval '1 year'`,
  ])('%s is refused by the database itself', async (statement) => {
    const before = await registrationsOf(db, 'changed');
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/never changes/);
    expect(await registrationsOf(db, 'changed')).toEqual(before);
  });

  test('no registration of another day than its version', async () => {
    const forged = sql`insert into plan_registration
      select service, version, 'forged', hash, part, registered_at - interval '1 year', null from plan_registration
      where service = 'changed' and version = 2`;
    await expect(forged.execute(db)).rejects.toThrow(/foreign key/);
  });
});
