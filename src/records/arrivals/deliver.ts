import { createHash } from 'node:crypto';
import type { Column, Source } from '../../plan/plan.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ArrivalDoor } from './door.ts';
import type { Receipt } from './open-arrivals.ts';
import type { DeliveredRow, Delivery } from './open-delivery.ts';
import { rowIdKey } from './reduce-row.ts';
import { idsRemembered } from './seen-ids.ts';

/** Which column of the file holds each column of the source; absent: none does. */
export type ColumnMapping = Readonly<Record<Column, string>>;

export interface DeliveryReceipt extends Omit<Receipt, 'faults'> {
  /** What was wrong, the most frequent first, with the first lines where it was. */
  readonly reasons: readonly DeliveryReason[];
}

export interface DeliveryReason {
  /** In the file; null: the line as a whole. */
  readonly field: string | null;
  readonly what: string;
  readonly expected: string;
  readonly rows: number;
  readonly lines: readonly number[];
}

const inBatch = 1_000;
const mostLines = 5;

/**
 * Takes every row of a file through the door. A row is known by what it says: delivered again, in the same file or in
 * one that goes on, it changes nothing. Two rows that say the same in one file are two rows.
 */
export async function deliver(
  door: ArrivalDoor,
  to: { readonly service: string; readonly source: Source; readonly latest: string },
  delivery: Delivery,
  mapping: ColumnMapping,
): Promise<DeliveryReceipt> {
  const total = { received: 0, known: 0, refused: 0 };
  const reasons = new Map<
    string,
    { reason: Omit<DeliveryReason, 'rows' | 'lines'>; rows: number; lines: number[] }
  >();
  const note = (field: string | null, what: string, expected: string, line: number) => {
    const key = `${field}\n${what}`;
    const known = reasons.get(key) ?? { reason: { field, what, expected }, rows: 0, lines: [] };
    known.rows += 1;
    if (known.lines.length < mostLines) known.lines.push(line);
    reasons.set(key, known);
  };
  const named = rowNames();
  let waiting: DeliveredRow[] = [];
  const send = async () => {
    const rows = waiting.map(({ values }) => named(renamed(values, mapping)));
    const receipt = await patiently(() =>
      door.receive(to.service, to.source, rows, { batch: null, latest: to.latest, mostFaults: inBatch * 20 }),
    );
    total.received += receipt.received;
    total.known += receipt.known;
    total.refused += receipt.refused;
    for (const { row, field, what, expected } of receipt.faults) {
      note(field === null ? null : (mapping[field] ?? field), what, expected, waiting[row - 1]?.line ?? 0);
    }
    waiting = [];
  };
  for await (const rows of delivery.rows()) {
    for (const row of rows) {
      if (row.values === null) {
        total.refused += 1;
        note(null, delivery.broken.what, delivery.broken.expected, row.line);
        continue;
      }
      waiting.push(row);
      if (waiting.length < inBatch) continue;
      await send();
      if (total.received + total.known > idsRemembered) throw tooManyRows();
    }
  }
  if (waiting.length > 0) await send();
  const told = [...reasons.values()].sort((a, b) => b.rows - a.rows);
  return { ...total, reasons: told.map(({ reason, rows, lines }) => ({ ...reason, rows, lines })) };
}

/** The row under the names of the plan, and nothing else of it. */
function renamed(values: DeliveredRow['values'], mapping: ColumnMapping): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mapping).map(([column, inFile]) => [column, valueAt(values ?? {}, inFile)]),
  );
}

/** Gives each row an id made of what it says, and of how many times it was said before. */
function rowNames(): (row: Record<string, unknown>) => Record<string, unknown> {
  const said = new Map<string, number>();
  return (row) => {
    const content = createHash('sha256').update(JSON.stringify(row)).digest('base64url');
    const times = said.get(content) ?? 0;
    said.set(content, times + 1);
    return { ...row, [rowIdKey]: `${content}:${times}` };
  };
}

/** A key of an object, or a path into the objects it holds. */
function valueAt(values: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(values, path)) return values[path];
  let value: unknown = values;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const patience = 300;

/** Waits for the disk when too much waits already: nobody holds the other end but this file. */
async function patiently(receive: () => Promise<Receipt | null>): Promise<Receipt> {
  for (;;) {
    const receipt = await receive();
    if (receipt !== null) return receipt;
    await new Promise((resume) => setTimeout(resume, patience));
  }
}

const tooManyRows = () =>
  new Refusal(
    'data',
    'Ce fichier a plus d’un million de lignes : le million déjà lu est gardé, le reste ne l’est pas.',
    'Coupez le fichier en plusieurs, ou laissez-le près du plan et nommez-le dans « files ».',
  );
