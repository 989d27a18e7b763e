import type { Database } from '../../platform/database/database.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import { allocationsOf } from './allocations.ts';
import type { BudgetLine } from './budget-line.ts';
import { budgetLines } from './budget-lines.ts';
import { costsOver, type ServiceCosts } from './costs-over.ts';
import { declaredUse } from './declared-use.ts';
import { yearUntil } from './figure-days.ts';
import { type CostPerEffect, readCosts } from './read-costs.ts';

/** What the public reads of what a service costs. */
export interface PublicCosts {
  /** The lines that stand, those of the earliest days first. */
  readonly lines: readonly BudgetLine[];
  /** Of the 365 days that end today. */
  readonly year: ServiceCosts;
  readonly perEffect: CostPerEffect;
}

/** The budgets known now, over the effects of one publication (null: none, or withdrawn). `today`: `YYYY-MM-DD`. */
export async function publicCosts(
  db: Database,
  service: string,
  { entry, today }: { readonly entry: LedgerEntry | null; readonly today: string },
): Promise<PublicCosts> {
  const shown = entry === null ? null : shownEntry(entry);
  const lines = await budgetLines(db, service);
  const allocations = await allocationsOf(db, service);
  const declared = await declaredUse(db, service, today);
  const published = shown === null || shown.kind === 'withdrawn' ? null : shown.publication;
  return {
    lines,
    year: costsOver(lines, yearUntil(today)),
    perEffect: readCosts({ lines, allocations, declared, published }),
  };
}
