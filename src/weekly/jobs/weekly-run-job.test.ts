import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { type ArrivalDoor, openDoor } from '../../records/arrivals/door.ts';
import { databaseHistory } from '../history/database-history.ts';
import { askWeeklyRunNow, askWeeklyRuns, weeklyRunJob, weeklyRunKind } from './weekly-run-job.ts';

const plan = (files: string) => `foulee: 1
service: {id: avis, name: Avis}
effect: {statement: Des démarches plus simples., domain: social}
sources:
  notes: {kind: series, files: ["${files}"], time: mois, value: note}
indicators:
  - {id: satisfaction, name: Satisfaction, method: declared, series: notes, unit: sur 10, direction: up, matrix: useful, provenance: fichier}
`;

describe.each(testDatabases())('the run of each week, on $name', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-scheduled-'));
  const config = readConfig({ FOULEE_DATA: folder, FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef' });
  const files = join(folder, 'fichiers', 'avis');
  let db: Database;
  let door: ArrivalDoor;
  let now = '2026-11-23T03:59:00.000Z';
  const context = () => ({ db, now: () => now });
  beforeAll(async () => {
    db = await open();
    door = openDoor(config);
    const by = { actor: 'foulee', at: now };
    await createService(db, { id: 'avis', name: 'Avis' }, by);
    await savePlanVersion(db, { service: 'avis', text: plan('notes-*.csv'), note: '', after: 0 }, by);
  });
  afterAll(async () => {
    await door.close();
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = () => {
    const job = {
      id: '',
      kind: weeklyRunKind,
      service: 'avis',
      payload: {},
      attempt: 1,
      mostAttempts: 5,
      lease: '',
    };
    const handler = weeklyRunJob({ context: context(), config, software: 'essai', door });
    return handler(job, new AbortController().signal);
  };
  const jobs = () => db.selectFrom('job').select(['key', 'run_at']).orderBy('run_at').execute();
  const moved = async (week: string) =>
    (await databaseHistory(db).of('avis', week))?.reading.moved.map(({ sentence }) => sentence) ?? [];

  test('asked for once a week, on Monday at five in Paris', async () => {
    await askWeeklyRuns(context());
    await askWeeklyRuns(context());
    expect((await jobs()).map(({ run_at }) => new Date(run_at).toISOString())).toEqual([
      '2026-11-23T04:00:00.000Z',
    ]);
    now = '2026-11-30T04:00:00.000Z';
    await askWeeklyRuns(context());
    await askWeeklyRunNow(context(), 'avis');
    expect(await jobs()).toHaveLength(2);
  });

  test('no folder, then no file: what is missing is said; a file laid there is taken, then the next one', async () => {
    await expect(run()).rejects.toThrow(/notes/);
    mkdirSync(files, { recursive: true });
    await expect(run()).rejects.toThrow(/notes/);
    writeFileSync(join(files, 'notes-10.csv'), 'mois,note\n2026-09,"8,0"\n2026-10,"8,1"\n');
    expect(await run()).toMatch(/^1.indicateur mesuré\.$/);
    now = '2026-12-07T04:00:00.000Z';
    writeFileSync(join(files, 'notes-11.csv'), 'mois,note\n2026-11,"8,4"\n');
    await run();
    expect((await moved('2026-W50')).join().replace(/\s/g, ' ')).toMatch(
      /^Novembre 2026, 8,40 sur 10, après 8,10 sur 10 en octobre 2026\./,
    );
  });
});
