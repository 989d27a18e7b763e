import { shortPeriod } from '../../../platform/french/date.ts';
import { counted, frenchNumber } from '../../../platform/french/number.ts';
import type { PublishedNowcast } from '../../../publish/follow-up/follow-up-figures.ts';
import type { Chart } from '../../charts/chart.ts';
import { drawObservedExpected } from '../../charts/observed-expected.ts';
import { ChartFigure } from '../../report/chart-figure.tsx';

/** What is declared to date against what is expected once late declarations are in: apart, never one line. */
export function RecentWeeks({ nowcast }: { readonly nowcast: PublishedNowcast | null }) {
  if (nowcast === null || nowcast.weeks.length === 0) return null;
  return (
    <>
      <h3>Ce qui n’est pas encore déclaré</h3>
      {nowcast.weeks.every(({ observed }) => observed === null) ? (
        <p>
          Une partie des effets récents n’est pas encore connue. Chaque semaine en compte trop peu pour être
          montrée sans risquer de désigner quelqu’un.
        </p>
      ) : (
        <ChartFigure
          chart={weeksChart(nowcast)}
          id="semaines"
          note="L’attendu est une estimation centrale, sans intervalle, tirée des délais de déclaration passés. Ce n’est pas un constat : les résultats de cette page ne l’utilisent pas."
        />
      )}
    </>
  );
}

function weeksChart({ weeks, observed, expected }: PublishedNowcast): Chart {
  const known = weeks.flatMap((week) =>
    week.observed === null ? [] : [{ ...week, observed: week.observed }],
  );
  const sentence =
    expected === null
      ? `${counted(observed, 'effet est déclaré', 'effets sont déclarés')} à ce jour ; il est trop tôt pour dire combien il en viendra.`
      : `${counted(observed, 'effet est déclaré', 'effets sont déclarés')} à ce jour, environ ${frenchNumber(Math.round(expected))} sont attendus une fois tout déclaré.`;
  return {
    sentence,
    svg: drawObservedExpected({
      label: sentence,
      yLabel: 'effets par semaine',
      observedName: 'déclarés à ce jour',
      expectedName: 'attendus une fois tout déclaré',
      rows: known.map((week) => ({
        name: shortPeriod(week.week),
        observed: week.observed,
        expected: week.expected !== null && week.expected - week.observed >= 0.5 ? week.expected : null,
        lower: null,
        upper: null,
      })),
    }),
    table: {
      caption: 'Effets par semaine : déclarés à ce jour, et attendus une fois tout déclaré',
      columns: ['Semaine', 'Déclarés', 'Attendus'],
      rows: weeks.map((week) => [
        shortPeriod(week.week),
        week.observed === null ? 'masqué' : frenchNumber(week.observed),
        week.expected === null ? 'trop tôt pour le dire' : frenchNumber(week.expected, 1),
      ]),
    },
  };
}
