import type { FollowUpMeasure } from '../../measure/measure.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { type Base, between, outOf } from '../../platform/french/frequency.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { Scroll } from './data-table.tsx';
import { measureBase } from './scale.ts';
import { breakdownName, followedHeads, groupName, refusalNames } from './words.ts';

/** Every figure of the measure, or the reason why there is none: for everyone, then for each breakdown. */
export function Estimates({ measure, id }: { readonly measure: FollowUpMeasure; readonly id: string }) {
  const breakdowns = [...new Set(measure.estimates.map((estimate) => estimate.by))];
  return (
    <>
      <h3>Les résultats</h3>
      {breakdowns.map((by, index) => (
        <EstimatesTable
          id={`${id}-estimates-${index}`}
          measure={measure}
          caption={by === null ? 'Pour l’ensemble' : `Selon ${breakdownName(by)}`}
          first={by === null ? 'Qui' : 'Groupe'}
          rows={measure.estimates
            .filter((estimate) => estimate.by === by)
            .map((estimate) => ({ name: groupName(estimate), estimate }))}
        />
      ))}
    </>
  );
}

interface Row {
  readonly name: string;
  readonly estimate: Estimate;
}

interface TableProps {
  readonly id: string;
  readonly measure: FollowUpMeasure;
  readonly caption: string;
  /** Head of the first column. */
  readonly first: string;
  readonly rows: readonly Row[];
}

/** Figures by name, then by horizon. The interval stays in the cell of its figure, whatever the screen. */
export function EstimatesTable({ id, measure, caption, first, rows }: TableProps) {
  const base = measureBase(measure);
  const heads = followedHeads(measure);
  const level = frenchNumber((rows[0]?.estimate.level ?? 0.95) * 100);
  return (
    <Scroll labelledBy={id}>
      <table class="estimates">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">Au bout de</th>
            <th scope="col">Résultat et intervalle à {level}&nbsp;%</th>
            <th scope="col">{heads.all}</th>
            <th scope="col">{heads.still}</th>
            <th scope="col">Effets constatés</th>
          </tr>
        </thead>
        {byName(rows).map(([name, estimates]) => (
          <tbody>
            {estimates.map((estimate, index) => (
              <tr class={estimate.kind}>
                {index === 0 && (
                  <th scope="rowgroup" rowspan={estimates.length}>
                    {name}
                  </th>
                )}
                <td>{plainDuration(estimate.horizon)}</td>
                <Result estimate={estimate} base={base} />
                <td>{frenchNumber(estimate.n)}</td>
                <td>{frenchNumber(estimate.atRisk)}</td>
                <td>{frenchNumber(estimate.events)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

function Result({ estimate, base }: { readonly estimate: Estimate; readonly base: Base }) {
  if (estimate.kind === 'estimate') {
    return (
      <td>
        <strong>{outOf(estimate.value, base)}</strong>
        <small>{between(estimate, base)}</small>
      </td>
    );
  }
  const name = refusalNames[estimate.reason];
  return (
    <td class="refused">
      {!estimate.sentence.startsWith(name) && <strong>{name}. </strong>}
      {typeset(estimate.sentence)}
    </td>
  );
}

function byName(rows: readonly Row[]): [string, Estimate[]][] {
  const names = [...new Set(rows.map((row) => row.name))];
  return names.map((name) => [name, rows.filter((row) => row.name === name).map((row) => row.estimate)]);
}
