export interface CsvRow {
  /** Line of the file where the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a CSV text (RFC 4180): quoted cells may hold delimiters, doubled quotes and line ends. Empty lines are
 * left out, spaces around cells too. The delimiter is the most frequent of `,` `;` and tab on the first line.
 */
export function csvRows(text: string): readonly CsvRow[] {
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(content.split('\n', 1)[0] ?? '');
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"(?=${delimiter}|\\n|$)|([^${delimiter}\\n]*))(${delimiter}|\\n|$)`,
    'y',
  );
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let start = 1;
  while (cell.lastIndex < content.length || cells.length > 0) {
    const [whole = '', quoted, bare = '', end = ''] = cell.exec(content) ?? [];
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    line += whole.split('\n').length - 1;
    if (end === delimiter) continue;
    if (cells.some((text) => text !== '')) rows.push({ line: start, cells });
    cells = [];
    start = line;
  }
  return rows;
}

function delimiterOf(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}
