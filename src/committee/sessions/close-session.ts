import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { alreadyDecided, evidenceNotFrozen, sessionIsClosed } from './refusals.ts';
import type { CommitteeSession } from './session.ts';
import { undecided } from './undecided.ts';
import { written } from './written.ts';

/**
 * Closes for good, with its reason, a committee that will not decide: its frozen evidence and its dossier stay, and it waits
 * for nobody. Refuses before the freeze (it is then given up), once decided, and once closed.
 */
export async function closeSession(
  db: Database,
  { id, service, frozen, decision, closed }: CommitteeSession,
  typed: string,
  author: Author,
): Promise<void> {
  if (decision !== null) throw alreadyDecided();
  if (frozen === null) throw evidenceNotFrozen();
  if (closed !== null) throw sessionIsClosed();
  const reason = written(typed, 'Il manque la raison pour laquelle ce comité ne décide pas.');
  const { actor, role, at } = author;
  await db.transaction().execute(async (transaction) => {
    await undecided(transaction, id);
    await transaction
      .insertInto('committee_closing')
      .values({ session: id, reason, author: actor, role, at })
      .execute();
    await recordAudit(transaction, {
      ...{ at, actor, service },
      action: 'committee.close',
      object: ['committee', id],
    });
  });
}
