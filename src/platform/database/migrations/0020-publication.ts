import { type Kysely, sql } from 'kysely';

/**
 * Publications and what was said of them afterwards. Both only grow: what is public never changes. A publication has no
 * foreign key to its service: it stays when the service leaves the portfolio.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table publication (
    sha256 text primary key,
    service text not null,
    number integer not null check (number > 0),
    previous text unique references publication (sha256),
    document text not null,
    published_at timestamptz not null,
    unique (service, number),
    check ((number = 1) = (previous is null))
  )`,
  `create table correction (
    id text primary key,
    publication text not null references publication (sha256),
    kind text not null check (kind in ('correction', 'withdrawal')),
    reason text not null check (reason <> ''),
    role text not null,
    actor text not null,
    at timestamptz not null
  )`,
  `create index correction_publication on correction (publication, at)`,
  `create function publication_never_changes() returns trigger language plpgsql as $$
    begin raise exception 'a publication never changes'; end $$`,
  `create trigger publication_never_changes before update or delete or truncate on publication
    for each statement execute function publication_never_changes()`,
  `create trigger correction_never_changes before update or delete or truncate on correction
    for each statement execute function publication_never_changes()`,
];
