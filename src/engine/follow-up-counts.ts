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
  /** Named steps that come first: they make the index relation. */
  readonly before?: readonly Sql[];
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
 * is never joined back to their outcomes. Cells travel as small integer codes: of several rows on the index day,
 * the first cell in alphabetical order counts, so that the answer does not depend on the order of the rows.
 */
export function followUpCounts(question: FollowUpQuestion): Sql {
  const { index, cells } = question;
  const { steps, carried } = followUpSteps(question);
  const keys = joined(carried, ', ');
  const names = cells.map((cell, i) => sql`${identifier('cell', cell)} as ${identifier(`cell_${i}`)}`);
  const answer = joined([...daysAfterIndex(index), sql`delay`, sql`n`, ...names], ', ');
  return sql`with ${joined(steps, ',\n')},
counted as (
select ${keys}, cast(null as bigint) as delay, cast(${unitCount(question)} as bigint) as n from entered group by ${keys}
union all
select ${keys}, date_diff('day', index_day, outcome_day) as delay, cast(count(*) as bigint) as n
from first_outcome group by ${keys}, outcome_day)
select ${answer} from counted${cells.length > 0 ? sql` join cell on ${cellOf('counted')}` : sql``} where n > 0
order by ${inOrder(cells.length)}`;
}

/**
 * The named steps from people to units: `cell` (when there are cells), `entered`, one row a unit, and `first_outcome`,
 * one row for each unit with an outcome in its window. `carried`: what both hold besides the keys of the unit.
 */
export function followUpSteps(question: FollowUpQuestion): {
  readonly steps: readonly Sql[];
  readonly carried: readonly Sql[];
} {
  const { index, cells, before = [] } = question;
  const split = cells.length > 0;
  const carried = ['index_day', ...exits(index).map((exit) => exit.name), ...(split ? ['coded'] : [])].map(
    (name) => identifier(name),
  );
  const first = sql`first_outcome as (${firstOutcome(question, carried)})`;
  const steps = [...before, ...(split ? [cellCodes(question)] : []), ...enteredSteps(question), first];
  return { steps, carried };
}

/** The condition that gives a unit its row of `cell`. */
export const cellOf = (units: string): Sql =>
  sql`cell.code = ${identifier(units, 'coded')} - date_diff('day', date '1970-01-01', ${identifier(units, 'index_day')}) * ${codes}`;

/** Counts of several ranges of people, or changes of such counts, in a relation, as those of all of them. */
export function addedFollowUpCounts(gathered: string, cells: number): Sql {
  const keys = inOrder(cells);
  return sql`select ${keys}, cast(sum(n) as bigint) as n from ${identifier(gathered)} group by ${keys} having sum(n) > 0 order by ${keys}`;
}

/** Rows always come in the same order, so that sums of floating figures are the same to the last bit. */
export const inOrder = (cells: number): Sql =>
  joined(
    [
      'index_day',
      'delay',
      'exit_delay',
      'end_delay',
      ...Array.from({ length: cells }, (_, i) => `cell_${i}`),
    ].map((column) => identifier(column)),
    ', ',
  );

/** More than the number of distinct cells there can be; days times this still hold in 64 bits. */
const codes = 2 ** 40;

function cellCodes({ index, cells }: FollowUpQuestion): Sql {
  const columns = joined(
    cells.map((cell) => identifier(cell)),
    ', ',
  );
  return sql`cell as (
select ${columns}, row_number() over (order by ${columns}) as code from (select distinct ${columns} from ${identifier(index.name)}) as seen)`;
}

function daysAfterIndex(index: IndexRelation): Sql[] {
  const after = (has: boolean, day: string, name: string) =>
    has
      ? sql`date_diff('day', index_day, ${identifier(day)}) as ${identifier(name)}`
      : sql`cast(null as bigint) as ${identifier(name)}`;
  return [
    sql`date_diff('day', date '1970-01-01', index_day) as index_day`,
    after(index.hasExit, 'exit_day', 'exit_delay'),
    after(index.hasFollowedUntil, 'end_day', 'end_delay'),
  ];
}

function exits(index: IndexRelation): { name: string; column: string }[] {
  return [
    ...(index.hasExit ? [{ name: 'exit_day', column: 'exit' }] : []),
    ...(index.hasFollowedUntil ? [{ name: 'end_day', column: 'followed_until' }] : []),
  ];
}

