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
  /** `whole`: a number of time units. */
  readonly type: 'day' | 'number' | 'whole' | 'text';
  readonly required: boolean;
  /** Whether a day after tomorrow is a mistake. */
  readonly past: boolean;
  /** Whether a month stands for its last day: what a figure already made is about. */
  readonly months: boolean;
}

/** A column that is a day for one use is kept as a day only, whatever else uses it. */
export function arrivalShape(source: Source): ArrivalShape {
  const { subject, target, days, lifetime, fields, attributes } = recordShape(source);
  const months = source.kind === 'series';
  const spans = Object.values(source.durations).flatMap(({ from, to }) => [from, to]);
  const numbers = attributes
    .filter(({ name }) => numbersOf(source).includes(name))
    .map(({ column }) => column);
  const others = fileColumns(source).filter((column) => column !== subject && column !== target);
  return {
    subject,
    target,
    letterCase: source.letterCase,
    columns: others.map((column): ArrivalColumn => {
      const day = days.find((known) => known.column === column);
      if (day || spans.includes(column)) {
        return {
          column,
          type: 'day',
          required: day?.required ?? false,
          past: months || (day?.past ?? false),
          months,
        };
      }
      const field = fields.find((known) => known.column === column);
      const isNumber = field?.type === 'number' || numbers.includes(column);
      const required =
        field?.required === true ||
        column === lifetime?.duration ||
        column === lifetime?.status ||
        (source.kind === 'series' && column === source.value);
      const type = column === lifetime?.duration ? 'whole' : isNumber ? 'number' : 'text';
      return { column, type, required, past: false, months: false };
    }),
  };
}

/** Of a series, both; a sample may have an answer in words as its value. */
const numbersOf = (source: Source): readonly string[] =>
  source.kind === 'series' ? [figureField('value'), figureField('goal')] : [];

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
