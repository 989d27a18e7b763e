import { z } from 'zod';
import type { Refused } from '../statistics/refused.ts';
import type { Handlers, StatisticsRequest, StatisticsResult } from '../statistics/requests/request.ts';
import { attack } from './attack.ts';
import { complementarySuppression } from './complementary-suppression.ts';
import { controlledRounding } from './controlled-rounding.ts';
import { isPrimary } from './primary-suppression.ts';
import { roundToBase } from './rounding.ts';
import { cellName, innerCells, marginCells, type TwoWayTable, twoWayTable } from './two-way-table.ts';

const refuse = (error: Refused['error'], sentence: string): Refused => ({ error, sentence });
const isRefused = (value: object): value is Refused => 'error' in value;

const tableInput = z.object({ data: z.string(), row: z.string(), column: z.string(), count: z.string() });
const margins = z.boolean().default(true);
const threshold = z.number().int().positive().default(11);

/** Reads the inputs of a request, then answers; inputs that cannot be read are refused, naming the first one. */
const reading =
  <T>(schema: z.ZodType<T>, answer: (inputs: T, request: StatisticsRequest) => StatisticsResult) =>
  (request: StatisticsRequest): StatisticsResult => {
    const inputs = schema.safeParse(request.inputs);
    if (inputs.success) return answer(inputs.data, request);
    const key = inputs.error.issues[0]?.path.join('.') ?? '';
    return refuse('invalid-input', `L'entrée « ${key} » manque ou n'a pas la forme attendue.`);
  };

/** Beyond, adding and taking away are no longer exact, and what could be worked out would be wrong. */
const mostPeople = 1e12;

function readTable(request: StatisticsRequest, inputs: z.infer<typeof tableInput>): TwoWayTable | Refused {
  const rows = Object.hasOwn(request.tables, inputs.data) ? request.tables[inputs.data] : undefined;
  if (rows === undefined) return refuse('invalid-input', `La table « ${inputs.data} » n'est pas fournie.`);
  if (rows.length === 0) return refuse('empty-group', `La table « ${inputs.data} » est vide.`);
  for (const column of [inputs.row, inputs.column, inputs.count])
    if (rows.every((row) => !Object.hasOwn(row, column)))
      return refuse('unknown-column', `La colonne « ${column} » n'existe pas dans la table.`);
  const unnamed = rows.findIndex((row) =>
    [row[inputs.row], row[inputs.column]].some((name) => (name ?? '') === ''),
  );
  if (unnamed >= 0)
    return refuse('invalid-input', `Ligne ${unnamed + 1} : la case n'a pas de ligne ou de colonne.`);
  const cells = rows.map((row) => ({
    row: String(row[inputs.row]),
    column: String(row[inputs.column]),
    count: (row[inputs.count] ?? '') === '' ? Number.NaN : Number(row[inputs.count]),
  }));
  const bad = cells.findIndex(({ count }) => !(Number.isInteger(count) && count >= 0));
  if (bad >= 0)
    return refuse('invalid-input', `Ligne ${bad + 1} : un effectif entier, 0 ou plus, est attendu.`);
  if (cells.reduce((sum, { count }) => sum + count, 0) > mostPeople)
    return refuse('invalid-input', 'Les effectifs dépassent mille milliards : vérifiez la colonne.');
  return twoWayTable(cells) ?? refuse('invalid-input', 'Une case du tableau est donnée deux fois.');
}

function intervalsOf(table: TwoWayTable, hidden: ReadonlySet<number>, asked: readonly number[]) {
  const found = attack(table, hidden);
  return Object.fromEntries(asked.map((cell) => [cellName(table, cell), found.get(cell) ?? null]));
}

const suppress = reading(
  tableInput.extend({ threshold, zeroIsSafe: z.boolean().default(true), marginsPublished: margins }),
  (inputs, request) => {
    const table = readTable(request, inputs);
    if (isRefused(table)) return table;
    const rule = { threshold: inputs.threshold, zeroIsSafe: inputs.zeroIsSafe, largestShare: null };
    const primary = table.given.filter((cell) => isPrimary(table.counts[cell] ?? 0, rule));
    const candidates = innerCells(table).filter((cell) => !primary.includes(cell));
    const hidden = inputs.marginsPublished ? [] : marginCells(table);
    const found = complementarySuppression({
      table,
      primary,
      candidates,
      hidden,
      threshold: inputs.threshold,
    });
    if (found.kind === 'impossible') return refuse('not-identified', found.sentence);
    const suppressed = [...primary, ...found.complementary];
    return {
      primary: primary.map((cell) => cellName(table, cell)),
      complementary: found.complementary.map((cell) => cellName(table, cell)),
      ...(found.exact ? { minComplementary: found.complementary.length } : {}),
      exact: found.exact,
      attack: { intervals: intervalsOf(table, new Set([...hidden, ...suppressed]), suppressed) },
    };
  },
);

const audit = reading(
  tableInput.extend({
    suppressed: z.union([z.string().transform((name) => [name]), z.array(z.string())]),
    marginsPublished: margins,
  }),
  (inputs, request) => {
    const table = readTable(request, inputs);
    if (isRefused(table)) return table;
    const named = new Map(innerCells(table).map((cell) => [cellName(table, cell), cell]));
    const unknown = inputs.suppressed.find((name) => !named.has(name));
    if (unknown !== undefined)
      return refuse('invalid-input', `La case « ${unknown} » n'est pas dans la table.`);
    const suppressed = inputs.suppressed.flatMap((name) => named.get(name) ?? []);
    const hidden = inputs.marginsPublished ? [] : marginCells(table);
    return { intervals: intervalsOf(table, new Set([...hidden, ...suppressed]), suppressed) };
  },
);

const base = z.number().int().positive();

const round = reading(
  z.object({
    values: z.union([z.number().transform((value) => [value]), z.array(z.number())]),
    base: z.number().positive(),
    mode: z.literal('half-away-from-zero').default('half-away-from-zero'),
  }),
  (inputs) => ({ rounded: inputs.values.map((value) => roundToBase(value, inputs.base)) }),
);

const roundTable = reading(tableInput.extend({ base }), (inputs, request) => {
  const table = readTable(request, inputs);
  if (isRefused(table)) return table;
  const rounded = controlledRounding(table, inputs.base);
  return {
    rounded: Object.fromEntries(rounded.counts.map((count, cell) => [cellName(rounded, cell), count])),
  };
});

/** What may be shown of a table of people: cells to hide, what a reader could still work out, rounding. */
export const disclosure: Handlers = {
  'disclosure.suppress': suppress,
  'disclosure.attack': audit,
  'disclosure.round': round,
  'disclosure.roundTable': roundTable,
};
