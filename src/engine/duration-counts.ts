import { identifier, joined, type Sql, sql } from './sql.ts';

export type DurationRow = {
  readonly duration: number;
  readonly status: number;
  readonly n: number;
} & Readonly<Record<`cell_${number}`, string | null>>;

/** People already followed, counted by duration, way out (0 none, 1 the effect, 2… competing) and cell. */
export function durationCounts(relation: string, cells: readonly string[], before: readonly Sql[] = []): Sql {
  const columns = cells.map((cell) => identifier(cell));
  const named = columns.map((column, i) => sql`${column} as ${identifier(`cell_${i}`)}`);
  const keys = joined([identifier('duration'), identifier('status'), ...columns], ', ');
  const steps =
    before.length === 0
      ? sql``
      : sql`with ${joined(before, ',\n')}
`;
  return sql`${steps}select ${joined([identifier('duration'), identifier('status'), ...named], ', ')}, cast(count(*) as bigint) as n
from ${identifier(relation)} group by ${keys}
order by ${keys}`;
}
