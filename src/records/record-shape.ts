import type { Column, Source } from '../plan/plan.ts';

/** What is stored of a source: its typed fields, in the order of the stored columns. */
export interface RecordShape {
  readonly subject: Column | null;
  readonly target: Column | null;
  readonly days: readonly DayField[];
  readonly lifetime: LifetimeField | null;
  readonly group: Column | null;
  /** Texts and numbers of a table of territories, stored under their own names. */
  readonly fields: readonly TableField[];
  readonly attributes: readonly { readonly name: string; readonly column: Column }[];
  /** Whether a row without subject is left out: nothing can ever be matched to it. */
  readonly needsSubject: boolean;
  /** Stored columns by which rows are sorted. */
  readonly order: readonly string[];
  /** The day field whose first and last values describe the source. */
  readonly mainDay: string | null;
}

export interface DayField {
  readonly name: 'day' | 'recorded' | 'entry' | 'time' | 'exit' | 'followed_until';
  readonly column: Column;
  readonly required: boolean;
  /** Whether a day after today is a mistake; outcomes may be declared ahead. */
  readonly past: boolean;
}

export interface TableField {
  readonly name: 'territory' | 'period' | 'started' | 'value' | 'numerator' | 'denominator' | 'weight';
  readonly column: Column;
  readonly type: 'text' | 'number';
  readonly required: boolean;
}

export interface LifetimeField {
  readonly duration: Column;
  readonly status: Column;
  /** Values of `status`, the event first, then the competing ones. */
  readonly codes: readonly string[];
}

export function recordShape(source: Source): RecordShape {
  const attributes = [
    ...Object.entries(source.attributes).map(([name, column]) => ({ name, column })),
    ...figureFields(source),
  ];
  const days = dayFields(source);
  const lifetime = source.kind === 'units' && source.followUp === 'durations' ? lifetimeField(source) : null;
  const target = 'target' in source ? source.target : null;
  const group = source.kind === 'units' ? source.group : null;
  const main = days[0]?.name ?? null;
  return {
    subject: source.subject,
    target,
    days,
    lifetime,
    group,
    fields: tableFields(source),
    attributes,
    needsSubject: source.subject !== null,
    order: [source.subject && 'subject', target && 'target', main].filter((name) => name !== null),
    mainDay: main,
  };
}

function dayFields(source: Source): readonly DayField[] {
  if (source.kind === 'events') return [required('day', source.time, true)];
  if (source.kind === 'outcomes') {
    return [required('day', source.time, false), ...optional('recorded', source.recorded, true)];
  }
  if (source.kind === 'sample')
    return [...optional('day', source.time, true), ...optional('entry', source.used, true)];
  if (source.kind === 'series') return [required('day', source.time, false)];
  if (source.kind !== 'units' || source.followUp === 'durations') return [];
  return [
    required('entry', source.entry, true),
    ...optional('time', source.time, false),
    ...optional('exit', source.exit, false),
    ...optional('followed_until', source.followedUntil, false),
  ];
}

/** Stored names of what a sample or a series says, which no attribute can have. */
export const figureField = (
  name: 'value' | 'weight' | 'cluster' | 'stratum' | 'population' | 'goal',
): string => `${name}:`;

function figureFields(source: Source): readonly { readonly name: string; readonly column: Column }[] {
  const fields =
    source.kind === 'sample'
      ? (['value', 'weight', 'cluster', 'stratum', 'population'] as const).map(
          (name) => [name, source[name]] as const,
        )
      : source.kind === 'series'
        ? (['value', 'goal'] as const).map((name) => [name, source[name]] as const)
        : [];
  return fields.flatMap(([name, column]) => (column === null ? [] : [{ name: figureField(name), column }]));
}

function tableFields(source: Source): readonly TableField[] {
  if (source.kind !== 'panel' && source.kind !== 'territories') return [];
  const field = (
    name: TableField['name'],
    column: Column | null,
    type: TableField['type'],
    needed = false,
  ): TableField[] => (column === null ? [] : [{ name, column, type, required: needed }]);
  const started = field('started', source.started, 'text');
  if (source.kind === 'territories')
    return [...field('territory', source.territory, 'text', true), ...started];
  return [
    ...field('territory', source.territory, 'text', true),
    ...field('period', source.period, 'text', true),
    ...started,
    ...field('value', source.value, 'number'),
    ...field('numerator', source.numerator, 'number'),
    ...field('denominator', source.denominator, 'number'),
    ...field('weight', source.weight, 'number'),
  ];
}

const required = (name: DayField['name'], column: Column, past: boolean): DayField => ({
  name,
  column,
  required: true,
  past,
});

const optional = (name: DayField['name'], column: Column | null, past: boolean): DayField[] =>
  column === null ? [] : [{ name, column, required: false, past }];

const lifetimeField = (source: Extract<Source, { followUp: 'durations' }>): LifetimeField => ({
  duration: source.duration,
  status: source.status,
  codes: [source.event, ...source.competing],
});

/** Columns to read from the files, each once; computed durations are replaced by the columns they come from. */
export function fileColumns(source: Source): readonly Column[] {
  const { subject, target, days, lifetime, group, fields, attributes } = recordShape(source);
  const named = [
    subject,
    target,
    ...days.map((day) => day.column),
    ...(lifetime ? [lifetime.duration, lifetime.status] : []),
    group,
    ...fields.map((field) => field.column),
    ...attributes.map((attribute) => attribute.column),
    ...source.where.flatMap((tests) => Object.keys(tests)),
  ].filter((column) => column !== null);
  const read = named.flatMap((column) => {
    const duration = durationOf(source, column);
    return duration ? [duration.from, duration.to] : [column];
  });
  return [...new Set(read)];
}

export const durationOf = (source: Source, column: Column) =>
  Object.hasOwn(source.durations, column) ? source.durations[column] : undefined;
