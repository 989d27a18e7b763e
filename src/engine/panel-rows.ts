import { identifier, joined, type Sql, sql } from './sql.ts';

export type PanelRecord = {
  readonly territory: string | null;
  readonly period: string;
  readonly started: string | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly weight: number | null;
} & Readonly<Record<`a_${string}`, string | null>>;

export type StartRecord = { readonly territory: string; readonly started: string | null };

const fields = ['territory', 'period', 'started', 'value', 'numerator', 'denominator', 'weight'] as const;

/** The rows of a table of territories and periods: figures, not people. `held`: the columns its source has. */
export function panelRows(
  relation: string,
  held: ReadonlySet<(typeof fields)[number]>,
  attributes: readonly string[],
): Sql {
  const columns = joined(
    [
      ...fields.map((field) => (held.has(field) ? identifier(field) : sql`null as ${identifier(field)}`)),
      ...attributes.map((name) => identifier(`a_${name}`)),
    ],
    ', ',
  );
  const territory = held.has('territory') ? sql`territory, ` : sql``;
  return sql`select ${columns} from ${identifier(relation)} order by ${territory}period, ${held.has('value') ? sql`value` : sql`numerator`}`;
}

/** When each territory received the service. */
export const startRows = (relation: string): Sql =>
  sql`select territory, started from ${identifier(relation)} order by territory, started`;
