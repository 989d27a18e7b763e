import type { CohortRow, FollowUpMeasure } from '../../measure/measure.ts';
import { shortPeriod } from '../../platform/french/date.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { type Base, between, outOf, people } from '../../platform/french/frequency.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { Estimate, Figure } from '../../statistics/estimate.ts';
import type { Chart, DataTable } from '../charts/chart.ts';
import { drawCohorts } from '../charts/cohort-dots.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataTableView } from './data-table.tsx';
import { isFigure, measureBase, perUnits } from './scale.ts';
import { refusalNames } from './words.ts';

const mostCohorts = 24;

/** Whether it changes from one cohort to the next, at the horizon of the headline. */
export function Cohorts({ measure, id }: { readonly measure: FollowUpMeasure; readonly id: string }) {
  const dated = measure.cohorts.filter((cohort) => cohort.cohort !== 'all');
  if (dated.length === 0) return null;
  const shown = dated.slice(-mostCohorts);
  const refusals = [
    ...new Set(
      shown.flatMap(({ estimates }) => estimates.flatMap((one) => (isFigure(one) ? [] : [one.sentence]))),
    ),
  ];
  return (
    <>
      <h3>Selon la date d’arrivée</h3>
      {figuresAt(measure, shown).every((figure) => figure === null) ? (
        <>
          <p>
            Pas encore de chiffre à {plainDuration(measure.headline.estimate.horizon)}, quelle que soit la
            date d’arrivée.
          </p>
          <DataTableView table={cohortTable(measure, shown)} id={`${id}-cohorts-table`} />
        </>
      ) : (
        <ChartFigure
          chart={cohortChart(measure, shown)}
          id={`${id}-cohorts`}
          note={
            shown.length < dated.length
              ? `Les ${shown.length} périodes d’arrivée les plus récentes, sur ${dated.length}.`
              : undefined
          }
        />
      )}
      {refusals.length > 0 && (
        <details>
          <summary>Pourquoi certaines périodes n’ont pas de chiffre</summary>
          <ul>
            {refusals.map((sentence) => (
              <li>{typeset(sentence)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What each cohort says at the horizon of the headline, null when it says nothing yet. */
function figuresAt(measure: FollowUpMeasure, cohorts: readonly CohortRow[]): (Figure | null)[] {
  const { horizon } = measure.headline.estimate;
  return cohorts.map(
    ({ estimates }) => estimates.filter(isFigure).find((one) => one.horizon === horizon) ?? null,
  );
}

function cohortChart(measure: FollowUpMeasure, cohorts: readonly CohortRow[]): Chart {
  const base = measureBase(measure);
  const { horizon } = measure.headline.estimate;
  const figures = figuresAt(measure, cohorts);
  const sentence = cohortSentence(figures, horizon, base);
  return {
    sentence,
    svg: drawCohorts({
      label: sentence,
      yLabel: `${perUnits(measure, base)}, à ${plainDuration(horizon)}`,
      absent: 'hachuré : pas encore de chiffre',
      cohorts: cohorts.map((cohort, index) => {
        const figure = figures[index];
        return { name: shortPeriod(cohort.cohort), figure: figure ? scaled(figure, base) : null };
      }),
    }),
    table: cohortTable(measure, cohorts),
  };
}

function cohortTable(measure: FollowUpMeasure, cohorts: readonly CohortRow[]): DataTable {
  const base = measureBase(measure);
  const horizons = [...new Set(cohorts.flatMap((cohort) => cohort.estimates.map((one) => one.horizon)))];
  return {
    caption: `Résultat de chaque période d’arrivée, ${perUnits(measure, base)}, et part du suivi déjà observée`,
    columns: [
      'Arrivée',
      ...horizons.map((day) => `À ${plainDuration(day)}`),
      'Suivi observé',
      'Effectif',
      'Effets constatés',
    ],
    rows: cohorts.map((cohort) => [
      shortPeriod(cohort.cohort),
      ...horizons.map((day) =>
        resultText(
          cohort.estimates.find((one) => one.horizon === day),
          base,
        ),
      ),
      maturityText(cohort),
      frenchNumber(cohort.units),
      frenchNumber(cohort.outcomes),
    ]),
  };
}

/** The two ends of the cohorts that can be read; there is at least one. */
function cohortSentence(figures: readonly (Figure | null)[], horizon: number, base: Base): string {
  const read = figures.filter((figure) => figure !== null).sort((a, b) => a.value - b.value);
  const missing = figures.length - read.length;
  const waiting =
    missing === 0
      ? ''
      : ` ${counted(missing, 'période d’arrivée n’a', 'périodes d’arrivée n’ont')} pas encore de chiffre.`;
  const said = read.map((figure) => `${outOf(figure.value, base)} (${between(figure, base)})`);
  return said.length < 2
    ? `Une seule période d’arrivée a un chiffre à ${plainDuration(horizon)} : ${said[0]}.${waiting}`
    : `Selon la date d’arrivée, le résultat à ${plainDuration(horizon)} va de ${said[0]} à ${said.at(-1)}.${waiting}`;
}

function scaled(figure: Figure, base: Base): { people: number; lower: number; upper: number } {
  return { people: figure.value * base, lower: figure.lower * base, upper: figure.upper * base };
}

function maturityText({ maturity }: CohortRow): string {
  if (maturity === null) return 'inconnu';
  return maturity >= 1 ? 'complet' : `${frenchNumber(Math.floor(maturity * 100))} % du suivi`;
}

function resultText(estimate: Estimate | undefined, base: Base): string {
  if (estimate === undefined) return '–';
  if (estimate.kind === 'insufficient') return refusalNames[estimate.reason];
  return `${people(estimate.value, base)} (${between(estimate, base)})`;
}
