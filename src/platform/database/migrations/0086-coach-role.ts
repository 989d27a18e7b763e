import { type Kysely, sql } from 'kysely';

/** A role for who helps teams measure, and reviews what they write, without being of any. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table membership drop constraint membership_role_check').execute(db);
  await sql
    .raw(`alter table membership add constraint membership_role_check
      check (role in ('member', 'sponsor', 'steward', 'coach', 'administrator'))`)
    .execute(db);
}
