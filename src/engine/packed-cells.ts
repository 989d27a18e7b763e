import { identifier, joined, type Sql, sql } from './sql.ts';

/**
 * Cells of a great many columns as a few whole numbers: each value is its place among the values of its column, and
 * the places of several columns are digits of one number. An answer then has numbers where it had a row of texts.
 */
export interface PackedCells {
  /** Named steps that make the relation, to put before a statement. */
  readonly steps: readonly Sql[];
  readonly relation: string;
  /** Its columns that hold the packed numbers. */
  readonly words: readonly string[];
}

/** Each value of each column (`place`), in the order of its place; the value may be null, and is then the last. */
export function columnValues(relation: string, columns: readonly string[], before: readonly Sql[]): Sql {
  const selects = columns.map(
    (column, i) =>
      sql`select cast(${i} as bigint) as place, ${identifier(column)} as value from ${identifier(relation)} group by ${identifier(column)}`,
  );
  const steps = before.length === 0 ? sql`` : sql`with ${joined(before, ',\n')} `;
  return sql`${steps}${joined(selects, ' union all ')} order by place, value`;
}

/** `values`: those of each column, as `columnValues` tells. */
export function packedCells(
  relation: string,
  columns: readonly string[],
  values: readonly (readonly (string | null)[])[],
  before: readonly Sql[],
): PackedCells {
  const coded = 'coded_people';
  const names = columns.map((_, i) => identifier(`value_${i}`));
  const places = columns.map(
    (column, i) => sql`${names[i] ?? sql``} as (${placesOf(relation, column, values[i] ?? [])})`,
  );
  const joins = columns.map(
    (column, i) =>
      sql` join ${names[i] ?? sql``} on ${identifier(`value_${i}`, 'value')} is not distinct from ${identifier('r', column)}`,
  );
  const words = packing(values.map(({ length }) => length)).map((digits, w) => {
    const parts = digits.map(({ column, unit }) => sql`${identifier(`value_${column}`, 'place')} * ${unit}`);
    return sql`${joined(parts, ' + ')} as ${identifier(`word_${w}`)}`;
  });
  const step = sql`${identifier(coded)} as (
select r.*, ${joined(words, ', ')} from ${identifier(relation)} r${joined(joins, ' ')})`;
  return {
    steps: [...before, ...places, step],
    relation: coded,
    words: words.map((_, w) => `word_${w}`),
  };
}

/** Past so many values they are looked up again rather than written in the statement. */
const mostWritten = 1000;

/**
 * Values written out tell the engine how few they are: DuckDB 1.5, left to guess, joins in an order ten times slower as
 * soon as rows are also filtered.
 */
function placesOf(relation: string, column: string, values: readonly (string | null)[]): Sql {
  if (values.length > 0 && values.length <= mostWritten) {
    const rows = values.map((value, place) => sql`(${value}, ${place})`);
    return sql`select value, place from (values ${joined(rows, ', ')}) as written (value, place)`;
  }
  return sql`select value, row_number() over (order by value) - 1 as place from (
select distinct ${identifier(column)} as value from ${identifier(relation)}) as seen`;
}

interface Digit {
  readonly column: number;
  /** What one step of this column adds to the number. */
  readonly unit: number;
}

/** The columns in each number, first ones weighing most: order by these numbers is order by the columns. */
function packing(sizes: readonly number[]): readonly (readonly Digit[])[] {
  const words: Digit[][] = [];
  let unit = Number.POSITIVE_INFINITY;
  // From the last column, which weighs least.
  for (const [column, size] of [...sizes.entries()].reverse()) {
    if (unit > Number.MAX_SAFE_INTEGER / Math.max(1, size)) {
      words.unshift([]);
      unit = 1;
    }
    words[0]?.unshift({ column, unit });
    unit *= Math.max(1, size);
  }
  return words;
}

/** The place of each row's value in each column, from the packed numbers. */
export function unpacked(words: readonly Float64Array[], sizes: readonly number[]): readonly Int32Array[] {
  const columns = sizes.map(() => new Int32Array(words[0]?.length ?? 0));
  packing(sizes).forEach((digits, w) => {
    const word = words[w];
    for (const { column, unit } of digits) {
      const size = Math.max(1, sizes[column] ?? 1);
      const places = columns[column];
      if (word === undefined || places === undefined) continue;
      for (let i = 0; i < word.length; i++) places[i] = Math.floor((word[i] as number) / unit) % size;
    }
  });
  return columns;
}
