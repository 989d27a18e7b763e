import type { CohortRow, FollowUpMeasure, TriangleCell } from '../../measure/measure.ts';
import { periodName, shortPeriod } from '../../platform/french/date.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { Scroll } from './data-table.tsx';
import { type TriangleRow, triangleGrid } from './triangle-grid.ts';
import { unitNoun } from './words.ts';

const mostRows = 24;
const mostColumns = 13;

/** Effects by cohort and by time since entry, with what is not complete yet hatched and said. */
export function Triangle({ measure, id }: { readonly measure: FollowUpMeasure; readonly id: string }) {
  if (measure.triangle.length === 0) return null;
  const period = periodName(measure.cohorts[0]?.cohort ?? '');
  const recent = measure.cohorts.slice(-mostRows);
  const older = measure.cohorts.slice(0, -mostRows);
  return (
    <>
      <h3>
        Par date d’arrivée, {period} après {period}
      </h3>
      <p>
        Chaque ligne réunit ceux qui sont arrivés en même temps, chaque colonne{' '}
        {period === 'semaine' ? 'une' : 'un'} {period} depuis l’entrée : lu en colonne, le tableau compare ce
        qui est comparable. <span class="swatch" aria-hidden="true" /> Une case hachurée et marquée « en cours
        » n’est pas complète : elle va encore augmenter.
      </p>
      <TriangleTable measure={measure} cohorts={recent} period={period} id={`${id}-triangle`} />
      {older.length > 0 && (
        <details>
          <summary>
            {counted(older.length, 'période d’arrivée précédente', 'périodes d’arrivée précédentes')} (
            {shortPeriod(older[0]?.cohort ?? '')} à {shortPeriod(older.at(-1)?.cohort ?? '')})
          </summary>
          <TriangleTable measure={measure} cohorts={older} period={period} id={`${id}-triangle-older`} />
        </details>
      )}
    </>
  );
}

interface TableProps {
  readonly measure: FollowUpMeasure;
  readonly cohorts: readonly CohortRow[];
  readonly period: string;
  readonly id: string;
}

function TriangleTable({ measure, cohorts, period, id }: TableProps) {
  const grid = triangleGrid(cohorts, measure.triangle, mostColumns);
  const densest = Math.max(
    Number.EPSILON,
    ...grid.rows.flatMap((row) => row.cells.map((cell) => density(row, cell))),
  );
  const noun = unitNoun(measure);
  return (
    <Scroll labelledBy={id} wide>
      <table class="triangle">
        <caption id={id}>
          Effets constatés par période d’arrivée, selon le nombre de{' '}
          {period === 'mois' ? 'mois' : `${period}s`} depuis l’entrée
        </caption>
        <thead>
          <tr>
            <th scope="col">Arrivée</th>
            <th scope="col">{noun.charAt(0).toUpperCase() + noun.slice(1)}</th>
            <th scope="col">Suivi observé</th>
            {Array.from({ length: grid.width }, (_, column) => (
              <th scope="col" aria-label={columnName(column, period)}>
                {column === 0 ? 'Entrée' : `+${column}`}
              </th>
            ))}
            {grid.hasLater && <th scope="col">Au-delà</th>}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr>
              <th scope="row">{shortPeriod(row.cohort.cohort)}</th>
              <td>{frenchNumber(row.cohort.units)}</td>
              <Maturity cohort={row.cohort} />
              {row.cells.map((cell) => (
                <Cell cell={cell} tint={Math.round((5 * density(row, cell)) / densest)} />
              ))}
              {grid.hasLater && <Cell cell={row.later} tint={0} />}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface CellProps {
  readonly cell: Pick<TriangleCell, 'outcomes' | 'complete'> | null;
  /** Share of the cohort among the densest cells, from 0 to 5. */
  readonly tint: number;
}

function Cell({ cell, tint }: CellProps) {
  if (cell === null) {
    return (
      <td class="future">
        <span class="hidden">à venir</span>
      </td>
    );
  }
  if (!cell.complete) {
    return (
      <td class="immature">
        {frenchNumber(cell.outcomes)}
        <small>en cours</small>
      </td>
    );
  }
  return <td class={`tint-${tint}`}>{frenchNumber(cell.outcomes)}</td>;
}

function Maturity({ cohort }: { readonly cohort: CohortRow }) {
  if (cohort.maturity === null) return <td>inconnu</td>;
  if (cohort.maturity >= 1) return <td>complet</td>;
  return (
    <td class="immature">
      {frenchNumber(Math.floor(cohort.maturity * 100))} %<small>pas encore mûre</small>
    </td>
  );
}

function density(row: TriangleRow, cell: TriangleCell | null): number {
  return cell === null || row.cohort.units === 0 ? 0 : cell.outcomes / row.cohort.units;
}

function columnName(column: number, period: string): string {
  if (column === 0) return `${period} d’entrée`;
  return `${column} ${period === 'mois' || column === 1 ? period : `${period}s`} après`;
}
