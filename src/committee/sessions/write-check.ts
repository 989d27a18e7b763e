import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { CheckVerdict } from '../../platform/database/tables/committees.ts';
import { newId } from '../../platform/ids.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { checkDue } from './check-due.ts';
import type { Decision } from './decision.ts';
import type { LookBack } from './look-back.ts';
import { noCheckDue } from './refusals.ts';
import { written } from './written.ts';

/** Writes what happened after a decision, with the figures of that day; refuses when no look back is due. */
export async function writeCheck(
  db: Database,
  decision: Decision,
  said: { readonly verdict: CheckVerdict; readonly word: string; readonly found: LookBack },
  { author, today }: { readonly author: Author; readonly today: string },
): Promise<void> {
  const months = checkDue(decision, today);
  if (months === null) throw noCheckDue();
  const word = written(said.word, 'Il manque un mot sur ce qui s’est passé.');
  await db.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto('committee_check')
      .values({
        id: newId(),
        decision: decision.id,
        months,
        verdict: said.verdict,
        word,
        figures: JSON.stringify(said.found.figures),
        publication: said.found.publication,
        author: author.actor,
        role: author.role,
        at: author.at,
      })
      .onConflict((conflict) => conflict.columns(['decision', 'months']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added === undefined) throw noCheckDue();
    await recordAudit(transaction, {
      at: author.at,
      actor: author.actor,
      action: 'committee.check',
      object: ['committee', decision.session],
      service: decision.service,
      detail: { months, verdict: said.verdict },
    });
  });
}
