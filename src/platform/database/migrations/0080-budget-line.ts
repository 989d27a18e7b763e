import { type Kysely, sql } from 'kysely';

/** What services cost, by line. A line only ever changes once, when it is withdrawn; it is never taken out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table budget_line (
    id text primary key,
    service text not null references service (id),
    starts_on date not null,
    ends_on date not null,
    cents bigint not null check (cents > 0 and cents <= 100000000000000),
    state text not null check (state in ('spent', 'forecast')),
    nature text not null,
    activity text,
    source text not null,
    reference text,
    author text not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    check (starts_on <= ends_on),
    check (withdrawn_at >= recorded_at),
    check ((withdrawn_at is null) = (withdrawn_by is null))
  )`,
  `create index budget_line_service on budget_line (service, starts_on)`,
  `create index budget_line_recorded on budget_line (recorded_at)`,
  `create index budget_line_withdrawn on budget_line (withdrawn_at)`,
  `create function only_withdrawn() returns trigger language plpgsql as $$
    begin
      if old.withdrawn_at is not null
        or to_jsonb(new) - 'withdrawn_at' - 'withdrawn_by' <> to_jsonb(old) - 'withdrawn_at' - 'withdrawn_by' then
        raise exception 'what a service costs is withdrawn and written again, never changed';
      end if;
      return new;
    end $$`,
  `create function never_taken_out() returns trigger language plpgsql as $$
    begin raise exception 'what a service costs is withdrawn, never taken out'; end $$`,
  `create trigger budget_line_only_withdrawn before update on budget_line
    for each row execute function only_withdrawn()`,
  `create trigger budget_line_never_taken_out before delete or truncate on budget_line
    for each statement execute function never_taken_out()`,
];
