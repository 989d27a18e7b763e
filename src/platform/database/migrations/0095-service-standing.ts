import { type Kysely, sql } from 'kysely';

/**
 * Of each service, what stands whatever the day: the publications, the last decision, the next committee, the conditions
 * nobody answered. `standing_of` works it out; the database writes it again whenever one of its tables is written, so that
 * a list of thousands reads one row a service. Nothing is lost with this table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const table = `create table service_standing (
  service text primary key,
  publication text,
  level integer,
  effect text,
  publication_before text,
  decision text,
  decision_session text,
  decision_kind text,
  decided_on date,
  money_until date,
  looked_back integer,
  session text,
  planned_on date,
  money_ends_on date,
  frozen_on date,
  open_conditions date[] not null
)`;

const published = (place: 0 | 1) => `
  select sha256, (summary -> 'level')::integer as level, summary -> 'effect' ->> 'kind' as effect
  from publication_summary
  where publication_summary.service = asked.service and summary is not null
    and not exists (select from correction where publication = sha256 and kind = 'withdrawal')
  order by number desc limit 1 offset ${place}`;

const standingOf = `create function standing_of(services text[]) returns setof service_standing
  language sql stable as $$
    select
      asked.service, shown.sha256, shown.level, shown.effect, before.sha256,
      last.id, last.session, last.kind, last.decided_on, last.money_until,
      (select max(months) from committee_check where committee_check.decision = last.id),
      next.id, next.planned_on, next.money_ends_on, next.frozen_on,
      array(
        select due_on from committee_condition
        where committee_condition.service = asked.service
          and not exists (select from committee_condition_answer where condition = committee_condition.id)
        order by due_on)
    from (select distinct service from unnest(services) service) asked
    left join lateral (${published(0)}) shown on true
    left join lateral (${published(1)}) before on true
    left join lateral (
      select decision.*, committee_session.planned_on
      from committee_decision decision join committee_session on committee_session.id = decision.session
      where decision.service = asked.service
      order by decision.decided_on desc, decision.at desc limit 1
    ) last on true
    left join lateral (
      select * from committee_session waiting
      where waiting.service = asked.service and waiting.id <> coalesce(last.session, '')
        and waiting.planned_on >= coalesce(last.planned_on, '-infinity')
        and not exists (select from committee_decision where committee_decision.session = waiting.id)
        and not exists (select from committee_closing where committee_closing.session = waiting.id)
      order by waiting.planned_on, waiting.id limit 1
    ) next on true
  $$`;

// Who writes second of the same service waits for the first, then sees what it wrote.
const changed = `create function service_standing_changed() returns trigger language plpgsql as $$
  declare services text[];
  begin
    execute 'select array_agg(distinct service order by service) from ' || tg_argv[0] into services;
    perform pg_advisory_xact_lock(hashtextextended('standing ' || service, 0)) from unnest(services) service;
    delete from service_standing where service = any(services);
    insert into service_standing select * from standing_of(services);
    return null;
  end $$`;

/** What tells the services of the rows just written to a table. */
const through = (owner: string, key: string, column: string) =>
  `changed join ${owner} owner on owner.${key} = changed.${column}`;

const watched: readonly (readonly [
  table: string,
  services: string,
  ...events: ('insert' | 'update' | 'delete')[],
])[] = [
  ['publication_summary', 'changed', 'insert', 'update', 'delete'],
  ['correction', through('publication', 'sha256', 'publication'), 'insert'],
  ['committee_session', 'changed', 'insert', 'update', 'delete'],
  ['committee_closing', through('committee_session', 'id', 'session'), 'insert'],
  ['committee_decision', 'changed', 'insert'],
  ['committee_check', through('committee_decision', 'id', 'decision'), 'insert'],
  ['committee_condition', 'changed', 'insert'],
  ['committee_condition_answer', through('committee_condition', 'id', 'condition'), 'insert'],
];

const triggers = watched.flatMap(([name, services, ...events]) =>
  events.map(
    (event) => `create trigger ${name}_${event}_standing after ${event} on ${name}
      referencing ${event === 'delete' ? 'old' : 'new'} table as changed
      for each statement execute function service_standing_changed('${services}')`,
  ),
);

const statements = [
  table,
  standingOf,
  changed,
  ...triggers,
  `insert into service_standing select * from standing_of(array(
    select service from publication_summary union select service from committee_session))`,
];
