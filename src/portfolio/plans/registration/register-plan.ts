import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Plan } from '../../../plan/plan.ts';
import { registeredPart } from '../../../plan/registered-part.ts';
import type { AccountTransaction } from '../../../platform/accounts/context.ts';
import { databaseLedger } from '../../../publish/ledger/database-ledger.ts';
import { firstLook, publishedLook } from './first-look.ts';
import { weeklyLooks } from './weekly-looks.ts';

/** What an announcement is called by: SHA-256 of its text, 64 hexadecimal digits. */
export const registrationHash = (part: string): string => createHash('sha256').update(part).digest('hex');

interface SavedPlan {
  readonly service: string;
  readonly version: number;
  readonly plan: Plan;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * Writes what a version just saved announces of each indicator, and the day its effects were first looked at when, as
 * far as this site knows, they already had been. In the transaction of the version.
 */
export async function registerPlan(
  transaction: AccountTransaction,
  { service, version, plan, at }: SavedPlan,
): Promise<void> {
  // The lock of whoever publishes: a figure becomes public before this version or after it, never meanwhile.
  await sql`select pg_advisory_xact_lock(hashtext(${`publication ${service}`}))`.execute(transaction);
  const entries = await databaseLedger(transaction).entries(service);
  const looks = [
    ...entries.map(({ publication }) => publishedLook(publication)),
    ...(await weeklyLooks(transaction, service)),
  ];
  const rows = plan.indicators.flatMap((indicator) => {
    const part = registeredPart(indicator, plan.sources);
    if (part === null) return [];
    return {
      service,
      version,
      indicator: indicator.id,
      hash: registrationHash(part),
      part,
      registered_at: at,
      looked_on: firstLook(indicator, looks),
    };
  });
  if (rows.length > 0) await transaction.insertInto('plan_registration').values(rows).execute();
}
