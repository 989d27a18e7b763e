import { type Kysely, sql } from 'kysely';

/**
 * Committees prepared on this installation: the day, the objectives, their results, and the evidence as it was known. Once
 * the evidence is frozen, only the planned day may still move; objectives and results can no longer be written. Like
 * publications, a session has no foreign key to its service: what was decided stays when the service leaves the portfolio.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table committee_session (
    id text primary key,
    service text not null,
    planned_on date not null,
    money_ends_on date,
    question text,
    evidence text,
    evidence_sha256 text,
    frozen_on date,
    frozen_by text,
    created_by text not null,
    created_at timestamptz not null,
    check ((evidence is null) = (evidence_sha256 is null)),
    check ((evidence is null) = (frozen_on is null)),
    check ((evidence is null) = (frozen_by is null))
  )`,
  `create index committee_session_service on committee_session (service, planned_on)`,
  `create table committee_objective (
    id text primary key,
    session text not null references committee_session (id) on delete cascade,
    position integer not null,
    text text not null check (text <> ''),
    indicator text,
    direction text check (direction in ('at-least', 'at-most')),
    target double precision,
    due_on date not null,
    created_by text not null,
    created_at timestamptz not null,
    unique (session, position),
    check ((indicator is null) = (target is null)),
    check ((indicator is null) = (direction is null))
  )`,
  `create table committee_result (
    session text not null references committee_session (id) on delete cascade,
    objective text not null references committee_objective (id),
    verdict text not null check (verdict in ('reached', 'partly', 'not', 'not-measurable')),
    word text not null check (word <> ''),
    is_computed boolean not null,
    author text not null,
    at timestamptz not null,
    primary key (session, objective)
  )`,
  `create function committee_never_changes() returns trigger language plpgsql as $$
    begin raise exception 'what a committee knew and decided never changes'; end $$`,
  `create function committee_frozen_session() returns trigger language plpgsql as $$
    begin
      if old.evidence is null then
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end if;
      if tg_op = 'UPDATE' and to_jsonb(new) - 'planned_on' = to_jsonb(old) - 'planned_on' then return new; end if;
      raise exception 'what a committee knew and decided never changes';
    end $$`,
  `create function committee_frozen_part() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from committee_session
        where id in (old.session, new.session) and evidence is not null for share) then
        raise exception 'what a committee knew and decided never changes';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`,
  `create trigger committee_session_frozen before update or delete on committee_session
    for each row execute function committee_frozen_session()`,
  ...['committee_objective', 'committee_result'].map(
    (table) => `create trigger ${table}_frozen before insert or update or delete on ${table}
      for each row execute function committee_frozen_part()`,
  ),
  ...['committee_session', 'committee_objective', 'committee_result'].map(
    (table) => `create trigger ${table}_kept before truncate on ${table}
      for each statement execute function committee_never_changes()`,
  ),
];
