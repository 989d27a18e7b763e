import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { planSession } from './prepare-session.ts';
import { alreadyDecided, evidenceNotFrozen, sessionIsClosed } from './refusals.ts';
import type { CommitteeSession } from './session.ts';
import { undecided } from './undecided.ts';
import { written } from './written.ts';

/**
 * Closes for good, with its reason, a committee that will not decide: its frozen evidence and its dossier stay, and it waits
 * for nobody. `heldOn` typed, another is planned that day with the same question and the same end of the money. Refuses
 * before the freeze (it is then given up), once decided, once closed, and a day that is not one, is taken or comes after
 * the money ends.
 */
export async function closeSession(
  db: Database,
  { id, service, frozen, decision, closed, moneyEndsOn, question }: CommitteeSession,
  typed: { readonly reason: string; readonly heldOn: string },
  author: Author,
): Promise<void> {
  if (decision !== null) throw alreadyDecided();
  if (frozen === null) throw evidenceNotFrozen();
  if (closed !== null) throw sessionIsClosed();
  const reason = written(typed.reason, 'Il manque la raison pour laquelle ce comité ne décide pas.');
  const { actor, role, at } = author;
  await db.transaction().execute(async (transaction) => {
    await undecided(transaction, id);
    await transaction
      .insertInto('committee_closing')
      .values({ session: id, reason, author: actor, role, at })
      .execute();
    if (typed.heldOn.trim() !== '') {
      const next = { plannedOn: typed.heldOn, moneyEndsOn: moneyEndsOn ?? '', question: question ?? '' };
      await planSession(transaction, service, next, author);
    }
    await recordAudit(transaction, {
      ...{ at, actor, service },
      action: 'committee.close',
      object: ['committee', id],
    });
  });
}
