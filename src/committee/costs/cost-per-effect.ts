import type { Database } from '../../platform/database/database.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import { allocationsOf } from './allocations.ts';
import { budgetLines } from './budget-lines.ts';
import { declaredUse } from './declared-use.ts';
import { type CostFacts, type CostPerEffect, readCosts } from './read-costs.ts';

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

/** What costs are computed from, as of a day. */
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
    declaredUse(db, service, day, knownAt),
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
