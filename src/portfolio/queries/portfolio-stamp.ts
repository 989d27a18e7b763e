import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** A text that changes whenever what the portfolio's queries answer may have: pages keep their answers until then. */
export async function portfolioStamp(db: Database): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws('/',
      (select count(*) from service), (select max(updated_at) from service),
      (select count(*) from plan_version),
      (select max(id) from portfolio_import),
      (select max(id) from declared_figure), (select max(superseded_at) from declared_figure),
      (select max(recorded_at) from budget_line), (select max(withdrawn_at) from budget_line),
      (select max(recorded_at) from budget_allocation), (select max(withdrawn_at) from budget_allocation)) as stamp`.execute(
    db,
  );
  return rows[0]?.stamp ?? '';
}
