import { recordAudit } from '../../platform/accounts/record-audit.ts';
import { notFoundHere } from '../../platform/accounts/refusals.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { longestWord, written } from './written.ts';

interface Answer {
  readonly condition: string;
  readonly isMet: boolean;
  readonly word: string;
}

/** Keeps what a team says of a condition; said again, the last word stands and the others are kept. */
export async function answerCondition(
  db: Database,
  service: string,
  { condition, isMet, word }: Answer,
  author: Author,
): Promise<void> {
  const text = written(word, 'Il manque un mot : ce qui a été fait, ou pourquoi pas.', longestWord);
  await db.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('committee_condition')
      .select('id')
      .where('id', '=', condition)
      .where('service', '=', service)
      .executeTakeFirst();
    if (found === undefined) throw notFoundHere();
    await transaction
      .insertInto('committee_condition_answer')
      .values({ id: newId(), condition, is_met: isMet, word: text, author: author.actor, at: author.at })
      .execute();
    await recordAudit(transaction, {
      at: author.at,
      actor: author.actor,
      action: 'committee.condition',
      object: ['condition', condition],
      service,
      detail: { isMet },
    });
  });
}
