import type { AnswerShare } from '../../measure/figure-measure.ts';
import { baseFor, between, outOf } from '../../platform/french/frequency.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import type { Chart, DataTable } from '../charts/chart.ts';
import { drawEffects } from '../charts/effect-intervals.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataTableView } from './data-table.tsx';

const longestName = 20;

/** What was answered: each answer with its interval, those that count as the effect marked. */
export function Answers({ answers, id }: { readonly answers: readonly AnswerShare[]; readonly id: string }) {
  if (answers.length === 0) return null;
  const drawn = answers.filter(isKnown);
  return (
    <>
      <h3>Ce qui a été répondu</h3>
      {drawn.length > 1 ? (
        <ChartFigure chart={answersChart(drawn, answers)} id={`${id}-answers`} />
      ) : (
        <DataTableView id={`${id}-answers-table`} table={answersTable(answers)} />
      )}
    </>
  );
}

type Known = AnswerShare & { readonly share: number; readonly lower: number; readonly upper: number };

const isKnown = (one: AnswerShare): one is Known =>
  one.share !== null && one.lower !== null && one.upper !== null;

function answersChart(drawn: readonly Known[], answers: readonly AnswerShare[]): Chart {
  const sentence = answersSentence(drawn);
  return {
    sentence,
    svg: drawEffects({
      label: sentence,
      xLabel: 'personnes sur 100',
      zeroName: '',
      threshold: null,
      effects: drawn.map(({ answer, share, lower, upper }) => ({
        name: answer.length > longestName ? `${answer.slice(0, longestName - 1)}…` : answer,
        value: share * 100,
        lower: lower * 100,
        upper: upper * 100,
        text: frenchNumber(share * 100),
      })),
    }),
    table: answersTable(answers),
  };
}

function answersSentence(drawn: readonly Known[]): string {
  const most = drawn.reduce((best, one) => (one.share > best.share ? one : best));
  const base = baseFor({ value: most.share, lower: most.lower, upper: most.upper });
  const interval = between({ value: most.share, lower: most.lower, upper: most.upper }, base);
  return `La réponse la plus fréquente est ${quoted(most.answer)} : ${outOf(most.share, base)} (${interval}).`;
}

const answersTable = (answers: readonly AnswerShare[]): DataTable => ({
  caption: 'Chaque réponse ; celles qui comptent comme l’effet sont marquées',
  columns: [
    'Réponse',
    'Part des personnes',
    'Intervalle à 95\u00a0%',
    'Réponses reçues',
    'Compte comme l’effet',
  ],
  rows: answers.map((one) => [
    one.answer,
    ...shareCells(one.share, one.lower, one.upper),
    frenchNumber(one.count),
    one.counts ? 'oui' : 'non',
  ]),
});

/** A share of people and its interval, or a plain statement that there is none. */
export function shareCells(value: number | null, lower: number | null, upper: number | null): string[] {
  if (value === null || lower === null || upper === null) return ['aucun chiffre', '–'];
  const base = baseFor({ value, lower, upper });
  return [outOf(value, base), between({ value, lower, upper }, base)];
}
