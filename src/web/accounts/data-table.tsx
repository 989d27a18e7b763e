import type { Child } from 'hono/jsx';

interface Props {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Child[])[];
  /** Said instead of a table without rows. */
  readonly empty: string;
}

export function DataTable({ caption, head, rows, empty }: Props) {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <div class="fr-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
