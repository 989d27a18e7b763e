import type { FollowUpMeasure, Projection } from '../../measure/measure.ts';
import { frenchPeriod, shortPeriod } from '../../platform/french/date.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import type { Chart } from '../charts/chart.ts';
import { drawObservedExpected } from '../charts/observed-expected.ts';
import { ChartFigure } from './chart-figure.tsx';

const mostCohorts = 24;
type ProjectedCohort = Projection['cohorts'][number];

/** Where young cohorts should end if they follow the older ones. */
export function ProjectionSection({
  measure,
  id,
}: {
  readonly measure: FollowUpMeasure;
  readonly id: string;
}) {
  const { projection } = measure;
  if (projection === null || projection.cohorts.length === 0) return null;
  return (
    <>
      <h3>Où iraient les derniers arrivés</h3>
      <ChartFigure
        chart={projectionChart(projection)}
        id={`${id}-projection`}
        note="Projection (chain ladder) : elle suppose que les derniers arrivés suivront le rythme des précédents. L’intervalle vaut 1,96 fois l’erreur type de Mack de part et d’autre, sans descendre sous ce qui est déjà constaté."
      />
    </>
  );
}

function projectionChart(projection: Projection): Chart {
  const cohorts = projection.cohorts.slice(-mostCohorts);
  const sentence = projectionSentence(cohorts);
  return {
    sentence,
    svg: drawObservedExpected({
      label: sentence,
      yLabel: 'effets par période d’arrivée',
      observedName: 'constatés à ce jour',
      expectedName: 'projetés en fin de suivi',
      rows: cohorts.map((cohort) => ({
        name: shortPeriod(cohort.cohort),
        observed: cohort.observed,
        expected: isOpen(cohort) ? cohort.expected : null,
        ...bounds(cohort),
      })),
    }),
    table: {
      caption: 'Effets par période d’arrivée : constatés à ce jour, et projetés en fin de suivi',
      columns: ['Arrivée', 'Constatés', 'Projetés', 'Intervalle'],
      rows: cohorts.map((cohort) => {
        const { lower, upper } = bounds(cohort);
        return [
          shortPeriod(cohort.cohort),
          frenchNumber(cohort.observed),
          isOpen(cohort) ? frenchNumber(Math.round(cohort.expected)) : 'suivi terminé',
          lower === null || upper === null ? '–' : `entre ${frenchNumber(lower)} et ${frenchNumber(upper)}`,
        ];
      }),
    },
  };
}

function projectionSentence(cohorts: readonly ProjectedCohort[]): string {
  const youngest = cohorts.findLast(isOpen);
  if (youngest === undefined) return 'Tous ont terminé leur suivi : il n’y a rien à projeter.';
  const { lower, upper } = bounds(youngest);
  const range =
    lower === null || upper === null
      ? 'sans intervalle'
      : `entre ${frenchNumber(lower)} et ${frenchNumber(upper)}`;
  return (
    `La période d’arrivée la plus récente (${frenchPeriod(youngest.cohort)}) compte ` +
    `${counted(youngest.observed, 'effet', 'effets')} à ce jour ; elle finirait à ` +
    `${frenchNumber(Math.round(youngest.expected))} (${range}).`
  );
}

/** Whether at least half an effect is still to come. */
function isOpen(cohort: ProjectedCohort): boolean {
  return cohort.expected - cohort.observed >= 0.5;
}

function bounds(cohort: ProjectedCohort): { lower: number | null; upper: number | null } {
  if (cohort.standardError === null || !isOpen(cohort)) return { lower: null, upper: null };
  const halfWidth = 1.96 * cohort.standardError;
  return {
    lower: Math.max(cohort.observed, Math.round(cohort.expected - halfWidth)),
    upper: Math.round(cohort.expected + halfWidth),
  };
}
