import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { NotUnderstood, PortfolioDocument, ServiceRecord } from '../service-record.ts';
import { mergedRecord, sameRecord } from './merged-record.ts';
import { saveIncubators, saveOrganisations } from './save-organisations.ts';
import { type EffectColumns, type ServiceToSave, saveServices } from './save-services.ts';

export interface ImportSummary {
  /** Services the document lists. */
  readonly services: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Services known before that a complete list no longer has: they are kept, and marked. */
  readonly removed: number;
  readonly organisations: number;
  readonly notUnderstood: readonly NotUnderstood[];
}

export interface ImportContext {
  /** File or address, without anything secret. */
  readonly source: string;
  /** Instant of the import, ISO 8601. */
  readonly now: string;
}

/** One import at a time: any number that only this import uses. */
const lock = 7_305_621_010;

/**
 * Brings the portfolio up to date with a document, all or nothing. What the document does not say is left as it was;
 * importing it twice changes nothing the second time.
 */
export function importPortfolio(
  db: Database,
  document: PortfolioDocument,
  { source, now }: ImportContext,
): Promise<ImportSummary> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(transaction);
    const known = await knownServices(transaction);
    const { toSave, counts, conflicts } = compare(document, known, source);
    await saveOrganisations(transaction, document);
    await saveIncubators(transaction, document);
    await saveServices(transaction, toSave, now);
    const removed = document.complete ? await markRemoved(transaction, document.services, now) : 0;
    const notUnderstood = [...document.notUnderstood, ...conflicts];
    await transaction
      .insertInto('portfolio_import')
      .values({
        source,
        imported_at: now,
        services: document.services.length,
        ...counts,
        not_understood: JSON.stringify(notUnderstood),
      })
      .execute();
    return {
      services: document.services.length,
      ...counts,
      removed,
      organisations: document.organisations.length + document.incubators.length,
      notUnderstood,
    };
  });
}

interface KnownService extends EffectColumns {
  readonly id: string;
  readonly name: string;
  readonly origin: 'import' | 'demonstration' | 'local';
  readonly source_record: unknown;
  readonly removed_upstream_on: string | null;
}

async function knownServices(db: Database): Promise<ReadonlyMap<string, KnownService>> {
  const rows = await db
    .selectFrom('service')
    .select(['id', 'name', 'origin', 'source_record', 'removed_upstream_on'])
    .select(['effect_statement', 'effect_domain', 'effect_beneficiaries'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function compare(
  { services, partial }: PortfolioDocument,
  known: ReadonlyMap<string, KnownService>,
  source: string,
) {
  const toSave: ServiceToSave[] = [];
  const conflicts: NotUnderstood[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const service of services) {
    const before = known.get(service.id);
    if (before?.origin === 'demonstration') {
      const sentence = `Un service de la démonstration porte déjà l’identifiant ${service.id} : celui-ci n’est pas importé.`;
      conflicts.push({ service: service.id, where: service.id, sentence });
      counts.unchanged++;
      continue;
    }
    const record = mergedRecord((before?.source_record ?? null) as ServiceRecord | null, service, partial);
    if (
      before !== undefined &&
      before.removed_upstream_on === null &&
      sameRecord(before.source_record, record)
    ) {
      counts.unchanged++;
      continue;
    }
    counts[before === undefined ? 'created' : 'updated']++;
    toSave.push({
      record,
      name: record.name ?? before?.name ?? record.id,
      origin: 'import',
      effect: before ?? null,
      source,
    });
  }
  return { toSave, counts, conflicts };
}

async function markRemoved(db: Database, services: readonly ServiceRecord[], now: string): Promise<number> {
  const there = new Set(services.map(({ id }) => id));
  const rows = await db
    .selectFrom('service')
    .select('id')
    .where('origin', '=', 'import')
    .where('removed_upstream_on', 'is', null)
    .execute();
  const gone = rows.map(({ id }) => id).filter((id) => !there.has(id));
  if (gone.length === 0) return 0;
  await db
    .updateTable('service')
    .set({ removed_upstream_on: now.slice(0, 10), updated_at: now })
    .where('id', '=', sql<string>`any(${gone})`)
    .execute();
  return gone.length;
}
