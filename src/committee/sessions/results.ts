import { notFoundHere } from '../../platform/accounts/refusals.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ResultVerdict } from '../../platform/database/tables/committees.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { type Objective, objectivesOf } from './objectives.ts';
import { openSession } from './prepare-session.ts';
import { longestWord, written } from './written.ts';

/** What became of an objective: read from the measure when it is tied to one, else said by the team. */
export interface ObjectiveResult {
  readonly verdict: ResultVerdict;
  readonly word: string;
  readonly isComputed: boolean;
}

export interface JudgedObjective extends Objective {
  readonly result: ObjectiveResult | null;
}

/** The objectives set at `from`, with what the committee `at` says became of them. */
export async function judgedObjectives(
  db: Database,
  from: string,
  at: string,
): Promise<readonly JudgedObjective[]> {
  const objectives = await objectivesOf(db, from);
  const rows = await db
    .selectFrom('committee_result')
    .select(['objective', 'verdict', 'word', 'is_computed as isComputed'])
    .where('session', '=', at)
    .execute();
  const results = new Map(rows.map(({ objective, ...result }) => [objective, result]));
  return objectives.map((objective) => ({ ...objective, result: results.get(objective.id) ?? null }));
}

/** Says what became of an objective of `last` that no figure tells; said again, the last word stands until the freeze. */
export async function sayResult(
  db: Database,
  session: { readonly service: string; readonly id: string; readonly last: readonly Objective[] },
  said: { readonly objective: string; readonly verdict: ResultVerdict; readonly word: string },
  author: Author,
): Promise<void> {
  await openSession(db, session);
  const objective = session.last.find(({ id }) => id === said.objective);
  if (objective === undefined || objective.tie !== null) throw notFoundHere();
  const result = {
    verdict: said.verdict,
    word: written(said.word, 'Il manque un mot sur ce qui a été fait.', longestWord),
    author: author.actor,
    at: author.at,
  };
  await db
    .insertInto('committee_result')
    .values({ session: session.id, objective: objective.id, is_computed: false, ...result })
    .onConflict((conflict) => conflict.columns(['session', 'objective']).doUpdateSet(result))
    .execute();
}
