import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { isoDay } from '../../statistics/calendar-day.ts';

const services = ['a', 'b', 'c'];
const at = '2026-01-01T08:00:00.000Z';

/** The writes of every table that is summed up, each on one of the services; `n` gives them days, kinds and order. */
const writes: readonly ((n: number, service: string, day: string) => RawBuilder<unknown>)[] = [
  (n, service, day) => sql`insert into committee_session (id, service, planned_on, created_by, created_at)
    values (${`s${n}`}, ${service}, ${day}, 'x', ${at})`,
  (n, service) => sql`with one as (
      insert into publication (sha256, service, number, previous, document, published_at)
      select ${`p${1000 + n}`}, ${service}, count(*) + 1, max(sha256), '{}', ${at}::timestamptz
      from publication where service = ${service} returning sha256, service, number)
    insert into publication_summary (sha256, service, number, version, summary, sentence)
    select sha256, service, number, 1, ${n % 4 === 0 ? null : summary(n)}::jsonb, ${n % 4 === 0 ? null : 'x'} from one`,
  (_n, service, day) => sql`update committee_session set planned_on = ${day}
    where id = (select min(id) from committee_session where service = ${service})`,
  (_n, service, day) => sql`update committee_session
    set evidence = '{}', evidence_sha256 = 'x', frozen_on = ${day}, frozen_by = 'x'
    where id = (select max(id) from committee_session where service = ${service} and evidence is null)`,
  (n, service, day) => sql`insert into committee_decision (id, session, service, kind, reason, is_public,
      evidence_sha256, grid, decided_on, decided_by, role, at)
    select ${`d${n}`}, id, service, ${n % 2 === 0 ? 'stop' : 'pivot'}, 'x', true, 'x', '{}', ${day}, 'x', 'x', ${at}
    from committee_session where service = ${service} and evidence is not null
      and id not in (select session from committee_decision) limit 1`,
  (
    n,
    service,
    day,
  ) => sql`insert into committee_condition (id, decision, service, position, text, due_on, is_proof)
    select ${`k${n}`}, max(id), service, ${n}, 'x', ${day}::date, false
    from committee_decision where service = ${service} group by service`,
  (n, service) => sql`insert into committee_condition_answer (id, condition, is_met, word, author, at)
    select ${`a${n}`}, max(id), true, 'x', 'x', ${at}::timestamptz
    from committee_condition where service = ${service} having max(id) is not null`,
  (
    n,
    service,
  ) => sql`insert into committee_check (id, decision, months, verdict, word, figures, author, role, at)
    select ${`c${n}`}, max(id), ${n % 2 === 0 ? 6 : 12}, 'as-hoped', 'x', '[]', 'x', 'x', ${at}::timestamptz
    from committee_decision where service = ${service} having max(id) is not null on conflict do nothing`,
  (n, service) => sql`insert into correction (id, publication, kind, reason, role, actor, at)
    select ${`r${n}`}, max(sha256), ${n % 3 === 0 ? 'correction' : 'withdrawal'}, 'x', 'x', 'x', ${at}::timestamptz
    from publication where service = ${service} having max(sha256) is not null`,
  (n, service) => sql`update publication_summary set summary = ${summary(n + 1)}::jsonb, sentence = 'x'
    where sha256 = (select min(sha256) from publication where service = ${service})`,
  (_n, service) => sql`insert into committee_closing (session, reason, author, role, at)
    select max(id), 'x', 'x', 'x', ${at}::timestamptz from committee_session
    where service = ${service} and evidence is not null having max(id) is not null on conflict do nothing`,
  (_n, service) => sql`delete from committee_session
    where id = (select min(id) from committee_session where service = ${service} and evidence is null)`,
];

const summary = (n: number) =>
  JSON.stringify({ level: n % 6, effect: { kind: n % 3 === 0 ? 'none' : 'estimate' } });

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  const standing = async () =>
    (await sql<{ service: string }>`select * from service_standing order by service`.execute(db)).rows;
  const workedOut = async (known: readonly string[]) =>
    (await sql`select * from standing_of(${known}) order by service`.execute(db)).rows;

  test('after any write, what is kept is what everything that was written gives', async () => {
    const changes = writes.map(() => 0);
    let before = '[]';
    for (let n = 0; n < 20 * writes.length; n++) {
      const kind = (n * 5 + Math.floor(n / writes.length)) % writes.length;
      const service = services[(n % 7) % services.length] ?? '';
      await writes[kind]?.(n, service, isoDay(20_400 + ((n * 37) % 700))).execute(db);
      const kept = await standing();
      expect(kept, `write ${n}, of kind ${kind}`).toEqual(await workedOut(kept.map((row) => row.service)));
      const now = JSON.stringify(kept);
      if (now !== before) changes[kind] = (changes[kind] ?? 0) + 1;
      before = now;
    }
    expect((await standing()).map((row) => row.service)).toEqual(services);
    expect(Math.min(...changes), `changes by kind of write: ${changes}`).toBeGreaterThan(0);
  }, 60_000);

  test('writes at once of one service are all seen', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        db.transaction().execute(async (transaction) => {
          await sql`insert into committee_session (id, service, planned_on, created_by, created_at)
            values (${`t${n}`}, 'd', ${isoDay(20_500 + ((n * 7) % 20))}, 'x', ${at})`.execute(transaction);
          await sql`update committee_session set money_ends_on = '2027-01-01' where id = ${`t${n}`}`.execute(
            transaction,
          );
        }),
      ),
    );
    const kept = (await standing()).filter(({ service }) => service === 'd');
    expect(kept).toEqual(await workedOut(['d']));
    expect(kept).toMatchObject([{ planned_on: isoDay(20_500), money_ends_on: '2027-01-01' }]);
  });
});
