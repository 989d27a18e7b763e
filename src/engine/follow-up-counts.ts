import type { MatchKey } from '../plan/plan.ts';
import { identifier, joined, type Sql, sql } from './sql.ts';

/** What is asked of the engine: people of `index` followed into the register `outcome`. */
export interface FollowUpQuestion {
  readonly index: IndexRelation;
  readonly outcome: string;
  readonly match: readonly MatchKey[];
  readonly unit: readonly MatchKey[];
  readonly window: { readonly after: number; readonly until: number | null };
  /** Attributes of the index relation (`a_…` columns, or `grp`) that split the counts. */
  readonly cells: readonly string[];
}

export interface IndexRelation {
  readonly name: string;
  /** `events`: the clock starts at the first use. `units`: at the `entry` date of the row. */
  readonly kind: 'events' | 'units';
  readonly hasExit: boolean;
  readonly hasFollowedUntil: boolean;
}

/**
 * Rows of the answer. Without `delay`: units whose clock starts on `index_day`. With `delay`: those of them
 * whose first outcome in the window came that many days later. `exit_delay` (another way out) and `end_delay`
 * (last day followed) are days after the index day, null when there is none.
 */
export type FollowUpRow = {
  readonly index_day: number;
  readonly exit_delay: number | null;
  readonly end_delay: number | null;
  readonly delay: number | null;
  readonly n: number;
} & Readonly<Record<`cell_${number}`, string | null>>;

/**
 * People to counts, in the common subset of DuckDB and Trino, as a pipeline of named steps. Units are counted by
 * index day, and first outcomes by index day and delay: who had none is the difference, so the long list of units
 * is never joined back to their outcomes.
 */
export function followUpCounts(question: FollowUpQuestion): Sql {
  const { index, cells } = question;
  const cellNames = cells.map((_, i) => identifier(`cell_${i}`));
  const carried = [identifier('index_day'), ...exits(index).map((e) => e.name), ...cellNames];
  return sql`with ${entered(question)},
first_outcome as (${firstOutcome(question, carried)})
select ${joined(resultKeys(index, cellNames), ', ')}, cast(null as bigint) as delay, cast(count(*) as bigint) as n
from entered group by ${joined(carried, ', ')}
union all
select ${joined(resultKeys(index, cellNames), ', ')}, date_diff('day', index_day, outcome_day) as delay, cast(count(*) as bigint) as n
from first_outcome group by ${joined(carried, ', ')}, outcome_day`;
}

function resultKeys(index: IndexRelation, cellNames: readonly Sql[]): Sql[] {
  const delayOf = (has: boolean, day: Sql, name: Sql) =>
    has ? sql`date_diff('day', index_day, ${day}) as ${name}` : sql`cast(null as bigint) as ${name}`;
  return [
    sql`date_diff('day', date '1970-01-01', index_day) as index_day`,
    delayOf(index.hasExit, identifier('exit_day'), identifier('exit_delay')),
    delayOf(index.hasFollowedUntil, identifier('end_day'), identifier('end_delay')),
    ...cellNames,
  ];
}

function exits(index: IndexRelation): { name: Sql; column: Sql }[] {
  return [
    ...(index.hasExit ? [{ name: identifier('exit_day'), column: identifier('exit') }] : []),
    ...(index.hasFollowedUntil
      ? [{ name: identifier('end_day'), column: identifier('followed_until') }]
      : []),
  ];
}

/** One row a unit, with the day its clock starts and its cell. */
function entered(question: FollowUpQuestion): Sql {
  const { index, unit, match, cells } = question;
  const source = identifier(index.name);
  const keys = unit.map((key) => identifier(key));
  const day = identifier(index.kind === 'events' ? 'day' : 'entry');
  const known = joined(
    [...new Set([...unit, ...match])].map((key) => sql`${identifier(key)} is not null`),
    ' and ',
  );
  if (index.kind === 'units') {
    // The same person twice in the table: the earliest row counts, as for a first use.
    const columns = [
      ...exits(index).map((e) => sql`min(${e.column}) as ${e.name}`),
      ...cells.map((cell, i) => sql`min(${identifier(cell)}) as ${identifier(`cell_${i}`)}`),
    ];
    return sql`entered as (
select ${joined([...keys, sql`min(${day}) as index_day`, ...columns], ', ')}
from ${source} where ${known} group by ${joined(keys, ', ')})`;
  }
  const pairs = sql`pair as (
select subject, target, min(${day}) as first_day from ${source} where ${known} group by subject, target)`;
  const fromPairs = match.length > unit.length;
  const base = fromPairs
    ? sql`${pairs},
started as (select subject, min(first_day) as index_day from pair group by subject)`
    : sql`started as (
select ${joined(keys, ', ')}, min(${day}) as index_day from ${source} where ${known} group by ${joined(keys, ', ')})`;
  if (cells.length === 0)
    return sql`${base},
entered as (select * from started)`;
  const onKeys = joined(
    unit.map((key) => sql`${identifier('u', key)} = ${identifier('s', key)}`),
    ' and ',
  );
  const sKeys = unit.map((key) => identifier('s', key));
  return sql`${base},
entered as (
select ${joined([...sKeys, identifier('s', 'index_day')], ', ')}, ${joined(
    cells.map((cell, i) => sql`min(${identifier('u', cell)}) as ${identifier(`cell_${i}`)}`),
    ', ',
  )}
from started s join ${source} u on ${onKeys} and u.${day} = s.index_day
group by ${joined([...sKeys, identifier('s', 'index_day')], ', ')})`;
}

/** The first outcome of each unit that falls in its window; units without one are absent. */
function firstOutcome(question: FollowUpQuestion, carried: readonly Sql[]): Sql {
  const { unit, match, window, index } = question;
  const keys = unit.map((key) => identifier('e', key));
  const kept = carried.map((column) => sql`min(e.${column}) as ${column}`);
  const register = identifier(question.outcome);
  const through = match.length > unit.length && index.kind === 'events';
  const matched = through ? 'p' : 'e';
  const onMatch = joined(
    match.map((key) => sql`${identifier('o', key)} = ${identifier(matched, key)}`),
    ' and ',
  );
  const start = identifier(matched, through ? 'first_day' : 'index_day');
  const until =
    window.until === null ? sql`` : sql` and date_diff('day', e.index_day, o.day) <= ${window.until}`;
  return sql`
select ${joined([...keys, ...kept, sql`min(o.day) as outcome_day`], ', ')}
from entered e ${through ? sql`join pair p on p.subject = e.subject ` : sql``}join ${register} o on ${onMatch}
where date_diff('day', ${start}, o.day) >= ${window.after}${until}
group by ${joined(keys, ', ')}`;
}
