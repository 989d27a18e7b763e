import { identifier, type Sql, sql } from './sql.ts';

export type ReportRow = { readonly day: number; readonly delay: number; readonly n: number };

/**
 * How late the register learns: outcomes by day and by days until they were recorded (0 when declared ahead),
 * from their counts `n` by day and day recorded, for outcomes recorded in the last `lookBack` days the register knows of.
 */
export function registerReports(relation: string, lastRecorded: string, lookBack: number): Sql {
  const register = identifier(relation);
  return sql`with report as (
select date_diff('day', date '1970-01-01', day) as day,
case when recorded > day then date_diff('day', day, recorded) else 0 end as delay, n
from ${register} where date_diff('day', day, cast(${lastRecorded} as date)) between 0 and ${lookBack})
select day, delay, cast(sum(n) as bigint) as n from report group by day, delay`;
}
