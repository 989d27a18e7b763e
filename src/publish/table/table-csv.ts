import { csvText } from '../formats/csv.ts';
import type { HandedTable } from './handed-table.ts';

const hidden = 'masqué';

/** The table as CSV: a column for each side crossed by the lines, then the counts, `masqué` where one is hidden. */
export const tableCsv = ({ headings, columns, lines }: HandedTable): string =>
  csvText(
    [...headings, ...columns],
    lines.map(({ labels, counts }) => [...labels, ...counts.map((count) => count ?? hidden)]),
  );
