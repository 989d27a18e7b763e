import { inputKinds } from '../../measure/input-kinds.ts';
import type { MeasureBase } from '../../measure/measure.ts';
import { shortDay } from '../../platform/french/date.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { DataTableView } from './data-table.tsx';

/** What was read, what was set aside, and the digests by which to check that the same data were used. */
export function Sources({ measure, id }: { readonly measure: MeasureBase; readonly id: string }) {
  if (measure.inputs.length === 0) return null;
  return (
    <>
      <h3>Les sources</h3>
      <DataTableView
        id={`${id}-sources`}
        table={{
          caption: 'Ce qui a été lu, et ce qui a été écarté',
          columns: ['Source', 'Nature', 'Lignes', 'Écartées', 'Sans identifiant', 'Du', 'Au'],
          rows: measure.inputs.map((input) => [
            input.source,
            inputKinds[input.kind],
            frenchNumber(input.rows),
            frenchNumber(input.rejected),
            frenchNumber(input.withoutSubject),
            input.firstDay === null ? 'sans date' : shortDay(input.firstDay),
            input.lastDay === null ? 'sans date' : shortDay(input.lastDay),
          ]),
        }}
      />
      <details>
        <summary>Empreintes des sources, pour vérifier que les mêmes données ont servi</summary>
        <dl>
          {measure.inputs.map((input) => (
            <>
              <dt>{input.source}</dt>
              <dd>
                <code>{input.digest}</code>
              </dd>
            </>
          ))}
        </dl>
      </details>
    </>
  );
}
