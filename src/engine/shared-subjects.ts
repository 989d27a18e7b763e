import { identifier, type Sql, sql } from './sql.ts';

/** How many identifiers of `key` the two relations have in common, whatever the dates: tells why nothing matched. */
export function sharedIdentifiers(index: string, outcome: string, key: 'subject' | 'target'): Sql {
  const column = identifier(key);
  return sql`with mine as (select distinct ${column} from ${identifier(index)}),
theirs as (select distinct ${column} from ${identifier(outcome)})
select cast(count(*) as bigint) as n from mine join theirs on mine.${column} = theirs.${column}`;
}
