import { cellOf, type FollowUpQuestion, followUpSteps, inOrder, optionalKeys } from './follow-up-counts.ts';
import { identifier, joined, type Sql, sql } from './sql.ts';

/**
 * The units behind `followUpCounts`, one row each: its keys (`subject`, `target` when the question has it), `index_day`,
 * `exit_day`, `end_day`, `outcome_day` (dates; null: none) and the cells as `cell_0, cell_1…`. They stay in the engine.
 * Only for units that are what is matched: a person through their targets has no such row.
 */
export function unitRows(question: FollowUpQuestion): Sql {
  const { index, unit, cells } = question;
  const { steps } = followUpSteps(question);
  const day = (has: boolean, name: string) =>
    has
      ? sql`${identifier('e', name)} as ${identifier(name)}`
      : sql`cast(null as date) as ${identifier(name)}`;
  const columns = [
    ...unit.map((key) => sql`${identifier('e', key)} as ${identifier(key)}`),
    sql`e.index_day as index_day`,
    day(index.hasExit, 'exit_day'),
    day(index.hasFollowedUntil, 'end_day'),
    sql`f.outcome_day as outcome_day`,
    ...cells.map((cell, i) => sql`${identifier('cell', cell)} as ${identifier(`cell_${i}`)}`),
  ];
  const keys = optionalKeys(question).map((key) => sql`${identifier('e', key)} is not null`);
  return sql`with ${joined(steps, ',\n')}
select ${joined(columns, ', ')} from entered e left join first_outcome f on ${sameUnit(question, 'f', 'e')}${
    cells.length > 0 ? sql` join cell on ${cellOf('e')}` : sql``
  }${keys.length > 0 ? sql` where ${joined(keys, ' and ')}` : sql``}`;
}

export const sameUnit = ({ unit }: Pick<FollowUpQuestion, 'unit'>, a: string, b: string): Sql =>
  joined(
    unit.map((key) => sql`${identifier(a, key)} = ${identifier(b, key)}`),
    ' and ',
  );

/** Units of a relation made by `unitRows` as the rows of `followUpCounts`; `each`: 1 to add them, -1 to take them away. */
export function countsOfUnits(relation: string, cells: number, each: 1 | -1): Sql {
  const after = (day: string, name: string) =>
    sql`date_diff('day', index_day, ${identifier(day)}) as ${identifier(name)}`;
  const named = Array.from({ length: cells }, (_, i) => identifier(`cell_${i}`));
  const start = joined(
    [
      sql`date_diff('day', date '1970-01-01', index_day) as index_day`,
      after('exit_day', 'exit_delay'),
      after('end_day', 'end_delay'),
    ],
    ', ',
  );
  const cellNames = named.length > 0 ? sql`, ${joined(named, ', ')}` : sql``;
  const n = sql`cast(${each} * count(*) as bigint) as n`;
  const keys = inOrder(cells);
  return sql`with unit as (
select ${start}, cast(null as bigint) as delay${cellNames} from ${identifier(relation)}
union all
select ${start}, ${after('outcome_day', 'delay')}${cellNames} from ${identifier(relation)} where outcome_day is not null)
select ${keys}, ${n} from unit group by ${keys}`;
}
