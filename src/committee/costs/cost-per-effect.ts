import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import { allocationsOf } from './allocations.ts';
import { budgetLines } from './budget-lines.ts';
import { type CostFacts, type CostPerEffect, readCosts } from './read-costs.ts';
import type { DeclaredUse } from './uses.ts';

export type { CostPerEffect } from './read-costs.ts';

/**
 * What an effect of a service costs, from the publication that stood on a day (`YYYY-MM-DD`, included) and the budgets:
 * those that stand now, or that stood at the instant `knownAt`. Costs that cannot be told say why.
 */
export async function costPerEffect(
  db: Database,
  service: string,
  day: string,
  knownAt: string | null = null,
): Promise<CostPerEffect> {
  return readCosts(await costFacts(db, service, day, knownAt));
}

/** The same, of an entry of the ledger already at hand. */
export async function costPerEffectOf(
  db: Database,
  service: string,
  entry: LedgerEntry | null,
): Promise<CostPerEffect> {
  const published = entry === null ? null : publishedIn(entry);
  const [lines, allocations, declared] = await Promise.all([
    budgetLines(db, service),
    allocationsOf(db, service),
    declaredUse(db, service, '9999-12-31'),
  ]);
  return readCosts({ lines, allocations, declared, published });
}

export async function costFacts(
  db: Database,
  service: string,
  day: string,
  knownAt: string | null,
): Promise<CostFacts> {
  const [lines, allocations, entries, declared] = await Promise.all([
    budgetLines(db, service, knownAt),
    allocationsOf(db, service, knownAt),
    databaseLedger(db).entries(service),
    declaredUse(db, service, day),
  ]);
  const standing = entries.findLast(
    (entry) => entry.publication.bundle.publishedOn <= day && publishedIn(entry) !== null,
  );
  return { lines, allocations, declared, published: standing === undefined ? null : publishedIn(standing) };
}

function publishedIn(entry: LedgerEntry): CostFacts['published'] {
  const shown = shownEntry(entry);
  return shown.kind === 'withdrawn' ? null : shown.publication;
}

/** The last figure of use a service declares for everywhere, observed no later than a day. */
async function declaredUse(db: Kysely<Schema>, service: string, day: string): Promise<DeclaredUse | null> {
  const found = await db
    .selectFrom('declared_figure')
    .select(['indicator', 'value', 'unit', 'measured_on', 'period_start'])
    .where('service_id', '=', service)
    .where('kind', '=', 'usage')
    .where('is_target', '=', false)
    .where('place_code', 'is', null)
    .where('superseded_at', 'is', null)
    .where('measured_on', '<=', day)
    .orderBy('measured_on', 'desc')
    .orderBy(sql`indicator`)
    .limit(1)
    .executeTakeFirst();
  return found === undefined
    ? null
    : {
        indicator: found.indicator,
        value: found.value,
        unit: found.unit,
        measuredOn: found.measured_on,
        periodStart: found.period_start,
      };
}
