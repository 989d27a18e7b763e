import { identifier, joined, type Sql, sql } from './sql.ts';

/** Name of the step that these statements make, and of the column that says the arm of each row's person. */
export const drawnPeople = 'drawn_people';
export const drawnArm = 'drawn';

/** Each row of a relation with the arm another one lists its person in; null: not listed, or in two arms. */
export function drawnFromList(relation: string, assignments: string): Sql {
  return sql`${identifier(drawnPeople)} as (
select r.*, d.arm as ${identifier(drawnArm)} from ${identifier(relation)} r left join (
select subject, case when min(a_arm) = max(a_arm) then min(a_arm) end as arm
from ${identifier(assignments)} group by subject) d on d.subject = r.subject)`;
}

/** How many people were drawn into each arm, those listed in two left out. */
export function drawnSizes(assignments: string): Sql {
  return sql`select arm, cast(count(*) as bigint) as n from (
select subject, min(a_arm) as arm from ${identifier(assignments)}
group by subject having min(a_arm) = max(a_arm)) as listed group by arm order by arm`;
}

export interface SeededDraw {
  /** The seed combined with the two constants of HMAC (RFC 2104), hexadecimal. */
  readonly innerPad: string;
  readonly outerPad: string;
  /** In order; a person goes to the first arm whose `upTo` is above their draw, from 0 to 1. */
  readonly arms: readonly { readonly name: string; readonly upTo: number }[];
}

/** Hexadecimal digits of the HMAC that make the draw: 52 bits, all that a double holds. */
const drawnDigits = 13;

/**
 * Each row of a relation with the arm its person is drawn into: the HMAC-SHA-256 of `draw:` and the pseudonym, read as
 * a number from 0 to 1. The only statement outside the common subset: DuckDB's `sha256` gives hexadecimal text.
 */
export function drawnBySeed(relation: string, { innerPad, outerPad, arms }: SeededDraw): Sql {
  const message = sql`encode('draw:' || cast(r.subject as varchar))`;
  const digest = sql`sha256(unhex(${outerPad}) || unhex(sha256(unhex(${innerPad}) || ${message})))`;
  const number = sql`cast(cast(unhex('000' || left(${digest}, ${drawnDigits})) as bit) as bigint)`;
  const draw = sql`cast(${number} as double) / cast(${2 ** (4 * drawnDigits)} as double)`;
  const cases = arms.slice(0, -1).map(({ name, upTo }) => sql`when draw < ${upTo} then ${name}`);
  return sql`draws as (select r.*, ${draw} as draw from ${identifier(relation)} r),
${identifier(drawnPeople)} as (
select draws.*, case when subject is null then null ${spaced(cases)} else ${arms.at(-1)?.name ?? null} end as ${identifier(drawnArm)} from draws)`;
}

/** Statements one after the other. */
const spaced = (parts: readonly Sql[]): Sql =>
  parts.reduce((all, part) => sql`${all} ${part}`, joined([], ', '));
