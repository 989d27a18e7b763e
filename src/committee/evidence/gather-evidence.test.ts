import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { costFacts } from '../costs/cost-per-effect.ts';
import { serviceMadeKnown } from './fixtures/known-service.ts';
import { freezeEvidence } from './freeze-evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { endOf } from './moment.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(testDatabases())('what was known on a day, on $name', ({ open }) => {
  let db: Database;
  const on = (day: string) => gatherEvidence(db, 'boite', day);
  beforeAll(async () => {
    db = await open();
    const service = await serviceMadeKnown(db);
    await service.run(null, '2026-06-01', 'Le fichier des embauches manque.');
    await service.run('2026-06-30', '2026-07-06');
    await service.publish('2026-08-31', '2026-09-07');
    await service.publish('2026-10-31', '2026-11-09');
    await service.withdraw(2, '2026-11-20', 'Le registre était incomplet.');
  }, 60_000);
  afterAll(() => db.destroy());

  test('before anything: no plan, no figure, and why', async () => {
    const known = await on('2026-05-01');
    expect(known).toMatchObject({ main: null, figures: [], plan: null, corrections: [] });
    expect(known.measure).toMatchObject({ kind: 'none', sentence: /pas de plan de mesure ce jour-là/ });
    expect(known.runs).toMatchObject({ done: 0, measured: 0, outOf: 0, lastRun: null });
  });

  test('a run that failed says why', async () => {
    const { measure } = await on('2026-06-02');
    expect(measure.kind === 'none' && plain(measure.sentence)).toBe(
      'La dernière foulée, le 1er juin 2026, n’a rien pu mesurer : Le fichier des embauches manque.',
    );
  });

  test('measured but not public: marked as such', async () => {
    const known = await on('2026-07-06');
    expect(known.measure).toMatchObject({ kind: 'unpublished', week: '2026-W28', measuredOn: '2026-07-06' });
    expect(known.main).toBe('hired');
    expect(known.sources.map(({ source, lastDay }) => [source, lastDay])).toEqual([
      ['hires', '2026-06-30'],
      ['usage', '2026-06-30'],
    ]);
  });

  test('the publication that stood then, with its effect, whatever came later', async () => {
    expect((await on('2026-09-06')).measure.kind).toBe('unpublished');
    const first = await on('2026-09-07');
    expect(first.measure).toMatchObject({ kind: 'published', number: 1, publishedOn: '2026-09-07' });
    const [figure] = first.figures;
    expect(figure?.effect).toMatchObject({ kind: 'estimate', horizon: 180, measure: 'difference' });
    expect(figure?.decision).toMatchObject({ threshold: 0.01 });
    expect(figure?.registration.kind).toBe('never');
    expect(figure?.limits).toEqual(['Les personnes non connectées ne sont pas vues.']);
    expect((await on('2026-11-19')).measure).toMatchObject({ number: 2 });
  });

  test('a publication taken back is said and no longer evidence, from that day on', async () => {
    expect((await on('2026-11-19')).corrections).toEqual([]);
    const after = await on('2026-11-20');
    expect(after.measure).toMatchObject({ kind: 'published', number: 1 });
    expect(after.corrections).toEqual([
      {
        day: '2026-11-20',
        number: 2,
        publishedOn: '2026-11-09',
        kind: 'withdrawal',
        reason: 'Le registre était incomplet.',
      },
    ]);
  });

  test('the same day gives the same bytes, before and after more is known', async () => {
    const then = freezeEvidence(await on('2026-09-30'));
    expect(freezeEvidence(await on('2026-09-30'))).toEqual(then);
    expect(freezeEvidence(await on('2026-10-01')).sha256).not.toBe(then.sha256);
  });

  test('a figure declared later, or replaced by then, is not in it', async () => {
    const figure = (value: number, recorded: string, superseded: string | null) => ({
      ...{ service_id: 'boite', indicator: 'Visites', kind: 'usage' as const, unit: 'visites' },
      ...{ value, is_target: false, measured_on: '2026-05-31', source: 'test' },
      recorded_at: `${recorded}T08:00:00.000Z`,
      superseded_at: superseded && `${superseded}T08:00:00.000Z`,
    });
    await db
      .insertInto('declared_figure')
      .values([figure(100, '2026-06-01', '2026-08-01'), figure(120, '2026-08-01', null)])
      .execute();
    const said = async (day: string) => (await on(day)).declared.map(({ sentence }) => plain(sentence));
    expect(await said('2026-05-31')).toEqual([]);
    expect(await said('2026-07-31')).toEqual(['100 visites, selon le service.']);
    expect(await said('2026-08-01')).toEqual(['120 visites, selon le service.']);
    const uses = async (day: string) => {
      const facts = await costFacts(db, 'boite', day, endOf(day).last);
      return facts.declared?.value ?? null;
    };
    expect([await uses('2026-05-31'), await uses('2026-07-31'), await uses('2026-08-01')]).toEqual([
      null,
      100,
      120,
    ]);
  });

  test('costs are those known that day, and moved since the committee before', async () => {
    const budget = (id: string, cents: number, recorded: string) => ({
      ...{ id, service: 'boite', starts_on: '2026-01-01', ends_on: '2026-12-31', cents },
      ...{ state: 'spent' as const, nature: 'whole', source: 'formulaire', author: 'foulee' },
      recorded_at: `${recorded}T08:00:00.000Z`,
    });
    await db
      .insertInto('budget_line')
      .values([budget('a', 36_500_000, '2026-09-10'), budget('b', 7_300_000, '2026-10-10')])
      .execute();
    await db
      .insertInto('committee')
      .values({ id: 'told', service_id: 'boite', held_on: '2026-10-01', comment: null })
      .execute();
    expect((await on('2026-09-09')).costs.budget).toMatchObject({ kind: 'unknown' });
    const { costs, suggestion } = await on('2026-09-30');
    // 273 days from 1 January to 30 September, at 1 000 € a day.
    expect(costs.budget).toMatchObject({
      total: 27_300_000,
      coveredDays: 273,
      days: 365,
      perYear: 36_500_000,
    });
    expect(costs.perObservedOutcome).toMatchObject({ kind: 'cost' });
    expect(costs.moves).toBeNull();
    expect(suggestion.rule).toBe(1);
    expect((await on('2026-11-19')).costs.moves).toMatchObject({ since: '2026-10-01' });
  });

  test('a service that is not listed is refused', async () => {
    await expect(gatherEvidence(db, 'autre', '2026-09-07')).rejects.toThrow(/Aucun service/);
  });
});
