import { sql } from 'kysely';
import { notFoundHere } from '../../platform/accounts/refusals.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ObjectiveDirection } from '../../platform/database/tables/committees.ts';
import { newId } from '../../platform/ids.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { openSession } from './prepare-session.ts';
import { tooManyObjectives } from './refusals.ts';

/** What a team wants to have reached by a day, in its words; `tie` says which figure will tell. */
export interface Objective {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
  readonly tie: ObjectiveTie | null;
}

export interface ObjectiveTie {
  /** Id of an indicator of the plan. */
  readonly indicator: string;
  readonly direction: ObjectiveDirection;
  /** In the unit of the indicator; shares and effects on a share in proportion. */
  readonly target: number;
}

const mostObjectives = 6;

/** The objectives a committee was proposed for the time after it, in order. */
export async function objectivesOf(db: Database, session: string): Promise<readonly Objective[]> {
  const rows = await db
    .selectFrom('committee_objective')
    .select(['id', 'text', 'due_on', 'indicator', 'direction', 'target'])
    .where('session', '=', session)
    .orderBy('position')
    .execute();
  return rows.map(({ id, text, due_on, indicator, direction, target }) => ({
    id,
    text,
    dueOn: due_on,
    tie:
      indicator === null || direction === null || target === null ? null : { indicator, direction, target },
  }));
}

/** Adds an objective to a committee that is not frozen; refuses one too many. */
export async function addObjective(
  db: Database,
  session: { readonly service: string; readonly id: string },
  { text, dueOn, tie }: Omit<Objective, 'id'>,
  author: Author,
): Promise<void> {
  await openSession(db, session);
  const { last, count } = await db
    .selectFrom('committee_objective')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('session', '=', session.id)
    .executeTakeFirstOrThrow();
  if (count >= mostObjectives) throw tooManyObjectives(mostObjectives);
  await db
    .insertInto('committee_objective')
    .values({
      id: newId(),
      session: session.id,
      position: last + 1,
      text,
      indicator: tie?.indicator ?? null,
      direction: tie?.direction ?? null,
      target: tie?.target ?? null,
      due_on: dueOn,
      created_by: author.actor,
      created_at: author.at,
    })
    .execute();
}

/** Takes back an objective of a committee that is not frozen. */
export async function removeObjective(
  db: Database,
  session: { readonly service: string; readonly id: string },
  objective: string,
): Promise<void> {
  await openSession(db, session);
  const { numDeletedRows } = await db
    .deleteFrom('committee_objective')
    .where('id', '=', objective)
    .where('session', '=', session.id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFoundHere();
}
