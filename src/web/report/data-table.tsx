import type { DataTable } from '../charts/chart.ts';

interface Props {
  readonly table: DataTable;
  readonly id: string;
}

/** A table that scrolls inside itself on narrow screens, reachable and named for the keyboard. */
export function DataTableView({ table, id }: Props) {
  return (
    <Scroll labelledBy={id}>
      <table class={table.columns.length < 3 ? 'short' : ''}>
        <caption id={id}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface ScrollProps {
  readonly labelledBy: string;
  /** May use the whole screen rather than the page's column. */
  readonly wide?: boolean;
  readonly children?: unknown;
}

/** What may be wider than the screen scrolls here, not the page. */
export function Scroll({ labelledBy, wide, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: reachable by keyboard to scroll, but a landmark per table is noise
    <div
      class={wide === true ? 'scroll wide' : 'scroll'}
      role="group"
      aria-labelledby={labelledBy}
      tabindex={0}
    >
      {children}
    </div>
  );
}
