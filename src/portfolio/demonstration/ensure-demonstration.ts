import type { Database } from '../../platform/database/database.ts';
import type { Case } from '../cases/case.ts';
import { caseLibrary } from '../cases/library.ts';
import { saveServices } from '../import/save-services.ts';
import { withoutAccents } from '../search-text.ts';
import type { ServiceRecord } from '../service-record.ts';

/** Identifiers of the demonstration never meet those of real services. */
export const demonstrationId = (id: string): string => `demo-${id}`;

/**
 * On an empty portfolio, lists the services of the case library, each marked as a demonstration; says how many were
 * added. A portfolio that has services of its own, or the demonstration already, is left as it is.
 */
export function ensureDemonstration(db: Database, now: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const any = await transaction.selectFrom('service').select('id').limit(1).executeTakeFirst();
    if (any !== undefined) return 0;
    const organisations = new Map(
      caseLibrary.map(({ organisation }) => [organisationId(organisation), organisation]),
    );
    await transaction
      .insertInto('organisation')
      .values([...organisations].map(([id, name]) => ({ id, name, other: '{}' })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await saveServices(transaction, caseLibrary.map(serviceOf), now);
    return caseLibrary.length;
  });
}

function serviceOf(example: Case) {
  const { id, organisation, mission, effect } = example;
  const name = `${example.name} (démonstration)`;
  const record: ServiceRecord = {
    id: demonstrationId(id),
    name,
    mission,
    sponsors: [organisationId(organisation)],
  };
  return {
    record,
    name,
    origin: 'demonstration' as const,
    effect: {
      effect_statement: effect.statement,
      effect_domain: effect.domain,
      effect_beneficiaries: effect.beneficiaries,
    },
    source: 'démonstration',
  };
}

const organisationId = (name: string): string => withoutAccents(name).replace(/[^a-z0-9]+/g, '-');
