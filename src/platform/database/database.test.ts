import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { testDatabases } from './test-databases.ts';

const account = (id: string) => ({ id, email: `${id}@exemple.fr`, created_at: new Date(0) });

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  test('instants, days, whole numbers and documents are plain values', async () => {
    const { rows } = await sql<Record<string, unknown>>`select
      '2026-03-29T02:30:00.120+02:00'::timestamptz as instant, '2026-03-29'::date as day,
      array['2026-03-29', '2026-04-01']::date[] as days, '{}'::date[] as none,
      count(*) as many, '{"a": [1]}'::jsonb as document, null::timestamptz as never`.execute(db);
    expect(rows).toEqual([
      {
        ...{ instant: '2026-03-29T00:30:00.120Z', day: '2026-03-29', many: 1, document: { a: [1] } },
        ...{ days: ['2026-03-29', '2026-04-01'], none: [], never: null },
      },
    ]);
  });

  test('many writes at once are all kept', async () => {
    await db.insertInto('account').values(account('counted')).execute();
    const name = (text: string | null) => String(Number(text ?? 0) + 1);
    const increments = Array.from({ length: 20 }, () =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('account')
          .select('name')
          .where('id', '=', 'counted')
          .forUpdate()
          .executeTakeFirstOrThrow();
        await transaction
          .updateTable('account')
          .set({ name: name(row.name) })
          .where('id', '=', 'counted')
          .execute();
      }),
    );
    await Promise.all(increments);
    const row = await db.selectFrom('account').select('name').where('id', '=', 'counted').executeTakeFirst();
    expect(row?.name).toBe('20');
  });

  test('a transaction that fails leaves nothing, and the next one works', async () => {
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('account').values(account('lost')).execute();
      await transaction.insertInto('account').values(account('lost')).execute();
    });
    await expect(failing).rejects.toThrow(/account_pkey/);
    expect(await db.selectFrom('account').select('id').where('id', '=', 'lost').execute()).toEqual([]);
  });

  test('migrations already applied are not applied again', async () => {
    expect(await migrate(db)).toEqual([]);
  });

  test('a migration that fails leaves no trace, and is tried again next time', async () => {
    const half = {
      name: '9000-half',
      async up(db_: Parameters<(typeof migrations)[number]['up']>[0]) {
        await sql`create table half (id text)`.execute(db_);
        await sql`select 1 / 0`.execute(db_);
      },
    };
    await expect(migrate(db, [...migrations, half])).rejects.toThrow('division by zero');
    await expect(sql`select * from half`.execute(db)).rejects.toThrow('does not exist');
  });

  test('two that start at once apply each migration once', async () => {
    let applied = 0;
    const slow = {
      name: `9001-slow`,
      async up() {
        applied++;
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    };
    const steps = [...migrations, slow];
    const names = await Promise.all([migrate(db, steps), migrate(db, steps)]);
    expect([applied, names.flat()]).toEqual([1, ['9001-slow']]);
    await expect(migrate(db)).rejects.toThrow('une version plus récente de Foulée (9001-slow)');
  });

  test('the audit log only grows', async () => {
    const entry = {
      actor: 'foulee',
      action: 'test',
      object_kind: 'test',
      object_id: newId(),
      outcome: 'done',
    } as const;
    await db
      .insertInto('audit_entry')
      .values({ ...entry, at: new Date(0), detail: '{}' })
      .execute();
    await expect(db.updateTable('audit_entry').set({ actor: 'else' }).execute()).rejects.toThrow(
      'only grows',
    );
    await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow('only grows');
    await expect(sql`truncate audit_entry`.execute(db)).rejects.toThrow('only grows');
    expect(await db.selectFrom('audit_entry').select('actor').execute()).toEqual([{ actor: 'foulee' }]);
  });
});

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-base-'));
  const config = readConfig({ FOULEE_DATA: folder });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('refuses a second program, keeps what was written, and takes over from a dead one', async () => {
    const db = await openDatabase(config);
    await migrate(db);
    await db.insertInto('account').values(account('kept')).execute();
    await expect(openDatabase(config)).rejects.toThrow(
      `déjà ouverte par un autre programme (processus ${process.pid})`,
    );
    await db.destroy();

    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    writeFileSync(`${folder}/base.lock`, String(other.pid));
    await expect(openDatabase(config)).rejects.toThrow(`(processus ${other.pid})`);
    other.kill('SIGKILL');
    await once(other, 'exit');

    const again = await openDatabase(config);
    expect(await again.selectFrom('account').select('id').execute()).toEqual([{ id: 'kept' }]);
    await again.destroy();
  });
});

describe('PostgreSQL that cannot be reached', () => {
  test('is said without the password', async () => {
    const config = readConfig({ DATABASE_URL: 'postgresql://foulee:tres-secret@127.0.0.1:1/foulee' });
    const refused = await openDatabase(config).catch((error) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused.message).toContain('personne ne répond à cette adresse');
    expect(JSON.stringify([refused.message, refused.advice])).not.toContain('tres-secret');
  });

  test('so is an address that is not one', () => {
    const refuse = () => readConfig({ DATABASE_URL: 'mysql://foulee:tres-secret@localhost/foulee' });
    expect(refuse).toThrow("n'est pas l'adresse d'une base PostgreSQL");
    expect(refuse).not.toThrow('tres-secret');
  });
});
