import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DecisionEntryKind } from '../../platform/database/tables/committees.ts';
import { newId } from '../../platform/ids.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import type { Decision } from './decision.ts';
import { alreadyPublic } from './refusals.ts';
import { written } from './written.ts';

/**
 * Adds something beside a decision, which itself never changes: a correction, an addition, or that it is now public, with
 * its reason. What is public does not become private again.
 */
export async function completeDecision(
  db: Database,
  decision: Decision,
  { kind, text }: { readonly kind: DecisionEntryKind; readonly text: string },
  author: Author,
): Promise<void> {
  if (kind === 'made-public' && decision.isPublic) throw alreadyPublic();
  const said = written(text, 'Il manque la raison.');
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('committee_decision_entry')
      .values({
        id: newId(),
        decision: decision.id,
        kind,
        text: said,
        author: author.actor,
        role: author.role,
        at: author.at,
      })
      .execute();
    await recordAudit(transaction, {
      at: author.at,
      actor: author.actor,
      action: 'committee.complete',
      object: ['committee', decision.session],
      service: decision.service,
      detail: { kind },
    });
  });
}
