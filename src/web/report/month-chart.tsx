import type { FigureEstimate } from '../../measure/figure-measure.ts';
import { shortDay, shortPeriod } from '../../platform/french/date.ts';
import { ownStep, quantity, roundingStep } from '../../platform/french/quantity.ts';
import type { Chart } from '../charts/chart.ts';
import { drawCohorts } from '../charts/cohort-dots.ts';
import { ChartFigure } from './chart-figure.tsx';

interface Props {
  readonly id: string;
  readonly estimates: readonly FigureEstimate[];
  readonly sentence: string;
  readonly yLabel: string;
  readonly caption: string;
  /** Head of the column of figures. */
  readonly head: string;
}

const mostShown = 36;

/** A figure period by period with its interval; periods without a figure are hatched, never low. */
export function MonthChart({ id, estimates, sentence, yLabel, caption, head }: Props) {
  const shown = estimates.slice(-mostShown);
  if (shown.filter(({ kind }) => kind === 'estimate').length < 2) return null;
  const chart: Chart = {
    sentence,
    svg: drawCohorts({
      label: sentence,
      yLabel,
      absent: 'hachuré : mois incomplet',
      cohorts: shown.map((one) => ({
        name: periodName(one.period),
        figure:
          one.kind === 'estimate'
            ? { people: one.value, lower: one.lower ?? one.value, upper: one.upper ?? one.value }
            : null,
      })),
    }),
    table: {
      caption,
      columns: [
        'Période',
        head,
        ...(shown.some(({ lower }) => lower !== null) ? ['Intervalle à 95\u00a0%'] : []),
      ],
      rows: shown.map((one) => [periodName(one.period), ...figureCells(one, shown)]),
    },
  };
  const note =
    shown.length < estimates.length
      ? `Les ${mostShown} dernières périodes sur ${estimates.length}.`
      : undefined;
  return <ChartFigure chart={chart} id={id} note={note} />;
}

function periodName(period: string | null): string {
  if (period === null) return 'ensemble';
  return period.length > 7 ? shortDay(period) : shortPeriod(period);
}

function figureCells(one: FigureEstimate, all: readonly FigureEstimate[]): string[] {
  const interval = all.some(({ lower }) => lower !== null);
  if (one.kind === 'insufficient') return ['incomplet', ...(interval ? ['–'] : [])];
  const step =
    one.lower === null || one.upper === null ? ownStep(one.value) : roundingStep(one.lower, one.upper);
  const said = (value: number) => quantity(value, step);
  if (!interval) return [said(one.value)];
  return [
    said(one.value),
    one.lower === null || one.upper === null ? '–' : `entre ${said(one.lower)} et ${said(one.upper)}`,
  ];
}
