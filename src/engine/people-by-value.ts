import { identifier, type Sql, sql } from './sql.ts';

/** People of a relation by value of a column, each counted once; without subjects, its rows. */
export function peopleByValue(relation: string, column: string, hasSubject: boolean): Sql {
  const value = identifier(column);
  const person = hasSubject
    ? sql`select min(${value}) as value from ${identifier(relation)} where subject is not null group by subject`
    : sql`select ${value} as value from ${identifier(relation)}`;
  return sql`with person as (${person})
select value, cast(count(*) as bigint) as n from person group by value order by value`;
}
