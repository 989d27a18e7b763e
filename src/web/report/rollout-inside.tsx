import { figureText } from '../../measure/rollout/figure-text.ts';
import type {
  MeasuredInterruption,
  MeasuredRollout,
  MeasuredSynthetic,
} from '../../measure/rollout/measured-rollout.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { DataTableView } from './data-table.tsx';
import { figureCells, periodText } from './rollout-tables.ts';

interface Props {
  readonly rollout: MeasuredRollout;
  readonly id: string;
}

/** What an estimator leaves to look at: the mixture and its placebos, the jump and the slope, means before and after. */
export function Inside({ rollout, id }: Props) {
  const { synthetic, interrupted, aggregates, differences } = rollout;
  return (
    <>
      {synthetic !== null && <Mixture synthetic={synthetic} id={id} />}
      {interrupted !== null && <Interruption rollout={rollout} interrupted={interrupted} id={id} />}
      {aggregates !== null && aggregates.byGroup.length > 1 && (
        <DataTableView
          id={`${id}-groups`}
          table={{
            caption: 'L’effet par groupe, selon la date d’arrivée',
            columns: ['Groupe', 'Territoires', 'Effet', 'Intervalle'],
            rows: aggregates.byGroup.map((group) => [
              periodText(group.group, rollout),
              frenchNumber(group.territories),
              ...figureCells(group, rollout),
            ]),
          }}
        />
      )}
      {differences !== null && (
        <DataTableView
          id={`${id}-means`}
          table={{
            caption: 'Moyennes avant et après, dans les deux groupes',
            columns: ['Groupe', 'Avant', 'Après'],
            rows: [
              [
                'Équipés',
                text(rollout, differences.means.treatedBefore),
                text(rollout, differences.means.treatedAfter),
              ],
              [
                'À comparer',
                text(rollout, differences.means.controlBefore),
                text(rollout, differences.means.controlAfter),
              ],
            ],
          }}
        />
      )}
    </>
  );
}

const text = ({ unit }: MeasuredRollout, value: number): string =>
  unit === 'share'
    ? `${frenchNumber(value * 100, 1)}\u00a0sur\u00a0100`
    : figureText(value, Math.abs(value) / 10);

function Mixture({ synthetic, id }: { readonly synthetic: MeasuredSynthetic; readonly id: string }) {
  const { treated, weights, placebos, ratio } = synthetic;
  const ranked = [
    ...placebos.map((placebo) => ({ name: placebo.territory, ratio: placebo.ratio })),
    { name: treated, ratio },
  ].sort((a, b) => (b.ratio ?? -1) - (a.ratio ?? -1));
  return (
    <>
      <h3>Le mélange, et ce qu’il en est ailleurs</h3>
      <DataTableView
        id={`${id}-weights`}
        table={{
          caption: `Le mélange auquel ${treated} est comparé`,
          columns: ['Territoire', 'Part'],
          rows: weights.map(({ territory, weight }) => [territory, `${frenchNumber(weight * 100)}\u00a0%`]),
        }}
      />
      <p>
        Le même exercice, fait pour chaque autre territoire comme s’il avait reçu le service, dit quels écarts
        le hasard produit. Le rapport divise l’écart d’après par l’écart d’avant.
      </p>
      <details>
        <summary>Rang de chaque territoire</summary>
        <DataTableView
          id={`${id}-placebos`}
          table={{
            caption: 'Écart d’après rapporté à l’écart d’avant, du plus grand au plus petit',
            columns: ['Territoire', 'Rang', 'Rapport'],
            rows: ranked.map((one, rank) => [
              one.name === treated ? `${one.name} (équipé)` : one.name,
              String(rank + 1),
              one.ratio === null ? 'non calculable' : frenchNumber(one.ratio, 1),
            ]),
          }}
        />
      </details>
    </>
  );
}

function Interruption({ rollout, interrupted, id }: Props & { readonly interrupted: MeasuredInterruption }) {
  const { jump, slope, atEnd, memory } = interrupted;
  return (
    <>
      <h3>Le saut et la pente</h3>
      <DataTableView
        id={`${id}-interruption`}
        table={{
          caption: 'Comment la série s’écarte de sa tendance',
          columns: ['Lecture', 'Effet', 'Intervalle'],
          rows: [
            ['Saut à l’arrivée', ...figureCells(jump, rollout)],
            ['De plus à chaque période', ...figureCells(slope, rollout)],
            [`À la fin (${periodText(atEnd.period, rollout)})`, ...figureCells(atEnd, rollout)],
          ],
        }}
      />
      <p class="note">
        Mémoire de la série : {frenchNumber(memory.mean, 2)} (entre {frenchNumber(memory.lower, 2)} et{' '}
        {frenchNumber(memory.upper, 2)}) ; 0, chaque période est indépendante de la précédente ; 1, elle la
        répète.
      </p>
    </>
  );
}
