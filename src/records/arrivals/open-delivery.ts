import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Column } from '../../plan/plan.ts';
import { Refusal } from '../../platform/refusal.ts';
import { splitRecords, splitValues } from '../csv-records.ts';
import type { TextFormat } from '../input-format.ts';
import { sniffText } from '../sniff-format.ts';

/** A whole file on its way: never on the disk, read once, a few lines at a time. */
export interface Delivery {
  /** Names of its columns, or keys of its first objects. */
  readonly columns: readonly string[];
  /** What is said of a line that cannot be read. */
  readonly broken: { readonly what: string; readonly expected: string };
  rows(): AsyncGenerator<readonly DeliveredRow[]>;
}

export interface DeliveredRow {
  readonly line: number;
  /** By column; null: the line cannot be read. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

/** By how a file is written. */
export const brokenLine = {
  csv: { what: 'la ligne ne se découpe pas en colonnes', expected: 'autant de valeurs que de colonnes' },
  'json-lines': {
    what: 'la ligne n’est pas un objet JSON',
    expected: 'un objet entier par ligne, entre accolades',
  },
} as const;

const headSize = 1 << 20;
const longestLine = 1 << 20;
/** Bytes once decompressed: a small file may hold a very large one. */
const largest = 2e9;

/** Reads the start of a file to know how it is written: CSV or one JSON object a line, in gzip or not. */
export async function openDelivery(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  wanted: readonly Column[],
): Promise<Delivery> {
  const pieces = plainPieces(name, chunks)[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  let size = 0;
  let whole = false;
  while (size < headSize && !whole) {
    const { value, done } = await pieces.next();
    if (done) whole = true;
    else {
      head.push(value);
      size += value.length;
    }
  }
  const bytes = Buffer.concat(head);
  const sniffed = sniffText(
    { name, bytes: bytes.subarray(0, headSize), whole, compression: 'none', utf8: null, controls: null },
    { type: 'guess', delimiter: null, encoding: null },
    wanted,
  );
  if (sniffed.kind === 'problem') throw new Refusal('data', sniffed.what, sniffed.advice);
  if (sniffed.kind === 'empty') throw emptyFile(name);
  const { format } = sniffed;
  if (format.type === 'json-array') throw oneObjectALine(name);
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield bytes;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  };
  return { columns: format.columns, broken: brokenLine[format.type], rows: () => rowsOf(rest(), format) };
}

async function* rowsOf(
  pieces: AsyncIterable<Buffer>,
  format: TextFormat,
): AsyncGenerator<readonly DeliveredRow[]> {
  const csv = format.type === 'csv';
  const decoder = new TextDecoder(format.encoding === 'utf-8' ? 'utf-8' : 'windows-1252');
  const splitter = splitRecords({ quoted: csv, longest: longestLine });
  let header = csv;
  const read = (records: ReturnType<typeof splitter.push>): DeliveredRow[] => {
    const rows: DeliveredRow[] = [];
    for (const { text, line, broken } of records) {
      if (text.trim() === '' && !broken) continue;
      if (header) header = false;
      else rows.push({ line, values: broken ? null : valuesOf(text, format) });
    }
    return rows;
  };
  for await (const piece of pieces) yield read(splitter.push(decoder.decode(piece, { stream: true })));
  yield read([...splitter.push(decoder.decode()), ...splitter.end()]);
}

function valuesOf(text: string, format: TextFormat): Readonly<Record<string, unknown>> | null {
  if (format.type === 'csv') {
    const values = splitValues(text, format.delimiter);
    if (values?.length !== format.columns.length) return null;
    return Object.fromEntries(format.columns.map((column, i) => [column, values[i]]));
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

async function* plainPieces(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const all = chunks[Symbol.asyncIterator]();
  const first = await all.next();
  if (first.done) return;
  const start = Buffer.from(first.value);
  const raw = async function* () {
    yield start;
    for (let next = await all.next(); !next.done; next = await all.next()) yield Buffer.from(next.value);
  };
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const plain: AsyncIterable<Buffer> = packed ? Readable.from(raw()).pipe(createGunzip()) : raw();
  let size = 0;
  try {
    for await (const piece of plain) {
      if (size === 0) refuseUnknown(name, piece);
      size += piece.length;
      if (size > largest) throw tooLargeInside(name);
      yield piece;
    }
  } catch (error) {
    if (packed && /^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw damaged(name);
    throw error;
  }
}

function refuseUnknown(name: string, start: Buffer): void {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => start[i] === byte);
  const kind = starts(0x50, 0x4b, 3, 4)
    ? 'un zip ou un classeur de tableur'
    : starts(0x50, 0x41, 0x52, 0x31)
      ? 'un fichier Parquet'
      : starts(0x28, 0xb5, 0x2f, 0xfd)
        ? 'un fichier compressé en .zst'
        : null;
  if (kind !== null) {
    throw new Refusal(
      'data',
      `${name} est ${kind}.`,
      'Enregistrez-le en CSV (UTF-8), ou en JSON avec un objet par ligne ; la compression .gz est acceptée.',
    );
  }
}

const emptyFile = (name: string) =>
  new Refusal('data', `${name} est vide.`, 'Vérifiez que le fichier est le bon.');

const oneObjectALine = (name: string) =>
  new Refusal(
    'data',
    `${name} est une seule liste JSON.`,
    'Écrivez un objet par ligne, sans crochets ni virgules entre les lignes.',
  );

const tooLargeInside = (name: string) =>
  new Refusal('data', `${name} est trop gros une fois décompressé.`, 'Coupez-le en plusieurs fichiers.');

const damaged = (name: string) =>
  new Refusal('data', `${name} est une archive coupée ou abîmée.`, 'Compressez le fichier de nouveau.');
