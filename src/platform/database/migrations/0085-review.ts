import { type Kysely, sql } from 'kysely';

/**
 * What people from outside a team say of a version of its plan (the form) or of a publication (the substance): reviews
 * asked for, reviews, comments on a line, and what the team answers. They only grow, and stay when the service leaves the
 * portfolio, as what they speak of does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Two lines of the same instant keep their order. */
const order = `
    number bigint generated always as identity unique,`;

const subject = `${order}
    service text not null,
    kind text not null check (kind in ('form', 'substance')),
    plan_version integer,
    publication text references publication (sha256),
    check ((kind = 'form') = (plan_version is not null)),
    check ((kind = 'substance') = (publication is not null)),
    foreign key (service, plan_version) references plan_version (service, number)`;

const statements = [
  `create table review (
    id text primary key,${subject},
    plan_hash text not null,
    verdict text not null check (verdict in ('approved', 'changes')),
    checklist integer not null,
    answers jsonb not null,
    summary text not null check (summary <> ''),
    reviewer text not null,
    role text not null,
    organisation text,
    at timestamptz not null
  )`,
  `create table review_request (
    id text primary key,${subject},
    note text not null default '',
    author text not null,
    at timestamptz not null
  )`,
  `create table review_comment (
    id text primary key,${subject},
    line integer check (line > 0),
    quoted text,
    indicator text,
    part text,
    text text not null check (text <> ''),
    author text not null,
    role text not null,
    at timestamptz not null,
    check (kind = 'form' or line is null),
    check (kind = 'substance' or indicator is null)
  )`,
  `create table review_reply (
    id text primary key,${order}
    comment text not null references review_comment (id),
    kind text not null check (kind in ('reply', 'resolved', 'reopened')),
    text text not null default '',
    author text not null,
    role text not null,
    at timestamptz not null,
    check (kind <> 'reply' or text <> '')
  )`,
  `create index review_service on review (service, kind, number)`,
  `create index review_request_service on review_request (service, kind, number)`,
  `create index review_comment_service on review_comment (service, number)`,
  `create index review_reply_comment on review_reply (comment, number)`,
  `create function review_never_changes() returns trigger language plpgsql as $$
    begin raise exception 'a review never changes'; end $$`,
  ...['review', 'review_request', 'review_comment', 'review_reply'].map(
    (table) => `create trigger review_never_changes before update or delete or truncate on ${table}
      for each statement execute function review_never_changes()`,
  ),
];
