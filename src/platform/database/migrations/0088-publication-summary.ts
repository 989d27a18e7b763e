import { type Kysely, sql } from 'kysely';

/**
 * What lists of many services read of a publication instead of its whole text. Written with it; made again from it when
 * missing or older, so that nothing is lost with this table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table publication_summary (
    sha256 text primary key references publication (sha256),
    service text not null,
    number integer not null,
    version integer not null,
    summary jsonb,
    sentence text,
    unique (service, number),
    check ((summary is null) = (sentence is null))
  )`,
];
