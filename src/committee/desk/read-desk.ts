import type { Database } from '../../platform/database/database.ts';
import type { DeskScope } from './desk-scope.ts';
import type { ListedService } from './desk-service.ts';
import { lateStatement, servicesStatement } from './desk-statements.ts';
import { listedService } from './listed-service.ts';

/**
 * Every service of a desk on a day (`YYYY-MM-DD`), in the order of a dictionary. Two statements whatever the number of
 * services; no publication is read whole.
 */
export async function readDesk(
  db: Database,
  scope: DeskScope,
  today: string,
): Promise<readonly ListedService[]> {
  const services = await servicesStatement(scope, today).execute(db);
  const late = new Map((await lateStatement(scope, today).execute(db)).rows.map((row) => [row.service, row]));
  return services.rows.map((row) => listedService(row, late.get(row.id) ?? null, today));
}
