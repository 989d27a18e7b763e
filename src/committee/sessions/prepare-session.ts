import type { Transaction } from 'kysely';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import { notFoundHere } from '../../platform/accounts/refusals.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { newId } from '../../platform/ids.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { freeDay } from './free-day.ts';
import { dayToCorrect, evidenceIsFrozen } from './refusals.ts';
import { stillOpen } from './still-open.ts';
import { typedDay, typedDayOrNothing } from './typed-day.ts';
import { writtenOrNothing } from './written.ts';

/** As typed in the form. */
interface TypedSession {
  readonly plannedOn: string;
  readonly moneyEndsOn: string;
  readonly question: string;
}

/** Plans a committee; gives its id. Refuses a day that is not one or is taken, and money that ends before it meets. */
export async function prepareSession(
  db: Database,
  service: string,
  typed: TypedSession,
  author: Author,
): Promise<string> {
  return db.transaction().execute((transaction) => planSession(transaction, service, typed, author));
}

/** The same within a transaction that does more. */
export async function planSession(
  transaction: Transaction<Schema>,
  service: string,
  typed: TypedSession,
  author: Author,
): Promise<string> {
  const session = { id: newId(), service, ...columnsOf(typed) };
  await freeDay(transaction, session, session.planned_on);
  await transaction
    .insertInto('committee_session')
    .values({ ...session, created_by: author.actor, created_at: author.at })
    .execute();
  await recordAudit(transaction, {
    at: author.at,
    actor: author.actor,
    action: 'committee.prepare',
    object: ['committee', session.id],
    service,
  });
  return session.id;
}

/** Changes the days and the question of a committee whose evidence is not frozen. */
export async function changeSession(
  db: Database,
  { service, id }: { readonly service: string; readonly id: string },
  typed: TypedSession,
): Promise<void> {
  const columns = columnsOf(typed);
  await db.transaction().execute(async (transaction) => {
    await freeDay(transaction, { service, id }, columns.planned_on);
    const { numUpdatedRows } = await transaction
      .updateTable('committee_session')
      .set(columns)
      .where('id', '=', id)
      .where('service', '=', service)
      .where('evidence', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw evidenceIsFrozen();
  });
}

/** Moves the day of a committee whose evidence is frozen, that has not decided and is not closed. */
export async function moveSession(
  db: Database,
  { service, id }: { readonly service: string; readonly id: string },
  plannedOn: string,
): Promise<void> {
  const day = typedDay(plannedOn, 'le jour d’un comité');
  await db.transaction().execute(async (transaction) => {
    await freeDay(transaction, { service, id }, day);
    const { numUpdatedRows } = await transaction
      .updateTable('committee_session')
      .set({ planned_on: day })
      .where('id', '=', id)
      .where('id', 'in', stillOpen(transaction, service))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw evidenceIsFrozen();
  });
}

/** Gives up a committee that was only prepared, with its objectives. */
export async function giveUpSession(
  db: Database,
  { service, id }: { readonly service: string; readonly id: string },
  author: Author,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('committee_session')
      .where('id', '=', id)
      .where('service', '=', service)
      .where('evidence', 'is', null)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw evidenceIsFrozen();
    await recordAudit(transaction, {
      at: author.at,
      actor: author.actor,
      action: 'committee.give-up',
      object: ['committee', id],
      service,
    });
  });
}

function columnsOf({ plannedOn, moneyEndsOn, question }: TypedSession) {
  const planned = typedDay(plannedOn, 'le jour d’un comité');
  const ends = typedDayOrNothing(moneyEndsOn, 'le jour où l’argent s’arrête');
  if (ends !== null && ends < planned) {
    throw dayToCorrect('L’argent s’arrêterait avant que le comité ne se tienne.');
  }
  return {
    planned_on: planned,
    money_ends_on: ends,
    question: writtenOrNothing(question),
  };
}

/** The committee, not frozen yet, that what is written belongs to; refuses when there is none. */
export async function openSession(
  db: Database,
  { service, id }: { readonly service: string; readonly id: string },
): Promise<void> {
  const row = await db
    .selectFrom('committee_session')
    .select('evidence_sha256')
    .where('id', '=', id)
    .where('service', '=', service)
    .executeTakeFirst();
  if (row === undefined) throw notFoundHere();
  if (row.evidence_sha256 !== null) throw evidenceIsFrozen();
}
