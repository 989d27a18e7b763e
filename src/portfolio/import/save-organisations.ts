import type { Database } from '../../platform/database/database.ts';
import type { PortfolioDocument } from '../service-record.ts';
import { inBatches } from './in-batches.ts';

/** Organisations with a name are written; those only referred to are added under their identifier. */
export async function saveOrganisations(db: Database, document: PortfolioDocument): Promise<void> {
  const named = document.organisations.map(({ id, name, acronym, website, other }) => ({
    id,
    name,
    acronym,
    website,
    other: JSON.stringify(other),
  }));
  for (const rows of inBatches(named)) {
    await db
      .insertInto('organisation')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          acronym: ref('excluded.acronym'),
          website: ref('excluded.website'),
          other: ref('excluded.other'),
        })),
      )
      .execute();
  }
  const referred = new Set([
    ...document.services.flatMap(({ sponsors }) => sponsors ?? []),
    ...document.incubators.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])),
  ]);
  await addMissing(db, 'organisation', referred);
}

export async function saveIncubators(db: Database, document: PortfolioDocument): Promise<void> {
  const rows = document.incubators.map(({ id, name, organisation, website, repository, other }) => ({
    id,
    name,
    organisation_id: organisation,
    website,
    repository,
    other: JSON.stringify(other),
  }));
  for (const batch of inBatches(rows)) {
    await db
      .insertInto('incubator')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          organisation_id: ref('excluded.organisation_id'),
          website: ref('excluded.website'),
          repository: ref('excluded.repository'),
          other: ref('excluded.other'),
        })),
      )
      .execute();
  }
  await addMissing(db, 'incubator', new Set(document.services.flatMap(({ incubators }) => incubators ?? [])));
}

async function addMissing(
  db: Database,
  table: 'organisation' | 'incubator',
  ids: ReadonlySet<string>,
): Promise<void> {
  for (const batch of inBatches([...ids])) {
    await db
      .insertInto(table)
      .values(batch.map((id) => ({ id, name: id, other: '{}' })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}
