import { cellName, type Row } from '../form/field.ts';
import type { ShownField } from '../form/plan-form.ts';

interface Props {
  readonly field: Extract<ShownField, { readonly control: 'table' }>;
  readonly rows: readonly Row[];
}

const spare = 2;

/** Rows of a few cells, and two empty ones to go on. */
export function TableControl({ field: { name, columns, label }, rows }: Props) {
  const empty: readonly Row[] = Array.from({ length: spare }, () => []);
  return (
    <>
      {[...rows, ...empty].map((row, rank) => (
        <div class="plan-row">
          {columns.map(({ label: column, choices }, place) => {
            const cell = cellName(name, rank, place);
            const value = row[place] ?? '';
            return (
              <div>
                <label class="plan-cell-label" for={cell}>
                  {column}
                  <span class="fr-sr-only">
                    , {label}, ligne {rank + 1}
                  </span>
                </label>
                {choices === undefined ? (
                  <input
                    class="fr-input"
                    id={cell}
                    name={cell}
                    type="text"
                    value={value}
                    autocomplete="off"
                  />
                ) : (
                  <select class="fr-select" id={cell} name={cell}>
                    {choices.map(([choice, text]) => (
                      <option value={choice} selected={choice === value}>
                        {text}
                      </option>
                    ))}
                  </select>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </>
  );
}
