import { inOrder } from './follow-up-counts.ts';
import { identifier, joined, type Sql, sql } from './sql.ts';

/**
 * People followed by dates of their own table, in the rows of `followUpCounts`: `delay` is the days from entry to
 * the effect, null when it did not happen or came less than `after` days after entry.
 */
export function datedCounts(
  relation: string,
  columns: { readonly hasTime: boolean; readonly hasExit: boolean; readonly hasFollowedUntil: boolean },
  after: number,
  cells: readonly string[],
  before: readonly Sql[] = [],
): Sql {
  const delay = (has: boolean, column: string, least = 0) =>
    has
      ? sql`case when date_diff('day', entry, ${identifier(column)}) >= ${least} then date_diff('day', entry, ${identifier(column)}) end`
      : sql`cast(null as bigint)`;
  const cellColumns = cells.map((cell, i) => sql`${identifier(cell)} as ${identifier(`cell_${i}`)}`);
  const inner = joined(
    [
      sql`date_diff('day', date '1970-01-01', entry) as index_day`,
      sql`${delay(columns.hasExit, 'exit')} as exit_delay`,
      sql`${delay(columns.hasFollowedUntil, 'followed_until')} as end_delay`,
      sql`${delay(columns.hasTime, 'time', after)} as delay`,
      ...cellColumns,
    ],
    ', ',
  );
  const keys = joined(
    ['index_day', 'exit_delay', 'end_delay', ...cells.map((_, i) => `cell_${i}`)].map((key) =>
      identifier(key),
    ),
    ', ',
  );
  const person = sql`person as (select ${inner} from ${identifier(relation)} where entry is not null)`;
  return sql`with ${joined([...before, person], ',\n')}
select ${keys}, cast(null as bigint) as delay, cast(count(*) as bigint) as n from person group by ${keys}
union all
select ${keys}, delay, cast(count(*) as bigint) as n from person where delay is not null group by ${keys}, delay
order by ${inOrder(cells.length)}`;
}
