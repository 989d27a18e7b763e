import { batchTooLarge, notReadable, otherFormat } from './refusals.ts';

/** What one batch may have at most. */
export const mostBatchBytes = 2_000_000;
export const mostBatchRows = 5_000;

/**
 * The rows of a body: one JSON object, a list of them, or one a line. A page that is being closed can only send text
 * (`sendBeacon`), which is read as JSON.
 */
export function readRows(type: string, body: string): readonly unknown[] {
  const kind = type.split(';')[0]?.trim().toLowerCase();
  const rows = kind === 'application/x-ndjson' ? fromLines(body) : fromJson(kind, body);
  if (rows.length > mostBatchRows) throw batchTooLarge(mostBatchBytes, mostBatchRows);
  return rows;
}

function fromJson(kind: string | undefined, body: string): readonly unknown[] {
  if (kind !== 'application/json' && kind !== 'text/plain') throw otherFormat();
  const value = parsed(body, null);
  return Array.isArray(value) ? value : [value];
}

function fromLines(body: string): readonly unknown[] {
  const rows: unknown[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    if (line.trim() !== '') rows.push(parsed(line, index + 1));
  }
  return rows;
}

function parsed(text: string, line: number | null): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notReadable(line);
  }
}
