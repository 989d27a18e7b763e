import { type Kysely, sql } from 'kysely';

/** Which part of a budget counts for which effect, with a reason; withdrawn and written again, as budget lines are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table budget_allocation (
    id text primary key,
    service text not null references service (id),
    indicator text not null,
    share integer not null check (share between 0 and 10000),
    reason text not null check (reason <> ''),
    author text not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    check (withdrawn_at >= recorded_at),
    check ((withdrawn_at is null) = (withdrawn_by is null))
  )`,
  `create unique index budget_allocation_standing on budget_allocation (service, indicator) where withdrawn_at is null`,
  `create trigger budget_allocation_only_withdrawn before update on budget_allocation
    for each row execute function only_withdrawn()`,
  `create trigger budget_allocation_never_taken_out before delete or truncate on budget_allocation
    for each statement execute function never_taken_out()`,
];
