import type { AccountContext } from '../../../platform/accounts/context.ts';
import { recordAudit } from '../../../platform/accounts/record-audit.ts';
import { AdmissionRefusal } from '../../../publish/admit/admission-refusal.ts';
import { admitPublication } from '../../../publish/admit/admit-publication.ts';
import type { Publication } from '../../../publish/bundle/bundle.ts';
import { databaseLedger } from '../../../publish/ledger/database-ledger.ts';
import { type Asker, authorOf } from '../author-of.ts';

/** Larger is refused before it is read: the largest publications have some hundred kilobytes. */
export const mostPublicationBytes = 5_000_000;

/**
 * Publishes what an account or a program submitted, verified and in one transaction with its line of the audit log. A
 * refusal has its line too.
 */
export async function publishSubmitted(
  context: AccountContext,
  asker: Asker,
  { service, text }: { readonly service: string; readonly text: string },
): Promise<Publication> {
  const { author } = await authorOf(context, asker, 'publish', service);
  const today = author.at.slice(0, 10);
  try {
    return await admitPublication(databaseLedger(context.db), { text, service, today }, author);
  } catch (error) {
    if (error instanceof AdmissionRefusal) {
      await recordAudit(context.db, {
        at: author.at,
        actor: author.actor,
        action: 'publish',
        object: ['service', service],
        service,
        outcome: 'refused',
        detail: { reason: error.reason },
      });
    }
    throw error;
  }
}
