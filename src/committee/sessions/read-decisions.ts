import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import {
  type Condition,
  type Decision,
  type DecisionCheck,
  type DecisionEntry,
  gridShape,
} from './decision.ts';

const figuresShape = z.array(z.string());

/** The decisions taken on these services, the latest first; `most` of them when it is given. */
export async function readDecisions(
  db: Database,
  services: readonly string[],
  most: number | null = null,
): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('committee_decision as decision')
    .innerJoin('committee_session as session', 'session.id', 'decision.session')
    .select(['decision.id', 'session', 'decision.service', 'kind', 'reason', 'amount'])
    .select(['money_until', 'is_public', 'decided_on', 'role', 'grid', 'decision.evidence_sha256 as sha256'])
    .select('frozen_on')
    .select(publicationNumber.as('number'))
    .select(sql<string | null>`session.evidence::jsonb #>> '{measure,publishedOn}'`.as('publishedOn'))
    .select(mainSentence.as('sentence'))
    .where('decision.service', '=', sql<string>`any(${[...services]})`)
    .orderBy('decided_on', 'desc')
    .orderBy('decision.at', 'desc')
    .$if(most !== null, (query) => query.limit(most ?? 0))
    .execute();
  const ids = rows.map(({ id }) => id);
  const [conditions, entries, checks] = await Promise.all([
    conditionsOf(db, ids),
    entriesOf(db, ids),
    checksOf(db, ids),
  ]);
  return rows.map((row): Decision => {
    const said = entries.get(row.id) ?? [];
    return {
      id: row.id,
      session: row.session,
      service: row.service,
      kind: row.kind,
      reason: row.reason,
      amount: row.amount,
      moneyUntil: row.money_until,
      isPublic: row.is_public || said.some(({ kind }) => kind === 'made-public'),
      decidedOn: row.decided_on,
      role: row.role,
      grid: gridShape.parse(row.grid),
      evidence: {
        sha256: row.sha256,
        day: row.frozen_on ?? row.decided_on,
        sentence: row.sentence,
        publication:
          row.number === null || row.publishedOn === null
            ? null
            : { number: Number(row.number), day: row.publishedOn },
      },
      conditions: conditions.get(row.id) ?? [],
      entries: said,
      checks: checks.get(row.id) ?? [],
    };
  });
}

const publicationNumber = sql<string | null>`session.evidence::jsonb #>> '{measure,number}'`;

/** The sentence of the main figure of the frozen evidence. */
const mainSentence = sql<string | null>`(
  select figure ->> 'sentence' from jsonb_array_elements(session.evidence::jsonb -> 'figures') figure
  where figure ->> 'indicator' = session.evidence::jsonb ->> 'main' limit 1)`;

async function conditionsOf(
  db: Database,
  decisions: readonly string[],
): Promise<ReadonlyMap<string, readonly Condition[]>> {
  if (decisions.length === 0) return new Map();
  const rows = await db
    .selectFrom('committee_condition as condition')
    .leftJoinLateral(
      (select) =>
        select
          .selectFrom('committee_condition_answer as said')
          .select(['is_met', 'word', 'at'])
          .whereRef('said.condition', '=', 'condition.id')
          .orderBy('at', 'desc')
          .limit(1)
          .as('answer'),
      (join) => join.onTrue(),
    )
    .select(['condition.id', 'decision', 'text', 'due_on', 'is_proof', 'is_met', 'word', 'at'])
    .where('decision', '=', sql<string>`any(${[...decisions]})`)
    .orderBy('position')
    .execute();
  return grouped(
    rows.map(({ id, decision, text, due_on, is_proof, is_met, word, at }) => [
      decision,
      {
        id,
        text,
        dueOn: due_on,
        isProof: is_proof,
        answer: is_met === null || word === null || at === null ? null : { isMet: is_met, word, at },
      },
    ]),
  );
}

async function entriesOf(
  db: Database,
  decisions: readonly string[],
): Promise<ReadonlyMap<string, readonly DecisionEntry[]>> {
  if (decisions.length === 0) return new Map();
  const rows = await db
    .selectFrom('committee_decision_entry')
    .select(['decision', 'kind', 'text', 'role', 'at'])
    .where('decision', '=', sql<string>`any(${[...decisions]})`)
    .orderBy('at')
    .execute();
  return grouped(rows.map(({ decision, ...entry }) => [decision, entry]));
}

async function checksOf(
  db: Database,
  decisions: readonly string[],
): Promise<ReadonlyMap<string, readonly DecisionCheck[]>> {
  if (decisions.length === 0) return new Map();
  const rows = await db
    .selectFrom('committee_check')
    .select(['decision', 'months', 'verdict', 'word', 'figures', 'at'])
    .where('decision', '=', sql<string>`any(${[...decisions]})`)
    .orderBy('months')
    .execute();
  return grouped(
    rows.map(({ decision, figures, ...check }) => [
      decision,
      { ...check, figures: figuresShape.parse(figures) },
    ]),
  );
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