/** The target of the outcome must be one the person used, while the clock is the person's. */
const throughPairs = ({ match, unit, index }: FollowUpQuestion) =>
  match.length > unit.length && index.kind === 'events';

/** The import keeps no use without a subject, but a use may have no target, and a person of a table no identifier. */
export const optionalKeys = ({ unit, match, index }: FollowUpQuestion): readonly MatchKey[] =>
  [...new Set([...unit, ...match])].filter((key) => key === 'target' || index.kind === 'units');

/**
 * Whether units without a key are left out when they are counted rather than before they are grouped: DuckDB 1.5
 * loses its parallelism when it filters them beside the join of the cells. They match no outcome anyway.
 */
const countsKeys = ({ unit, match, cells }: FollowUpQuestion): boolean =>
  cells.length > 0 && unit.length === match.length;

/** The number of units that have all their keys. */
function unitCount(question: FollowUpQuestion): Sql {
  const keys = optionalKeys(question).map((key) => sql`${identifier(key)} is not null`);
  if (!countsKeys(question) || keys.length === 0) return sql`count(*)`;
  return sql`count(case when ${joined(keys, ' and ')} then 1 end)`;
}

/** The steps that end with `entered`: one row a unit, the day its clock starts, its exits, and day and cell in one number. */
function enteredSteps(question: FollowUpQuestion): Sql[] {
  const { index, unit, cells } = question;
  const day = identifier('r', index.kind === 'events' ? 'day' : 'entry');
  const keys = joined(
    unit.map((key) => identifier('r', key)),
    ', ',
  );
  // The import keeps no use without a subject, but a use may have no target, and a person in a table no identifier.
  const present = optionalKeys(question).map((key) => sql`${identifier('r', key)} is not null`);
  const known = present.length === 0 ? sql`` : sql` where ${joined(present, ' and ')}`;
  const rows = identifier(index.name);
  const ends = exits(index).map(
    ({ name, column }) => sql`min(${identifier('r', column)}) as ${identifier(name)}`,
  );
  const pair = sql`pair as (
select r.subject, r.target, min(${day}) as first_day from ${rows} r${known} group by r.subject, r.target)`;
  const pairs = throughPairs(question) ? [pair] : [];
  if (cells.length === 0) {
    return [
      ...pairs,
      sql`entered as (
select ${joined([keys, sql`min(${day}) as index_day`, ...ends], ', ')} from ${rows} r${known} group by ${keys})`,
    ];
  }
  const sameCell = joined(
    cells.map((cell) => sql`${identifier('cell', cell)} is not distinct from ${identifier('r', cell)}`),
    ' and ',
  );
  const coded = sql`min(date_diff('day', date '1970-01-01', ${day}) * ${codes} + cell.code) as coded`;
  return [
    ...pairs,
    sql`entered as (
select ${joined([keys, sql`min(${day}) as index_day`, coded, ...ends], ', ')}
from ${rows} r join cell on ${sameCell}${countsKeys(question) ? sql`` : known} group by ${keys})`,
  ];
}

/** The first outcome of each unit that falls in its window; units without one are absent. */
function firstOutcome(question: FollowUpQuestion, carried: readonly Sql[]): Sql {
  const { unit, match, window } = question;
  const keys = joined(
    unit.map((key) => identifier('e', key)),
    ', ',
  );
  const kept = carried.map((column) => sql`min(e.${column}) as ${column}`);
  const through = throughPairs(question);
  const matched = through ? 'p' : 'e';
  const onMatch = joined(
    match.map((key) => sql`${identifier('o', key)} = ${identifier(matched, key)}`),
    ' and ',
  );
  const start = identifier(matched, through ? 'first_day' : 'index_day');
  const until =
    window.until === null ? sql`` : sql` and date_diff('day', e.index_day, o.day) <= ${window.until}`;
  return sql`
select ${joined([keys, ...kept, sql`min(o.day) as outcome_day`], ', ')}
from entered e ${through ? sql`join pair p on p.subject = e.subject ` : sql``}join ${identifier(question.outcome)} o on ${onMatch}
where date_diff('day', ${start}, o.day) >= ${window.after}${until}
group by ${keys}`;
}
