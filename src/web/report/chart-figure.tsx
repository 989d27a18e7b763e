import { raw } from 'hono/html';
import { typeset } from '../../platform/french/typography.ts';
import type { Chart } from '../charts/chart.ts';
import { DataTableView } from './data-table.tsx';

interface Props {
  readonly chart: Chart;
  readonly id: string;
  readonly note?: string | undefined;
}

/** The message, the drawing for each width, then the same figures as a table one tab-stop away. */
export function ChartFigure({ chart, id, note }: Props) {
  return (
    <figure>
      <figcaption>{typeset(chart.sentence)}</figcaption>
      <div class="narrow">{raw(chart.svg.narrow)}</div>
      <div class="wide">{raw(chart.svg.wide)}</div>
      {note !== undefined && <p class="note">{note}</p>}
      <details>
        <summary>Les chiffres de ce graphique en tableau</summary>
        <DataTableView table={chart.table} id={`${id}-table`} />
      </details>
    </figure>
  );
}
