import type { Database } from '../../platform/database/database.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { type Objective, objectivesOf } from './objectives.ts';
import { type JudgedObjective, judgedObjectives } from './results.ts';

/** A committee of a service: prepared, then with its evidence frozen, then with its decision, or closed without one. Days are `YYYY-MM-DD`. */
export interface CommitteeSession {
  readonly id: string;
  readonly service: string;
  readonly plannedOn: string;
  readonly moneyEndsOn: string | null;
  /** What the sponsor is asked. */
  readonly question: string | null;
  readonly frozen: FrozenEvidence | null;
  /** The committee that decided last before this one; null: none did. */
  readonly previous: { readonly session: string; readonly decision: string; readonly day: string } | null;
  /** Set by the previous committee, with what became of them. */
  readonly lastObjectives: readonly JudgedObjective[];
  /** Proposed for the time after. */
  readonly objectives: readonly Objective[];
  /** Id of the decision; null: not taken yet. */
  readonly decision: string | null;
  /** Why it will not decide, and since when; null: it may, or did. */
  readonly closed: { readonly reason: string; readonly day: string } | null;
}

/** `document`: the frozen text itself, whose SHA-256 is `sha256`. */
export interface FrozenEvidence {
  readonly document: string;
  readonly sha256: string;
  readonly day: string;
}

/** One committee of a service; null when it has none of this id. */
export async function readSession(
  db: Database,
  service: string,
  id: string,
): Promise<CommitteeSession | null> {
  const row = await db
    .selectFrom('committee_session')
    .leftJoin('committee_decision', 'committee_decision.session', 'committee_session.id')
    .leftJoin('committee_closing as closing', 'closing.session', 'committee_session.id')
    .select(['committee_session.id', 'planned_on', 'money_ends_on', 'question'])
    .select(['closing.reason as closedFor', 'closing.at as closedAt'])
    .select(['evidence', 'committee_session.evidence_sha256 as sha256', 'frozen_on'])
    .select(['committee_decision.id as decision', 'committee_decision.at as decidedAt'])
    .where('committee_session.service', '=', service)
    .where('committee_session.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { evidence, sha256, frozen_on } = row;
  const previous = await previousCommittee(db, service, row.decidedAt);
  return {
    id,
    service,
    plannedOn: row.planned_on,
    moneyEndsOn: row.money_ends_on,
    question: row.question,
    frozen:
      evidence === null || sha256 === null || frozen_on === null
        ? null
        : { document: evidence, sha256, day: frozen_on },
    previous,
    lastObjectives: previous === null ? [] : await judgedObjectives(db, previous.session, id),
    objectives: await objectivesOf(db, id),
    decision: row.decision,
    closed:
      row.closedFor === null || row.closedAt === null
        ? null
        : { reason: row.closedFor, day: parisDay(row.closedAt) },
  };
}

/** The committee of a service that decided last, before `until` when it is given. */
async function previousCommittee(
  db: Database,
  service: string,
  until: string | null,
): Promise<CommitteeSession['previous']> {
  const row = await db
    .selectFrom('committee_decision')
    .select(['session', 'id as decision', 'decided_on as day'])
    .where('service', '=', service)
    .$if(until !== null, (query) => query.where('at', '<', until ?? ''))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface ListedSession {
  readonly id: string;
  readonly plannedOn: string;
  readonly moneyEndsOn: string | null;
  readonly frozenOn: string | null;
  readonly decision: string | null;
  /** It will not decide. */
  readonly isClosed: boolean;
}

/** The committees of a service, the last planned first. */
export async function listSessions(db: Database, service: string): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('committee_session')
    .leftJoin('committee_decision', 'committee_decision.session', 'committee_session.id')
    .select(['committee_session.id', 'planned_on as plannedOn', 'money_ends_on as moneyEndsOn'])
    .leftJoin('committee_closing as closing', 'closing.session', 'committee_session.id')
    .select(['frozen_on as frozenOn', 'committee_decision.id as decision', 'closing.session as closed'])
    .where('committee_session.service', '=', service)
    .orderBy('planned_on', 'desc')
    .orderBy('committee_session.created_at', 'desc')
    .execute();
  return rows.map(({ closed, ...row }) => ({ ...row, isClosed: closed !== null }));
}
