export interface TextRecord {
  readonly text: string;
  /** Line of the file on which the record starts, from 1. */
  readonly line: number;
  /** A record too long to be kept, or a quote that never closes; its text is cut. */
  readonly broken: boolean;
}

export interface RecordSplitter {
  push(text: string): TextRecord[];
  end(): TextRecord[];
}

/**
 * Cuts text that arrives in pieces into records: lines, except that a line end inside double quotes belongs to
 * the record (`quoted`). Holds at most `longest` characters.
 */
export function splitRecords(options: {
  readonly quoted: boolean;
  readonly longest: number;
  readonly firstLine?: number;
}): RecordSplitter {
  let rest = '';
  let line = options.firstLine ?? 1;
  let skipping = false;
  const lineEnd = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text);

  function push(piece: string): TextRecord[] {
    const text = rest + piece;
    const records: TextRecord[] = [];
    let start = 0;
    let from = skipping ? 0 : rest.length;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      from = end + 1;
      const candidate = text.slice(start, end);
      if (!skipping && options.quoted && isOpen(candidate) && candidate.length <= options.longest) continue;
      if (skipping || candidate.length > options.longest) records.push({ text: '', line, broken: true });
      else records.push({ text: lineEnd(candidate), line, broken: false });
      line += 1 + (candidate.includes('\n') ? candidate.split('\n').length - 1 : 0);
      skipping = false;
      start = from;
    }
    rest = text.slice(start);
    if (rest.length > options.longest) {
      skipping = true;
      rest = '';
    }
    return records;
  }

  return {
    push,
    end() {
      if (rest === '' && !skipping) return [];
      const broken = skipping || (options.quoted && isOpen(rest));
      return [{ text: broken ? '' : lineEnd(rest), line, broken }];
    },
  };
}

/** Whether the text ends inside a quoted value. */
function isOpen(text: string): boolean {
  if (!text.includes('"')) return false;
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}

/** Values of one record, or null when its quotes are misplaced. */
export function splitValues(record: string, delimiter: string): string[] | null {
  if (!record.includes('"')) return record.split(delimiter);
  const values: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] !== '"') {
      const end = record.indexOf(delimiter, at);
      values.push(end < 0 ? record.slice(at) : record.slice(at, end));
      if (end < 0) return values;
      at = end + delimiter.length;
      continue;
    }
    let close = record.indexOf('"', at + 1);
    while (close >= 0 && record[close + 1] === '"') close = record.indexOf('"', close + 2);
    if (close < 0) return null;
    values.push(record.slice(at + 1, close).replaceAll('""', '"'));
    if (close + 1 === record.length) return values;
    if (!record.startsWith(delimiter, close + 1)) return null;
    at = close + 1 + delimiter.length;
  }
}
