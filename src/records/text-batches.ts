import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { ContentEnd } from './content-end.ts';
import { splitRecords, splitValues } from './csv-records.ts';
import type { TextFormat } from './input-format.ts';
import { longestLine as defaultLongestLine } from './raw-rows-sql.ts';

export interface TextRow {
  readonly line: number;
  /** CSV: the values of the wanted columns; JSON lines: the whole line, alone. */
  readonly values: readonly (string | null)[];
}

export interface TextBatch {
  readonly rows: readonly TextRow[];
  readonly broken: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Reads a text file without DuckDB's reader, in batches: for what that reader cannot do, namely Windows-1252 and
 * the end of a file that grew. `start`: where to begin, after the header.
 */
export async function* textBatches(
  path: string,
  format: TextFormat,
  wanted: readonly string[],
  options: {
    readonly start?: ContentEnd;
    /** Bytes of the file to stop at; default: its end. */
    readonly size?: number;
    readonly longestLine?: number;
    readonly batch?: number;
    /** Bytes of the file read so far. */
    readonly onRead?: (bytes: number) => void;
  },
): AsyncGenerator<TextBatch> {
  const { start, batch = 50_000 } = options;
  const longest = options.longestLine ?? defaultLongestLine;
  const csv = format.type === 'csv';
  const file = createReadStream(path, {
    start: start?.byte ?? 0,
    end: (options.size ?? Number.POSITIVE_INFINITY) - 1,
    highWaterMark: 1 << 20,
  });
  const bytes = format.compression === 'gzip' ? file.pipe(createGunzip()) : file;
  const decoder = new TextDecoder(format.encoding === 'utf-8' ? 'utf-8' : 'windows-1252');
  const splitter = splitRecords({ quoted: csv, longest, firstLine: (start?.lines ?? 0) + 1 });
  const places = format.type === 'csv' ? wanted.map((column) => format.columns.indexOf(column)) : [];
  const width = format.type === 'csv' ? format.columns.length : 0;
  let taken = 0;
  let header = csv && start === undefined;
  let rows: TextRow[] = [];
  let broken: { line: number; reason: string }[] = [];

  const take = (record: { text: string; line: number; broken: boolean }) => {
    if (record.text === '' && !record.broken) return;
    if (header) {
      header = false;
      return;
    }
    if (record.broken) {
      broken.push({ line: record.line, reason: 'ligne trop longue, ou guillemet jamais refermé' });
    } else if (format.type === 'csv') {
      const values = splitValues(record.text, format.delimiter);
      const reason = wrongWidth(values, width);
      if (reason) broken.push({ line: record.line, reason });
      else rows.push({ line: record.line, values: places.map((place) => values?.[place] || null) });
    } else rows.push({ line: record.line, values: [record.text] });
  };

  try {
    for await (const chunk of bytes) {
      taken += (chunk as Buffer).length;
      options.onRead?.(format.compression === 'none' ? taken : file.bytesRead);
      for (const record of splitter.push(decoder.decode(chunk as Buffer, { stream: true }))) take(record);
      if (rows.length + broken.length >= batch) {
        yield { rows, broken };
        rows = [];
        broken = [];
      }
    }
    for (const record of [...splitter.push(decoder.decode()), ...splitter.end()]) take(record);
    if (rows.length + broken.length > 0) yield { rows, broken };
  } finally {
    file.destroy();
  }
}

function wrongWidth(values: readonly string[] | null, width: number): string | null {
  if (values === null) return 'guillemet mal placé ou jamais refermé';
  if (values.length < width) return 'moins de valeurs que de colonnes';
  return values.length > width ? 'plus de valeurs que de colonnes' : null;
}
