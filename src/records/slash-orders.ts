import type { Column } from '../plan/plan.ts';
import type { SlashOrder } from './day-sql.ts';
import type { SourceFile } from './discover-files.ts';
import type { ImportContext } from './import-context.ts';
import type { InputFormat } from './input-format.ts';
import { rawRowsSql } from './raw-rows-sql.ts';
import { durationOf, recordShape } from './record-shape.ts';

export interface SlashOrders {
  readonly order: (column: Column) => SlashOrder;
  readonly notes: readonly string[];
}

/** For files where no day is written `27/11/2026`. */
export const isoDays: SlashOrders = { order: () => 'day-first', notes: [] };

const sampled = 20_000;

/**
 * Whether dates such as `03/04/2019` are day or month first, for each date column of a file: what dates with a
 * number above twelve say; day first, as in French, when none says. The start of the file usually settles it,
 * the whole file is looked at otherwise.
 */
export async function slashOrders(
  context: ImportContext,
  file: SourceFile,
  format: InputFormat,
): Promise<SlashOrders> {
  const columns = dayColumns(context);
  const orders = new Map<Column, SlashOrder>();
  const notes: string[] = [];
  const found = columns.length === 0 ? [] : await slashes(context, file, format, columns, `LIMIT ${sampled}`);
  const unsettled = columns.filter((_, i) => {
    const sample = found[i];
    return sample && sample.dates > 0 && sample.dayFirst + sample.monthFirst === 0;
  });
  const whole = unsettled.length === 0 ? [] : await slashes(context, file, format, unsettled, '');
  for (const [i, column] of columns.entries()) {
    const seen = unsettled.includes(column) ? whole[unsettled.indexOf(column)] : found[i];
    if (!seen || seen.dates === 0) continue;
    if (seen.monthFirst > 0 && seen.dayFirst === 0) {
      orders.set(column, 'month-first');
      notes.push(`« ${column} » est lu mois/jour/année`);
    } else if (seen.dayFirst === 0) {
      notes.push(`« ${column} » est lu jour/mois/année, faute de date qui tranche`);
    }
  }
  return { order: (column) => orders.get(column) ?? 'day-first', notes };
}

interface Slashes {
  readonly dates: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
}

async function slashes(
  context: ImportContext,
  file: SourceFile,
  format: InputFormat,
  columns: readonly Column[],
  limit: string,
): Promise<readonly Slashes[]> {
  const rows = rawRowsSql(format, {
    path: file.path,
    columns,
    longestLine: context.longestLine,
    rejectsTable: null,
  });
  const shape = '^ *([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}';
  const counts = columns.flatMap((_, i) => {
    const part = (group: number) => `TRY_CAST(regexp_extract(v${i}, '${shape}', ${group}) AS INTEGER)`;
    return [
      `count(*) FILTER (WHERE regexp_matches(v${i}, '${shape}'))`,
      `count(*) FILTER (WHERE ${part(1)} > 12)`,
      `count(*) FILTER (WHERE ${part(2)} > 12)`,
    ];
  });
  const reader = await context.reader.connection.runAndReadAll(
    `SELECT ${counts.join(', ')} FROM (SELECT * FROM (${rows}) ${limit})`,
  );
  const values = (reader.getRows()[0] ?? []).map(Number);
  return columns.map((_, i) => ({
    dates: values[3 * i] ?? 0,
    dayFirst: values[3 * i + 1] ?? 0,
    monthFirst: values[3 * i + 2] ?? 0,
  }));
}

function dayColumns({ source, columns }: ImportContext): readonly Column[] {
  const named = [
    ...recordShape(source).days.map((day) => day.column),
    ...source.where.flatMap((tests) =>
      Object.entries(tests)
        .filter(([, test]) => typeof (test.min ?? test.max) === 'string')
        .map(([column]) => column),
    ),
  ].filter((column) => !durationOf(source, column));
  const computed = Object.values(source.durations).flatMap(({ from, to }) => [from, to]);
  const read = new Set([...named, ...computed]);
  return columns.filter((column) => read.has(column));
}
