import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type DeskScope, inScope } from './desk-scope.ts';
import type { ListedService } from './desk-service.ts';
import { deskDays } from './desk-tasks.ts';
import { listedService, type ServiceFound } from './listed-service.ts';

/**
 * Every service of a desk on a day (`YYYY-MM-DD`), in the order of a dictionary: one row a service, in one statement, and
 * no publication read.
 */
export async function readDesk(
  db: Database,
  scope: DeskScope,
  today: string,
): Promise<readonly ListedService[]> {
  const { rows } = await statement(scope, today).execute(db);
  const days = deskDays(today);
  return rows.map((row) => listedService(row, days));
}

// A phase without a date says nothing of the present when another has one.
const statement = (scope: DeskScope, today: string) => sql<ServiceFound>`
  select
    id, service.name, origin, lived.name as phase, level, effect,
    decision_session, decision_kind, decided_on, money_until, looked_back,
    session, planned_on, money_ends_on, frozen_on, open_conditions
  from service
  left join (
    select distinct on (service_id) service_id, name from phase
    where started_on is null or started_on <= ${today}::date
    order by service_id, started_on is null, position desc
  ) lived on lived.service_id = id
  left join service_standing on service_standing.service = id
  where ${inScope(scope, 'id')}
  order by search_text collate "C", id collate "C"`;
