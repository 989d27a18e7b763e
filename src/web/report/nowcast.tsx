import type { FollowUpMeasure, Nowcast } from '../../measure/measure.ts';
import { shortDay } from '../../platform/french/date.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import type { Chart } from '../charts/chart.ts';
import { drawObservedExpected } from '../charts/observed-expected.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataTableView } from './data-table.tsx';

const mostDays = 90;

/** What is declared to date against what will be once late declarations are in: two figures, never one line. */
export function NowcastSection({ measure, id }: { readonly measure: FollowUpMeasure; readonly id: string }) {
  const { nowcast } = measure;
  if (nowcast === null) return null;
  return (
    <>
      <h3>Ce qui n’est pas encore déclaré</h3>
      <ChartFigure
        chart={nowcastChart(nowcast)}
        id={`${id}-nowcast`}
        note="L’attendu est une estimation centrale, sans intervalle, tirée des délais de déclaration passés. Ce n’est pas un constat : les résultats de cette page ne l’utilisent pas."
      />
      <p>{delaySentence(nowcast)}</p>
      <DataTableView
        id={`${id}-delays`}
        table={{
          caption:
            'Délais de déclaration : effets connus selon les jours écoulés, sur 100 finalement déclarés',
          columns: ['Jours écoulés', 'Déjà connus, sur 100'],
          rows: nowcast.delays.map(({ days, share }) => [frenchNumber(days), frenchNumber(share * 100, 1)]),
        }}
      />
    </>
  );
}

function nowcastChart(nowcast: Nowcast): Chart {
  const { sentence } = nowcast;
  const days = nowcast.byDay.slice(-mostDays);
  return {
    sentence,
    svg: drawObservedExpected({
      label: sentence,
      yLabel: 'effets par jour',
      observedName: 'déclarés à ce jour',
      expectedName: 'attendus une fois tout déclaré',
      rows: days.map((day) => ({
        name: shortDay(day.day),
        observed: day.observed,
        expected: day.expected !== null && day.expected - day.observed >= 0.5 ? day.expected : null,
        lower: null,
        upper: null,
      })),
    }),
    table: {
      caption: 'Effets par jour : déclarés à ce jour, et attendus une fois tout déclaré',
      columns: ['Jour', 'Déclarés', 'Attendus'],
      rows: days.map(({ day, observed, expected }) => [
        shortDay(day),
        frenchNumber(observed),
        expected === null ? 'trop tôt pour le dire' : frenchNumber(expected, 1),
      ]),
    },
  };
}

function delaySentence({ delays, maxDelay }: Nowcast): string {
  const half = delays.find(({ share }) => share >= 0.5);
  const most = delays.find(({ share }) => share >= 0.9);
  if (half === undefined || most === undefined) {
    return `Les délais de déclaration sont suivis jusqu’à ${exactDuration(maxDelay)}.`;
  }
  return `La moitié des effets sont connus ${afterDays(half.days)}, 9 sur 10 ${afterDays(most.days)} ; au-delà de ${exactDuration(maxDelay)}, on les tient pour tous déclarés.`;
}

function afterDays(days: number): string {
  return days === 0 ? 'le jour même' : `en ${counted(days, 'jour', 'jours')}`;
}
