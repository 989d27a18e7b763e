import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { serviceStates } from '../review/service-state.ts';
import { deskCosts } from './desk-costs.ts';
import type { DeskScope } from './desk-scope.ts';
import type { DeskService } from './desk-service.ts';
import {
  committeesStatement,
  lateStatement,
  linksStatement,
  servicesStatement,
  termsStatement,
} from './desk-statements.ts';
import { serviceOfRow } from './service-of-row.ts';

/**
 * Every service of a desk on a day (`YYYY-MM-DD`), in the order of a dictionary. A handful of statements whatever the
 * number of services; no publication is read whole.
 */
export function readDesk(db: Database, scope: DeskScope, today: string): Promise<readonly DeskService[]> {
  return db.transaction().execute(async (transaction) => {
    // Compiling a statement that runs once would cost PostgreSQL more than running it.
    await sql`set local jit = off`.execute(transaction);
    const services = await servicesStatement(scope, today).execute(transaction);
    const links = await linksStatement(scope).execute(transaction);
    const committees = await committeesStatement(scope).execute(transaction);
    const late = await lateStatement(scope, today).execute(transaction);
    const terms = await termsStatement(scope).execute(transaction);
    const known = {
      today,
      links: byService(links.rows),
      committees: new Map(committees.rows.map((row) => [row.service, row])),
      late: new Map(late.rows.map((row) => [row.service, row])),
      terms: byService(terms.rows),
      costs: await deskCosts(transaction, scope, today),
      states: await serviceStates(transaction, statesAsked(scope, services.rows)),
    };
    return services.rows.map((row) => serviceOfRow(row, known));
  });
}

const statesAsked = (scope: DeskScope, rows: readonly { readonly id: string }[]) =>
  scope === 'all' ? 'all' : rows.map(({ id }) => id);

function byService<T extends { readonly service: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.service) ?? [];
    if (own.length === 0) found.set(row.service, own);
    own.push(row);
  }
  return found;
}
