import { identifier, type Sql, sql } from './sql.ts';

/** Rows of a relation by day (days since 1970-01-01), in order. */
export const dayCounts = (relation: string): Sql => sql`with row_day as (
select date_diff('day', date '1970-01-01', day) as day from ${identifier(relation)})
select day, cast(count(*) as bigint) as n from row_day group by day order by day`;
