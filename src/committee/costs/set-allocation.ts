import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { allocationsOf } from './allocations.ts';
import { percentText } from './percent-text.ts';
import { type BudgetAuthor, oneAtATime } from './record-budget.ts';

export interface NewAllocation {
  readonly indicator: string;
  /** Of the whole budget, 0 to 1, to the hundredth of a percent. */
  readonly share: number;
  readonly reason: string;
}

/**
 * Writes which part of the budget counts for an indicator, in place of the part written before. Refuses parts that
 * would add up to more than the budget: an euro counts once.
 */
export function setAllocation(
  db: Database,
  service: string,
  { indicator, share, reason }: NewAllocation,
  { actor, at }: BudgetAuthor,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await oneAtATime(transaction, service);
    const others = (await allocationsOf(transaction, service)).filter((one) => one.indicator !== indicator);
    const taken = others.reduce((sum, one) => sum + one.share, 0);
    if (Math.round((taken + share) * 10_000) > 10_000) throw tooMuch(1 - taken);
    await withdraw(transaction, service, indicator, { actor, at });
    await transaction
      .insertInto('budget_allocation')
      .values({
        id: newId(),
        service,
        indicator,
        share: Math.round(share * 10_000),
        reason,
        author: actor,
        recorded_at: at,
      })
      .execute();
    await recordAudit(transaction, {
      at,
      actor,
      action: 'allocate-budget',
      object: ['service', service],
      service,
      detail: { indicator, share },
    });
  });
}

/** Takes the rule of an indicator away; once none is left, the whole budget counts for the main effect again. */
export function removeAllocation(
  db: Database,
  service: string,
  indicator: string,
  author: BudgetAuthor,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await oneAtATime(transaction, service);
    if (!(await withdraw(transaction, service, indicator, author)))
      throw new Refusal(
        'data',
        'Cette part du budget n’est plus écrite : elle a déjà été retirée. Rien n’a été modifié.',
        'Rechargez la page pour voir les parts qui comptent encore.',
      );
    await recordAudit(transaction, {
      at: author.at,
      actor: author.actor,
      action: 'allocate-budget',
      object: ['service', service],
      service,
      detail: { indicator, share: null },
    });
  });
}

async function withdraw(
  db: Parameters<typeof allocationsOf>[0],
  service: string,
  indicator: string,
  { actor, at }: BudgetAuthor,
): Promise<boolean> {
  const found = await db
    .updateTable('budget_allocation')
    .set({ withdrawn_at: at, withdrawn_by: actor })
    .where('service', '=', service)
    .where('indicator', '=', indicator)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return found !== undefined;
}

const tooMuch = (left: number): Refusal =>
  new Refusal(
    'data',
    `Les parts dépasseraient le budget entier : il reste ${percentText(Math.max(0, left))} à répartir. Rien n’a été modifié.`,
    'Diminuez cette part, ou diminuez d’abord une autre.',
  );
