import type {
  BalanceReading,
  BalanceRow,
  MeasuredComparison,
} from '../../measure/comparison/measured-comparison.ts';
import { balanceRowName } from '../../measure/comparison/worst-row.ts';
import type { FollowUpMeasure } from '../../measure/measure.ts';
import { frenchList, frenchNumber } from '../../platform/french/number.ts';
import { quoted, typeset } from '../../platform/french/typography.ts';
import { balanceThreshold } from '../../statistics/balance.ts';
import type { Chart } from '../charts/chart.ts';
import { drawLove } from '../charts/love-plot.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataTableView } from './data-table.tsx';

/** Who is compared with whom and how alike they are: shown before any effect. */
export function ComparedGroups({ measure, id }: { readonly measure: FollowUpMeasure; readonly id: string }) {
  const { comparison } = measure;
  if (comparison === null) return null;
  return (
    <>
      <h3>Qui est comparé à qui</h3>
      <p>{typeset(designSentence(comparison))}</p>
      <DataTableView
        id={`${id}-arms`}
        table={{
          caption: 'Les deux groupes, tels qu’ils sont',
          columns: ['Groupe', 'Personnes', 'Effets constatés'],
          rows: [
            armRow(treatedName(comparison), comparison.arms.treated),
            armRow(controlName(comparison), comparison.arms.control),
          ],
        }}
      />
      {comparison.balance.length > 0 && <ChartFigure chart={lovePlot(comparison)} id={`${id}-balance`} />}
      {comparison.notes.length > 0 && (
        <ul class="tests">
          {comparison.notes.map((note) => (
            <li>{typeset(note)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function designSentence({ design, covariates, estimand, adjustment }: MeasuredComparison): string {
  if (design === 'randomised') {
    return `Les deux groupes ont été tirés au sort : rien d’autre que le hasard et le service ne les distingue.`;
  }
  const named = frenchList(covariates.map(({ name }) => name));
  const hidden = 'Une différence qui n’est pas dans cette liste n’est pas corrigée.';
  if (adjustment === 'matching-exact' || adjustment === 'matching-nearest') {
    const how =
      adjustment === 'matching-exact'
        ? 'à celles qui ont exactement les mêmes caractéristiques'
        : 'à celle qui lui ressemble le plus (la même chance d’utiliser le service)';
    return `Les groupes n’ont pas été tirés au sort. Chaque personne qui a utilisé le service est comparée ${how}, d’après : ${named}. ${hidden}`;
  }
  const whom = estimand === 'att' ? 'aux personnes qui ont utilisé le service' : 'à l’ensemble des personnes';
  return `Les groupes n’ont pas été tirés au sort. Chacun est pondéré pour ressembler ${whom} sur : ${named}. ${hidden}`;
}

const treatedName = ({ design }: MeasuredComparison) =>
  design === 'randomised' ? 'Tirées au sort pour le service' : 'Avec le service';

const controlName = ({ design }: MeasuredComparison) =>
  design === 'randomised' ? 'Autre groupe du tirage' : 'Sans le service';

const armRow = (name: string, { units, outcomes }: { readonly units: number; readonly outcomes: number }) => [
  name,
  frenchNumber(units),
  frenchNumber(outcomes),
];

function lovePlot(comparison: MeasuredComparison): Chart {
  const { balance } = comparison;
  const sentence = loveSentence(balance);
  const weighted = balance.some(({ after }) => after !== null);
  return {
    sentence,
    svg: drawLove({
      label: sentence,
      xLabel: 'écart, en écarts types',
      threshold: balanceThreshold,
      beforeName: weighted ? 'cercle vide : avant ajustement' : 'cercle vide : groupes tels quels',
      afterName: 'point plein : après ajustement',
      rows: balance.map((row) => ({
        name: balanceRowName(row),
        before: row.before.smd,
        after: row.after?.smd ?? null,
      })),
    }),
    table: {
      caption: `Ressemblance des groupes ; un écart au-delà de ${frenchNumber(balanceThreshold, 1)} est trop grand`,
      columns: [
        'Caractéristique',
        ...['Avec', 'Sans', 'Écart'].map((head) => (weighted ? `${head}, avant` : head)),
        ...(weighted ? ['Avec, après', 'Sans, après', 'Écart, après'] : []),
      ],
      rows: balance.map((row) => [
        balanceRowName(row),
        ...readingCells(row.before),
        ...(weighted && row.after !== null ? readingCells(row.after) : []),
      ]),
    },
  };
}

const readingCells = ({ treated, control, smd }: BalanceReading): string[] => [
  `${frenchNumber(treated * 100, 1)}\u00a0%`,
  `${frenchNumber(control * 100, 1)}\u00a0%`,
  smd === null ? 'non calculable' : frenchNumber(smd, 2),
];

function loveSentence(balance: readonly BalanceRow[]): string {
  const beyond = (when: 'before' | 'after') =>
    balance.filter((row) => {
      const smd = row[when]?.smd;
      return row[when] !== null && (smd === null || smd === undefined || Math.abs(smd) > balanceThreshold);
    });
  const before = beyond('before');
  if (balance.every(({ after }) => after === null)) {
    return before.length === 0
      ? 'Les deux groupes se ressemblent sur tout ce qui est connu.'
      : `Les deux groupes diffèrent sur ${listed(before)}.`;
  }
  const after = beyond('after');
  const start =
    before.length === 0
      ? 'Les groupes se ressemblaient déjà'
      : `Avant, les groupes différaient sur ${listed(before)}`;
  return after.length === 0
    ? `${start} ; après ajustement, ils se ressemblent sur tout ce qui est connu.`
    : `${start} ; après ajustement, ils diffèrent encore sur ${listed(after)}.`;
}

const listed = (rows: readonly BalanceRow[]): string => {
  const names = [...new Set(rows.map(({ covariate }) => quoted(covariate)))];
  return frenchList(names);
};
