import type { Child } from 'hono/jsx';

interface Props {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names the row. */
  readonly rows: readonly (readonly Child[])[];
  /** Whether each row is a card on a narrow screen, its cells under the names of their columns. */
  readonly cards?: boolean;
  /** Said instead of a table without rows. */
  readonly empty?: string;
}

/** A table that scrolls by itself, by the keyboard too, when the screen is too narrow. */
export function Table({ id, caption, columns, rows, cards = false, empty }: Props) {
  if (rows.length === 0 && empty !== undefined) return <p>{empty}</p>;
  return (
    <div class={cards ? 'fr-table table-cards' : 'fr-table'}>
      <div class="fr-table__wrapper">
        <section class="fr-table__container" aria-labelledby={id} tabindex={0}>
          <div class="fr-table__content">
            <table>
              <caption id={id}>{caption}</caption>
              <thead>
                <tr>
                  {columns.map((name) => (
                    <th scope="col">{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([first, ...rest]) => (
                  <tr>
                    <th scope="row">{first}</th>
                    {rest.map((cell, i) => (
                      <td {...(cards && { 'data-column': columns[i + 1] })}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </div>
  );
}
