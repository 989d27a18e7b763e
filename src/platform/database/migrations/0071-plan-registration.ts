import { type Kysely, sql } from 'kysely';

/**
 * What each version of a plan announced of each indicator, and whether its effects had been looked at by then. Only
 * written with its version, dated as it is, and never changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table plan_version add unique (service, number, created_at)`,
  `create table plan_registration (
    service text not null,
    version integer not null,
    indicator text not null,
    hash text not null,
    part text not null,
    registered_at timestamptz not null,
    looked_on date,
    primary key (service, version, indicator),
    foreign key (service, version, registered_at) references plan_version (service, number, created_at)
  )`,
  `create trigger plan_registration_never_changes before update or delete or truncate on plan_registration
    for each statement execute function plan_version_never_changes()`,
];
