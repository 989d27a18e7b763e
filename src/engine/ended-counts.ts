import { identifier, joined, type Sql, sql } from './sql.ts';

/**
 * Units by cell, time followed and how it ended (0 still followed, 1 the effect, 2 another way out), whatever their
 * index day: `counts` is the answer of `followUpCounts` or `datedCounts`, split by `cells` columns. Follow-up ends as in
 * `followed` (src/measure), in the common subset: what had the effect is taken away from what did not.
 */
export function endedCounts(
  counts: Sql,
  cells: number,
  { coverage, until }: { readonly coverage: number; readonly until: number },
): Sql {
  const names = joined(
    Array.from({ length: cells }, (_, i) => identifier(`cell_${i}`)),
    ', ',
  );
  const observed = sql`greatest(0, least(${coverage} - index_day, coalesce(end_delay, ${never}), ${until}))`;
  return sql`with counts as (${counts}),
ending as (select ${names}, delay, coalesce(exit_delay, ${never}) as exit_delay, ${observed} as observed, n from counts),
happened as (select * from ending where delay is not null and delay <= observed and delay <= exit_delay),
otherwise as (select ${names}, least(exit_delay, observed) as time, case when exit_delay <= observed then 2 else 0 end as status, n
from ending where delay is null
union all
select ${names}, least(exit_delay, observed) as time, case when exit_delay <= observed then 2 else 0 end as status, -n as n
from happened
union all
select ${names}, delay as time, 1 as status, n from happened)
select ${names}, cast(time as bigint) as time, cast(status as bigint) as status, cast(sum(n) as bigint) as n
from otherwise group by ${names}, time, status having sum(n) > 0 order by ${names}, time, status`;
}

/** More days than any follow-up lasts. */
const never = 100_000_000;
