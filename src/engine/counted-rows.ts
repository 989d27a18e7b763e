import { identifier, joined, type Sql, sql } from './sql.ts';

/**
 * Rows of a sample or of a series, alike ones counted together: `day` (days since 1970-01-01), `delay` (days from
 * `entry` to `day`), the columns asked as `cell_0, cell_1…`, and `n` rows. What is not stored is null.
 */
export function countedRows(
  relation: string,
  stored: { readonly day: boolean; readonly delay: boolean },
  columns: readonly string[],
): Sql {
  const selected = joined(
    [
      stored.day ? sql`date_diff('day', date '1970-01-01', day) as day` : sql`cast(null as bigint) as day`,
      stored.delay ? sql`date_diff('day', entry, day) as delay` : sql`cast(null as bigint) as delay`,
      ...columns.map((column, i) => sql`${identifier(column)} as ${identifier(`cell_${i}`)}`),
    ],
    ', ',
  );
  const keys = joined(
    ['day', 'delay', ...columns.map((_, i) => `cell_${i}`)].map((key) => identifier(key)),
    ', ',
  );
  return sql`with kept as (select ${selected} from ${identifier(relation)})
select ${keys}, cast(count(*) as bigint) as n from kept group by ${keys} order by ${keys}`;
}
