import type { FollowUpQuestion } from './follow-up-counts.ts';
import { identifier, joined, type Sql, sql } from './sql.ts';
import { sameUnit, unitRows } from './unit-rows.ts';

/** Names of relations: what is new, what was kept, and what is worked out of them, one range of people at a time. */
export const changeNames = {
  newUses: 'new uses',
  newOutcomes: 'new outcomes',
  knownOutcomes: 'known outcomes',
  /** Rows of `unitRows` and `generation`, a whole number; of several rows of a unit the last generation is right. */
  keptUnits: 'kept units',
  touched: 'units touched',
  entering: 'units entering',
  current: 'units now',
} as const;

const { newUses, newOutcomes, knownOutcomes, keptUnits, touched, entering, current } = changeNames;

const keysOf = ({ unit }: FollowUpQuestion, relation?: string): Sql =>
  joined(
    unit.map((key) => (relation === undefined ? identifier(key) : identifier(relation, key))),
    ', ',
  );

const unitColumns = (question: FollowUpQuestion): readonly string[] => [
  ...question.unit,
  'index_day',
  'exit_day',
  'end_day',
  'outcome_day',
  ...question.cells.map((_, i) => `cell_${i}`),
];

const entryDay = ({ index }: FollowUpQuestion) => (index.kind === 'events' ? 'day' : 'entry');

/** Units as they were kept, of those that a new use or a new outcome names. */
export function touchedUnits(question: FollowUpQuestion): Sql {
  const columns = joined(
    unitColumns(question).map((column) => identifier(column)),
    ', ',
  );
  return sql`with named as (
select ${keysOf(question)} from ${identifier(newUses)} union select ${keysOf(question)} from ${identifier(newOutcomes)}),
placed as (
select k.*, row_number() over (partition by ${keysOf(question, 'k')} order by k.generation desc) as place
from ${identifier(keptUnits)} k join named on ${sameUnit(question, 'named', 'k')})
select ${columns} from placed where place = 1`;
}

/** Units of new uses that were not known, or not so early: outcomes already known may be theirs. */
export function enteringUnits(question: FollowUpQuestion): Sql {
  const day = identifier('r', entryDay(question));
  const first = sql`select ${keysOf(question, 'r')}, min(${day}) as first_day from ${identifier(newUses)} r group by ${keysOf(question, 'r')}`;
  return sql`with used as (${first})
select used.* from used left join ${identifier(touched)} t on ${sameUnit(question, 't', 'used')}
where t.index_day is null or used.first_day < t.index_day`;
}

/** The first day of those units, days since 1970-01-01; null when there are none. */
export const firstEntry = (): Sql =>
  sql`select date_diff('day', date '1970-01-01', min(first_day)) as day from ${identifier(entering)}`;

/**
 * The units touched or entering, with what is new: a kept unit stands for all its earlier uses (the first day, the first
 * cell on it) and, unless its clock now starts earlier, for all its earlier outcomes (the first in its window).
 */
export function currentUnits(question: FollowUpQuestion): Sql {
  const { index, cells, unit } = question;
  const [uses, outcomes] = ['uses so far', 'outcomes so far'];
  const given = (has: boolean, column: string) => (has ? [identifier(column)] : []);
  const useColumns = [
    ...unit.map((key) => identifier(key)),
    identifier(entryDay(question)),
    ...given(index.hasExit, 'exit'),
    ...given(index.hasFollowedUntil, 'followed_until'),
    ...cells.map((cell) => identifier(cell)),
  ];
  const keptColumns = [
    ...unit.map((key) => identifier(key)),
    identifier('index_day'),
    ...given(index.hasExit, 'exit_day'),
    ...given(index.hasFollowedUntil, 'end_day'),
    ...cells.map((_, i) => identifier(`cell_${i}`)),
  ];
  const before = [
    sql`${identifier(uses)} as (
select ${joined(useColumns, ', ')} from ${identifier(newUses)}
union all select ${joined(keptColumns, ', ')} from ${identifier(touched)})`,
    sql`${identifier(outcomes)} as (
select ${keysOf(question)}, day from ${identifier(newOutcomes)}
union all select ${keysOf(question)}, outcome_day as day from ${identifier(touched)} where outcome_day is not null
union all select ${keysOf(question, 'o')}, o.day from ${identifier(knownOutcomes)} o
join ${identifier(entering)} n on ${sameUnit(question, 'n', 'o')})`,
  ];
  return unitRows({ ...question, index: { ...index, name: uses }, outcome: outcomes, before });
}

/** The units that are no longer as they were kept, as rows to keep. */
export function changedUnits(question: FollowUpQuestion, generation: number): Sql {
  const columns = joined(
    unitColumns(question).map((column) => identifier(column)),
    ', ',
  );
  return sql`with changed as (
select ${columns} from ${identifier(current)} except select ${columns} from ${identifier(touched)})
select changed.*, cast(${generation} as bigint) as generation from changed`;
}
