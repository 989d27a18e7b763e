import type { Kysely } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import { budgetLines } from './budget-lines.ts';
import { costsOver, type Period, type ServiceCosts } from './costs-over.ts';

export type { ServiceCosts } from './costs-over.ts';

/**
 * What a service costs over a period, in euro cents, from the budget lines that stand, or that stood at the instant
 * `knownAt`. When no line pays for any of its days: `unknown`, with a French sentence.
 */
export async function serviceCosts(
  db: Kysely<Schema>,
  service: string,
  period: Period,
  knownAt: string | null = null,
): Promise<ServiceCosts> {
  return costsOver(await budgetLines(db, service, knownAt), period);
}
