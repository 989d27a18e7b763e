import { type Kysely, sql } from 'kysely';

/**
 * What sponsors decided, on which frozen evidence, under which conditions, and what was said of it afterwards. All of it
 * only grows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const tables = [
  'committee_decision',
  'committee_condition',
  'committee_condition_answer',
  'committee_decision_entry',
  'committee_check',
];

const statements = [
  `create table committee_decision (
    id text primary key,
    session text not null unique references committee_session (id),
    service text not null,
    kind text not null
      check (kind in ('continue-more', 'continue-less', 'provisional', 'pivot', 'stop', 'transfer')),
    reason text not null check (reason <> ''),
    amount integer check (amount >= 0),
    money_until date,
    is_public boolean not null,
    evidence_sha256 text not null,
    grid jsonb not null,
    decided_on date not null,
    decided_by text not null,
    role text not null,
    at timestamptz not null
  )`,
  `create index committee_decision_service on committee_decision (service, decided_on)`,
  `create table committee_condition (
    id text primary key,
    decision text not null references committee_decision (id),
    service text not null,
    position integer not null,
    text text not null check (text <> ''),
    due_on date not null,
    is_proof boolean not null,
    unique (decision, position)
  )`,
  `create index committee_condition_service on committee_condition (service, due_on)`,
  `create table committee_condition_answer (
    id text primary key,
    condition text not null references committee_condition (id),
    is_met boolean not null,
    word text not null check (word <> ''),
    author text not null,
    at timestamptz not null
  )`,
  `create index committee_condition_answer_condition on committee_condition_answer (condition, at)`,
  `create table committee_decision_entry (
    id text primary key,
    decision text not null references committee_decision (id),
    kind text not null check (kind in ('correction', 'addition', 'made-public')),
    text text not null check (text <> ''),
    author text not null,
    role text not null,
    at timestamptz not null
  )`,
  `create index committee_decision_entry_decision on committee_decision_entry (decision, at)`,
  `create table committee_check (
    id text primary key,
    decision text not null references committee_decision (id),
    months integer not null check (months in (6, 12)),
    verdict text not null check (verdict in ('as-hoped', 'not-as-hoped', 'cannot-tell')),
    word text not null check (word <> ''),
    figures jsonb not null,
    publication text,
    author text not null,
    role text not null,
    at timestamptz not null,
    unique (decision, months)
  )`,
  ...tables.map(
    (table) => `create trigger ${table}_never_changes before update or delete or truncate on ${table}
      for each statement execute function committee_never_changes()`,
  ),
];
