import { type Kysely, sql } from 'kysely';

/** The SIRETs that open an organisation to be read, and the SIRET that ProConnect gave for a session. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table organisation_siret (
    organisation text not null references organisation (id) on delete cascade,
    siret text not null check (siret ~ '^[0-9]{14}$'),
    tied_at timestamptz not null,
    primary key (organisation, siret)
  )`,
  `create index organisation_siret_siret on organisation_siret (siret)`,
  `alter table session add column siret text`,
];
