import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DecisionKind } from '../../platform/database/tables/committees.ts';
import { newId } from '../../platform/ids.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { daysAfter, monthsAfter } from '../../statistics/calendar-day.ts';
import type { Grid } from './decision.ts';
import {
  alreadyDecided,
  dayToCorrect,
  evidenceNotFrozen,
  proofMissing,
  sessionIsClosed,
} from './refusals.ts';
import type { CommitteeSession } from './session.ts';
import { stillOpen } from './still-open.ts';
import { undecided } from './undecided.ts';

export interface NewDecision {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly amount: number | null;
  readonly moneyUntil: string | null;
  readonly isPublic: boolean;
  readonly decidedOn: string;
  readonly grid: Grid;
  readonly conditions: readonly { readonly text: string; readonly dueOn: string }[];
}

/** Days before the money ends at which the next committee is first planned. */
const nextBefore = 14;

/**
 * Writes what a committee decided, which never changes afterwards, and plans the next one when the money has an end and
 * none is planned yet.
 * Refuses when the evidence is not frozen, when it already decided or was closed, and days that do not hold together.
 */
export async function takeDecision(
  db: Database,
  session: CommitteeSession,
  decision: NewDecision,
  { author, today }: { readonly author: Author; readonly today: string },
): Promise<string> {
  const { frozen, service } = session;
  if (session.decision !== null) throw alreadyDecided();
  if (session.closed !== null) throw sessionIsClosed();
  if (frozen === null) throw evidenceNotFrozen();
  checkDays(decision, frozen.day, today);
  const { kind, reason, amount, moneyUntil, isPublic, decidedOn, grid, conditions } = decision;
  const id = newId();
  await db.transaction().execute(async (transaction) => {
    await undecided(transaction, session.id);
    await transaction
      .insertInto('committee_decision')
      .values({
        id,
        session: session.id,
        service,
        kind,
        reason,
        amount,
        money_until: moneyUntil,
        is_public: isPublic,
        evidence_sha256: frozen.sha256,
        grid: JSON.stringify(grid),
        decided_on: decidedOn,
        decided_by: author.actor,
        role: author.role,
        at: author.at,
      })
      .execute();
    for (const [index, { text, dueOn }] of conditions.entries()) {
      await transaction
        .insertInto('committee_condition')
        .values({
          id: newId(),
          decision: id,
          service,
          position: index + 1,
          text,
          due_on: dueOn,
          is_proof: kind === 'provisional',
        })
        .execute();
    }
    const next = nextCommittee(decision);
    const planned = await stillOpen(transaction, service)
      .where('planned_on', '>', decidedOn)
      .executeTakeFirst();
    if (next !== null && planned === undefined) {
      await transaction
        .insertInto('committee_session')
        .values({
          id: newId(),
          service,
          planned_on: next,
          money_ends_on: moneyUntil,
          created_by: author.actor,
          created_at: author.at,
        })
        .execute();
    }
    await recordAudit(transaction, {
      at: author.at,
      actor: author.actor,
      action: 'committee.decide',
      object: ['committee', session.id],
      service,
      detail: { kind, isPublic, evidence: frozen.sha256 },
    });
  });
  return id;
}

/** Before the money ends, once the proof asked for is due; null: nothing is left to decide, or nothing says when. */
function nextCommittee({ kind, moneyUntil, decidedOn, conditions }: NewDecision): string | null {
  if (moneyUntil === null || kind === 'stop' || kind === 'transfer') return null;
  const proofs = kind === 'provisional' ? conditions.map(({ dueOn }) => dueOn) : [];
  const early = [daysAfter(moneyUntil, -nextBefore), ...proofs].toSorted().at(-1) ?? moneyUntil;
  return early > decidedOn ? early : moneyUntil;
}

function checkDays(
  { kind, decidedOn, moneyUntil, conditions }: NewDecision,
  frozenOn: string,
  today: string,
): void {
  if (decidedOn > today) throw dayToCorrect('Le jour de la décision n’est pas encore venu.');
  if (decidedOn < frozenOn) {
    throw dayToCorrect('La décision serait prise avant que les preuves n’aient été figées.');
  }
  if (moneyUntil !== null && moneyUntil <= decidedOn) {
    throw dayToCorrect('L’argent s’arrêterait avant que la décision ne soit prise.');
  }
  if (conditions.some(({ dueOn }) => dueOn <= decidedOn)) {
    throw dayToCorrect('Une condition serait à remplir avant que la décision ne soit prise.');
  }
  if (kind !== 'provisional') return;
  if (moneyUntil === null || moneyUntil > monthsAfter(decidedOn, 2)) {
    throw dayToCorrect('Un délai pour apporter une preuve dure un ou deux mois : dites jusqu’à quel jour.');
  }
  if (conditions.length === 0) throw proofMissing();
  if (conditions.some(({ dueOn }) => dueOn > moneyUntil)) {
    throw dayToCorrect('La preuve demandée arriverait après la fin du délai.');
  }
}
