import { type Kysely, sql } from 'kysely';

/** Services, the organisations that carry them, their history, and the figures they declare. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table organisation (
    id text primary key,
    name text not null,
    acronym text,
    website text,
    other jsonb not null default '{}'
  )`,
  `create table incubator (
    id text primary key,
    name text not null,
    organisation_id text references organisation (id),
    website text,
    repository text,
    other jsonb not null default '{}'
  )`,
  `create index incubator_organisation on incubator (organisation_id)`,
  `create table service (
    id text primary key,
    name text not null,
    mission text,
    effect_statement text,
    effect_domain text check (effect_domain in ('social', 'environmental', 'economic')),
    effect_beneficiaries text,
    plan_text text,
    plan_hash text,
    origin text not null check (origin in ('import', 'demonstration', 'local')),
    links jsonb not null default '{}',
    accessibility text,
    themes jsonb not null default '[]',
    technologies jsonb not null default '[]',
    search_text text not null,
    source text,
    source_record jsonb,
    removed_upstream_on date,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create table service_organisation (
    service_id text not null references service (id) on delete cascade,
    organisation_id text not null references organisation (id),
    position integer not null,
    primary key (service_id, organisation_id)
  )`,
  `create index service_organisation_organisation on service_organisation (organisation_id)`,
  `create table service_incubator (
    service_id text not null references service (id) on delete cascade,
    incubator_id text not null references incubator (id),
    position integer not null,
    primary key (service_id, incubator_id)
  )`,
  `create index service_incubator_incubator on service_incubator (incubator_id)`,
  `create table phase (
    service_id text not null references service (id) on delete cascade,
    position integer not null,
    name text not null,
    started_on date,
    ended_on date,
    primary key (service_id, position)
  )`,
  `create table committee (
    id text primary key,
    service_id text not null references service (id) on delete cascade,
    held_on date,
    comment text
  )`,
  `create index committee_service on committee (service_id, held_on)`,
  `create table service_event (
    service_id text not null references service (id) on delete cascade,
    position integer not null,
    kind text not null,
    happened_on date,
    comment text,
    primary key (service_id, position)
  )`,
  `create table portfolio_import (
    id bigint generated always as identity primary key,
    source text not null,
    imported_at timestamptz not null,
    services integer not null,
    created integer not null,
    updated integer not null,
    unchanged integer not null,
    not_understood jsonb not null
  )`,
  `create table declared_figure (
    id bigint generated always as identity primary key,
    service_id text not null references service (id) on delete cascade,
    indicator text not null,
    kind text not null check (kind in ('usage', 'impact')),
    value double precision not null,
    unit text not null,
    is_target boolean not null,
    measured_on date not null,
    period_start date,
    place_level text,
    place_code text,
    frequency text,
    automated boolean,
    collected text,
    comment text,
    source text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz
  )`,
  `create index declared_figure_service on declared_figure (service_id, indicator, measured_on)`,
];
