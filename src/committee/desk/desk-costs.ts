import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { daysAfter } from '../../statistics/calendar-day.ts';
import { type BudgetLine, isBudgetNature } from '../costs/budget-line.ts';
import { costsOver } from '../costs/costs-over.ts';

type LineFound = readonly [
  from: string,
  until: string,
  cents: number,
  state: BudgetLine['state'],
  nature: string,
];

/** Euros a year of each of these services whose budget is entered for some of the twelve months up to a day. */
export async function deskCosts(
  db: Database,
  services: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const period = { from: daysAfter(today, -364), until: today };
  const { rows } = await sql<{ service: string; lines: readonly LineFound[] }>`
    select service, json_agg(json_build_array(starts_on, ends_on, cents, state, nature)) as lines
    from budget_line
    where withdrawn_at is null and ends_on >= ${period.from}::date and starts_on <= ${period.until}::date
      and service = any(${services})
    group by service`.execute(db);
  return new Map(
    rows.flatMap(({ service, lines }): [string, number][] => {
      const costs = costsOver(lines.map(lineOf), period);
      return costs.kind === 'costs' ? [[service, costs.perYear / 100]] : [];
    }),
  );
}

/** What is not asked of the database changes no amount. */
const lineOf = ([from, until, cents, state, nature]: LineFound): BudgetLine => ({
  from,
  until,
  cents,
  state,
  id: '',
  nature: isBudgetNature(nature) ? nature : 'other',
  activity: null,
  source: '',
  reference: null,
  recordedAt: '',
  withdrawnAt: null,
});
