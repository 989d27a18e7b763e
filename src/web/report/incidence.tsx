import type { CurvePoint, FollowUpMeasure, IncidenceCurve } from '../../measure/measure.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { type Base, between, outOf, people } from '../../platform/french/frequency.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import type { Chart, DataTable } from '../charts/chart.ts';
import { series } from '../charts/draw.ts';
import { drawIncidence, type IncidenceSeries } from '../charts/incidence-curve.ts';
import { ChartFigure } from './chart-figure.tsx';
import { isFigure, measureBase, perUnits } from './scale.ts';
import { tableDays } from './table-days.ts';
import { breakdownName, entersByUse, groupName } from './words.ts';

interface Props {
  readonly measure: FollowUpMeasure;
  readonly id: string;
  /** Said under the curve of everyone. */
  readonly note?: string;
}

/** How the effect builds up with time: for everyone, then for each breakdown. */
export function Incidence({ measure, id, note }: Props) {
  if (measure.curves.length === 0) return null;
  const everyone = measure.curves.filter((curve) => curve.group === null);
  const breakdowns = [...new Set(measure.curves.flatMap((curve) => (curve.by === null ? [] : [curve.by])))];
  return (
    <>
      <h3>En combien de temps l’effet arrive</h3>
      {everyone.length > 0 && (
        <ChartFigure
          chart={incidenceChart(measure, everyone, overallSentence(measure))}
          id={`${id}-curve`}
          note={note}
        />
      )}
      {breakdowns.map((by, index) => {
        const all = measure.curves.filter((curve) => curve.by === by);
        const shown = largest(all);
        return (
          <ChartFigure
            chart={incidenceChart(measure, shown, breakdownSentence(measure, by))}
            id={`${id}-by-${index}`}
            note={
              shown.length < all.length
                ? `Le graphique montre les ${shown.length} groupes les plus nombreux sur ${all.length} ; tous sont dans le tableau des résultats.`
                : undefined
            }
          />
        );
      })}
    </>
  );
}

/** As many groups as there are distinct colours: the largest, in the order of the document. */
function largest(curves: readonly IncidenceCurve[]): IncidenceCurve[] {
  const entrants = (curve: IncidenceCurve) => curve.points[0]?.atRisk ?? 0;
  const kept = new Set(curves.toSorted((a, b) => entrants(b) - entrants(a)).slice(0, series.length));
  return curves.filter((curve) => kept.has(curve));
}

function incidenceChart(
  measure: FollowUpMeasure,
  curves: readonly IncidenceCurve[],
  sentence: string,
): Chart {
  const base = measureBase(measure);
  const since = entersByUse(measure) ? 'jours après l’usage' : 'jours après l’entrée dans le suivi';
  return {
    sentence,
    svg: drawIncidence({
      label: sentence,
      yLabel: perUnits(measure, base),
      xLabel: since,
      series: curves.map((curve) => toSeries(curve, measure.timeUnit, base)),
      horizons: measure.horizons.map((day) => ({ day, name: plainDuration(day) })),
    }),
    table: incidenceTable(measure, curves, base, since),
  };
}

function toSeries(curve: IncidenceCurve, timeUnit: number, base: Base): IncidenceSeries {
  return {
    label: groupName(curve),
    points: curve.points.map((point) => ({
      day: point.time * timeUnit,
      people: point.incidence * base,
      lower: point.lower === null ? null : point.lower * base,
      upper: point.upper === null ? null : point.upper * base,
    })),
  };
}

function incidenceTable(
  measure: FollowUpMeasure,
  curves: readonly IncidenceCurve[],
  base: Base,
  since: string,
): DataTable {
  const days = tableDays(
    curves.flatMap((curve) => curve.points.map((point) => point.time * measure.timeUnit)),
    measure.horizons,
  );
  const one = curves.length === 1;
  return {
    caption: `Nombre de cas ${perUnits(measure, base)} selon les ${since}, intervalle à 95 % et effectif encore suivi`,
    columns: [
      'Jours',
      ...curves.flatMap((curve) =>
        one
          ? ['Cas', 'Intervalle', 'Encore suivis']
          : [groupName(curve), `${groupName(curve)} : encore suivis`],
      ),
    ],
    rows: days.map((day) => [
      frenchNumber(day),
      ...curves.flatMap((curve) => {
        const point = valueAt(curve.points, day / measure.timeUnit);
        if (point === undefined) return one ? ['–', '–', '–'] : ['–', '–'];
        const cases = people(point.incidence, base);
        const range = interval(point, base);
        const followed = frenchNumber(point.atRisk);
        return one ? [cases, range, followed] : [`${cases} (${range})`, followed];
      }),
    ]),
  };
}

/** The curve keeps its value until its next point, and says nothing after its last one. */
function valueAt(points: readonly CurvePoint[], time: number): CurvePoint | undefined {
  const last = points.at(-1);
  return last === undefined || time > last.time ? undefined : points.findLast((point) => point.time <= time);
}

function interval(point: CurvePoint, base: Base): string {
  if (point.incidence === 0) return '–';
  if (point.lower === null || point.upper === null) return 'pas d’intervalle';
  return `entre ${people(point.lower, base)} et ${people(point.upper, base)}`;
}

function overallSentence(measure: FollowUpMeasure): string {
  const base = measureBase(measure);
  const figures = measure.estimates
    .filter((estimate) => estimate.group === null)
    .filter(isFigure)
    .sort((a, b) => a.horizon - b.horizon);
  const first = figures[0];
  const last = figures.at(-1);
  if (first === undefined || last === undefined) {
    return 'Courbe provisoire : le suivi n’est pas encore assez long pour donner un chiffre.';
  }
  if (first === last) return `Au bout de ${plainDuration(last.horizon)}, c’est arrivé à ${said(last, base)}.`;
  return `C’est arrivé à ${said(first, base)} au bout de ${plainDuration(first.horizon)}, à ${said(last, base)} au bout de ${plainDuration(last.horizon)}.`;
}

/** The two ends of the groups at the longest horizon that can be read, and whether their intervals overlap. */
function breakdownSentence(measure: FollowUpMeasure, by: string): string {
  const base = measureBase(measure);
  const figures = measure.estimates.filter((estimate) => estimate.by === by).filter(isFigure);
  const horizon = Math.max(...figures.map((figure) => figure.horizon));
  const [low, ...rest] = figures
    .filter((figure) => figure.horizon === horizon)
    .sort((a, b) => a.value - b.value);
  const high = rest.at(-1);
  if (low === undefined || high === undefined) {
    return `Selon ${breakdownName(by)} : les groupes ne peuvent pas encore être lus.`;
  }
  const overlap = low.upper >= high.lower ? ' ; les intervalles se recouvrent' : '';
  return `Au bout de ${plainDuration(horizon)}, ${said(high, base)} pour ${quoted(groupName(high))}, ${said(low, base)} pour ${quoted(groupName(low))}${overlap}.`;
}

function said(figure: { value: number; lower: number; upper: number }, base: Base): string {
  return `${outOf(figure.value, base)} (${between(figure, base)})`;
}
