import type { Column, Source } from '../../plan/plan.ts';
import { figureField, fileColumns, recordShape } from '../record-shape.ts';

/** What is kept of a row that arrives: two identifiers, and the columns the plan names. */
export interface ArrivalShape {
  readonly subject: Column | null;
  readonly target: Column | null;
  readonly letterCase: Source['letterCase'];
  readonly columns: readonly ArrivalColumn[];
}

export interface ArrivalColumn {
  readonly column: Column;
  readonly type: 'day' | 'number' | 'text';
  readonly required: boolean;
  /** Whether a day after tomorrow is a mistake. */
  readonly past: boolean;
}

/** A column that is a day for one use is kept as a day only, whatever else uses it. */
export function arrivalShape(source: Source): ArrivalShape {
  const { subject, target, days, lifetime, fields, attributes } = recordShape(source);
  const spans = Object.values(source.durations).flatMap(({ from, to }) => [from, to]);
  const numbers = attributes.filter(({ name }) => figureNames.includes(name)).map(({ column }) => column);
  const others = fileColumns(source).filter((column) => column !== subject && column !== target);
  return {
    subject,
    target,
    letterCase: source.letterCase,
    columns: others.map((column): ArrivalColumn => {
      const day = days.find((known) => known.column === column);
      if (day || spans.includes(column)) {
        return { column, type: 'day', required: day?.required ?? false, past: day?.past ?? false };
      }
      const field = fields.find((known) => known.column === column);
      const isNumber = field?.type === 'number' || column === lifetime?.duration || numbers.includes(column);
      const required =
        field?.required === true ||
        column === lifetime?.duration ||
        column === lifetime?.status ||
        (source.kind === 'series' && column === source.value);
      return { column, type: isNumber ? 'number' : 'text', required, past: false };
    }),
  };
}

const figureNames: readonly string[] = [figureField('goal')];

/** The keys of a stored line that are not columns of the source: no column is called so. */
export const storedKeys = { id: 'id:', subject: 'subject:', target: 'target:' } as const;

/** The key under which each column of the source is stored, in the order of `fileColumns`. */
export function storedNames(source: Source): readonly string[] {
  const { subject, target } = recordShape(source);
  return fileColumns(source).map((column) => {
    if (column === subject) return storedKeys.subject;
    return column === target ? storedKeys.target : column;
  });
}
