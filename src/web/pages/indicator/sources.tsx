import { inputKinds } from '../../../measure/input-kinds.ts';
import { shortDay } from '../../../platform/french/date.ts';
import { frenchNumber } from '../../../platform/french/number.ts';
import type { PublishedInput } from '../../../publish/bundle/bundle.ts';
import { Fold } from '../../dsfr/fold.tsx';
import { Table } from '../../dsfr/table.tsx';

/** What was read, from when to when, and the fingerprints that tell whether the same data served. */
export function Sources({ inputs }: { readonly inputs: readonly PublishedInput[] }) {
  if (inputs.length === 0) return null;
  return (
    <>
      <Table
        id="sources"
        caption="Les sources lues"
        columns={['Source', 'Nature', 'Lignes', 'Du', 'Au']}
        rows={inputs.map(({ source, kind, rows, firstDay, lastDay }) => [
          source,
          inputKinds[kind],
          rows === null ? 'masqué' : frenchNumber(rows),
          firstDay === null ? 'sans date' : shortDay(firstDay),
          lastDay === null ? 'sans date' : shortDay(lastDay),
        ])}
      />
      <Fold title="Empreintes des sources">
        <dl class="purpose">
          {inputs.map(({ source, digest }) => (
            <>
              <dt>{source}</dt>
              <dd>
                <code>{digest}</code>
              </dd>
            </>
          ))}
        </dl>
      </Fold>
    </>
  );
}
