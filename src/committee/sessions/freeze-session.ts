import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import type { CommitteeEvidence } from '../evidence/evidence.ts';
import { freezeEvidence } from '../evidence/freeze-evidence.ts';
import { judgeObjective } from './judge-objective.ts';
import { knownFigures } from './known-figures.ts';
import { evidenceIsFrozen, resultsMissing } from './refusals.ts';
import type { CommitteeSession } from './session.ts';

/**
 * Freezes what is known for a committee: the evidence as its text and SHA-256, and what became of the last objectives,
 * those tied to a figure judged on it. Refuses while the team has not said what became of the others. Once done, the
 * database refuses any change.
 */
export async function freezeSession(
  db: Database,
  session: CommitteeSession,
  evidence: CommitteeEvidence,
  author: Author,
): Promise<void> {
  const { id, service, lastObjectives } = session;
  const silent = lastObjectives.filter(({ tie, result }) => tie === null && result === null);
  if (silent.length > 0) throw resultsMissing(silent.length);
  const { document, sha256 } = freezeEvidence(evidence);
  const figures = await knownFigures(db, service, evidence.day);
  const computed = lastObjectives.flatMap(({ id: objective, tie, dueOn }) => {
    if (tie === null) return [];
    const known = figures.find(({ indicator }) => indicator === tie.indicator) ?? null;
    const { verdict, word } = judgeObjective({ tie, dueOn }, known, evidence.day);
    return [{ session: id, objective, verdict, word, is_computed: true, author: 'foulee', at: author.at }];
  });
  await db.transaction().execute(async (transaction) => {
    // One freeze of a committee at a time: the second waits for this row, then sees that it is frozen.
    const open = await transaction
      .selectFrom('committee_session')
      .select('id')
      .where('id', '=', id)
      .where('service', '=', service)
      .where('evidence', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (open === undefined) throw evidenceIsFrozen();
    if (computed.length > 0) await transaction.insertInto('committee_result').values(computed).execute();
    await transaction
      .updateTable('committee_session')
      .set({
        evidence: document,
        evidence_sha256: sha256,
        frozen_on: evidence.day,
        frozen_by: author.actor,
      })
      .where('id', '=', id)
      .execute();
    await recordAudit(transaction, {
      at: author.at,
      actor: author.actor,
      action: 'committee.freeze',
      object: ['committee', id],
      service,
      detail: { sha256 },
    });
  });
}
