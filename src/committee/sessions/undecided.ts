import type { Transaction } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import { alreadyDecided, sessionIsClosed } from './refusals.ts';

/** Holds a committee until the end of the transaction, so that it ends once; refuses one that decided or was closed. */
export async function undecided(transaction: Transaction<Schema>, session: string): Promise<void> {
  await transaction
    .selectFrom('committee_session')
    .select('id')
    .where('id', '=', session)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const ended = await transaction
    .selectFrom('committee_session')
    .leftJoin('committee_decision as decision', 'decision.session', 'committee_session.id')
    .leftJoin('committee_closing as closing', 'closing.session', 'committee_session.id')
    .select(['decision.id as decision', 'closing.session as closed'])
    .where('committee_session.id', '=', session)
    .executeTakeFirstOrThrow();
  if (ended.decision !== null) throw alreadyDecided();
  if (ended.closed !== null) throw sessionIsClosed();
}
