import { type Kysely, sql } from 'kysely';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { inBatches } from '../../portfolio/import/in-batches.ts';
import { budgetLines } from './budget-lines.ts';
import type { NewBudgetLine } from './read-line.ts';

/** Who writes: an account id or `foulee`; when, ISO 8601. */
export interface BudgetAuthor {
  readonly actor: string;
  readonly at: string;
}

export interface RecordedBudget {
  readonly recorded: number;
  /** Lines that stood already, the same in everything: not written twice. */
  readonly already: number;
}

/** Adds lines to the budget of a service, all or nothing. A file sent twice is written once. */
export function recordBudget(
  db: Database,
  service: string,
  lines: readonly NewBudgetLine[],
  { actor, at }: BudgetAuthor,
): Promise<RecordedBudget> {
  return db.transaction().execute(async (transaction) => {
    await oneAtATime(transaction, service);
    const fresh = notYet(lines, await budgetLines(transaction, service));
    const rows = fresh.map((line) => ({
      id: newId(),
      service,
      starts_on: line.from,
      ends_on: line.until,
      cents: line.cents,
      state: line.state,
      nature: line.nature,
      activity: line.activity,
      source: line.source,
      reference: line.reference,
      author: actor,
      recorded_at: at,
    }));
    for (const batch of inBatches(rows)) await transaction.insertInto('budget_line').values(batch).execute();
    if (fresh.length > 0)
      await recordAudit(transaction, {
        at,
        actor,
        action: 'record-budget',
        object: ['service', service],
        service,
        detail: { lines: fresh.length },
      });
    return { recorded: fresh.length, already: lines.length - fresh.length };
  });
}

/** Takes a line out of the count: it stays readable, with the day it was withdrawn. Refuses one that no longer stands. */
export function withdrawBudgetLine(
  db: Database,
  service: string,
  line: string,
  { actor, at }: BudgetAuthor,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const found = await transaction
      .updateTable('budget_line')
      .set({ withdrawn_at: at, withdrawn_by: actor })
      .where('id', '=', line)
      .where('service', '=', service)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (found === undefined)
      throw new Refusal(
        'data',
        'Cette ligne de budget n’est plus là : elle a déjà été retirée. Rien n’a été modifié.',
        'Rechargez la page pour voir les lignes qui comptent encore.',
      );
    await recordAudit(transaction, {
      at,
      actor,
      action: 'withdraw-budget',
      object: ['budget-line', line],
      service,
    });
  });
}

/** What is written about the costs of a service waits for what is being written of it, then sees it. */
export async function oneAtATime(transaction: Kysely<Schema>, service: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`costs ${service}`}))`.execute(transaction);
}

/** Lines that are not among those that stand; two alike in one file are two, sent again they are none. */
export function notYet(
  lines: readonly NewBudgetLine[],
  standing: readonly NewBudgetLine[],
): readonly NewBudgetLine[] {
  const left = new Map<string, number>();
  for (const line of standing) left.set(contentOf(line), (left.get(contentOf(line)) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(contentOf(line)) ?? 0;
    left.set(contentOf(line), count - 1);
    return count <= 0;
  });
}

const contentOf = ({ from, until, cents, state, nature, activity, reference }: NewBudgetLine): string =>
  JSON.stringify([from, until, cents, state, nature, activity, reference]);
