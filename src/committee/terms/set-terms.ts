import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import type { SponsorTerms } from './sponsor-terms.ts';

/** Keeps what a sponsor says counts, in place of what was said before, with its line of the audit log. */
export function setTerms(
  db: Database,
  service: string,
  { indicator, unit, threshold, valuePerOutcome, reason }: Omit<SponsorTerms, 'day'>,
  { actor, role, at }: Author,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('sponsor_terms')
      .values({
        ...{ service, indicator, unit, threshold, reason, role, at },
        value_per_outcome: valuePerOutcome,
        author: actor,
      })
      .execute();
    await recordAudit(transaction, {
      ...{ at, actor, service },
      action: 'committee.set-terms',
      object: ['service', service],
      detail: { indicator, threshold, valuePerOutcome },
    });
  });
}
