import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../plan/plan.ts';
import { lockFile } from '../../platform/process-lock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ArrivalShape, arrivalShape, storedKeys } from './arrival-shape.ts';
import type { Pseudonymiser } from './pseudonymiser.ts';
import { type ReducedRow, type RowFault, reduceRow } from './reduce-row.ts';
import { resumeStream } from './resume-stream.ts';
import { type SegmentWriter, segmentWriter } from './segment-writer.ts';

/** What became of the rows of one batch. All that is `received` is on disk. */
export interface Receipt {
  readonly received: number;
  /** Rows already received before, known by their id or by that of their batch. */
  readonly known: number;
  readonly refused: number;
  /** The first of the refused rows, numbered from 1. */
  readonly faults: readonly (RowFault & { readonly row: number })[];
}

export interface BatchOptions {
  /** Says that it is the same batch as one already sent, row for row. */
  readonly batch: string | null;
  /** The last day that is not in the future, `YYYY-MM-DD`. */
  readonly latest: string;
  /** Faults told at most; 100. */
  readonly mostFaults?: number;
}

/** The stream of rows of one source, held by one process at a time. */
export interface OpenArrivals {
  receive(source: Source, rows: readonly unknown[], options: BatchOptions): Promise<Receipt>;
  waiting(): number;
  close(): Promise<void>;
}

/** Rows reduced before other requests get their turn. */
const turn = 500;

/** Opens the stream kept in `folder`; `keyed`: the keyed hash that stands for an id. */
export async function openArrivals(
  folder: string,
  pseudonym: Pseudonymiser,
  keyed: (text: string) => Buffer,
): Promise<OpenArrivals> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFile(join(folder, 'writer.lock'), alreadyOpen);
  let stream: Awaited<ReturnType<typeof resumeStream>>;
  try {
    stream = await resumeStream(folder);
  } catch (error) {
    unlock();
    throw error;
  }
  const { next, seen } = stream;
  const writer: SegmentWriter = segmentWriter(folder, next);
  const shapes = new WeakMap<Source, ArrivalShape>();
  const shapeOf = (source: Source): ArrivalShape => {
    const shape = shapes.get(source) ?? arrivalShape(source);
    shapes.set(source, shape);
    return shape;
  };
  const idOf = (row: ReducedRow & { kind: 'kept' }, index: number, batch: string | null): bigint | null => {
    if (row.id !== null) return keyed(`row:${row.id}`).readBigUInt64BE(0);
    return batch === null ? null : keyed(`batch:${index}:${batch}`).readBigUInt64BE(0);
  };
  return {
    async receive(source, rows, { batch, latest, mostFaults = 100 }) {
      const shape = shapeOf(source);
      const lines: string[] = [];
      const faults: (RowFault & { row: number })[] = [];
      let known = 0;
      let refused = 0;
      for (const [index, row] of rows.entries()) {
        if (index > 0 && index % turn === 0) await new Promise((resume) => setImmediate(resume));
        const reduced = reduceRow(shape, pseudonym, row, latest);
        if (reduced.kind === 'refused') {
          refused += 1;
          const room = mostFaults - faults.length;
          faults.push(...reduced.faults.slice(0, room).map((fault) => ({ row: index + 1, ...fault })));
          continue;
        }
        const id = idOf(reduced, index, batch);
        if (id !== null && seen.has(id)) {
          known += 1;
          continue;
        }
        if (id !== null) seen.add(id);
        lines.push(lineOf(id, reduced.fields));
      }
      // A row known already may be on its way to the disk with another batch: it is not acknowledged before it is there.
      await (lines.length > 0 ? writer.append(lines.join('')) : writer.settled());
      return { received: lines.length, known, refused, faults };
    },
    waiting: () => writer.waiting(),
    async close() {
      await writer.close();
      unlock();
    },
  };
}

function lineOf(id: bigint | null, fields: Readonly<Record<string, string>>): string {
  const first = id === null ? {} : { [storedKeys.id]: id.toString(16).padStart(16, '0') };
  return `${JSON.stringify({ ...first, ...fields })}\n`;
}

const alreadyOpen = (owner: number | null) =>
  new Refusal(
    'data',
    `Un autre programme reçoit déjà les lignes de cette source${owner === null ? '' : ` (processus ${owner})`}.`,
    'Un seul Foulée à la fois écrit dans un dossier de données : arrêtez l’autre, ou donnez-lui un autre FOULEE_DATA.',
  );
