import { points, pointsBetween, threshold as thresholdText } from '../../measure/comparison/points.ts';
import { estimands } from '../../measure/estimand-names.ts';
import type { FollowUpMeasure } from '../../measure/measure.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { EffectEstimate, EffectFigure } from '../../statistics/effect-estimate.ts';
import type { Chart } from '../charts/chart.ts';
import { drawEffects } from '../charts/effect-intervals.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataTableView } from './data-table.tsx';
import { refusalNames } from './words.ts';

/** What the service changes, with and without, at each horizon; then what if something is hidden. */
export function Effects({ measure, id }: { readonly measure: FollowUpMeasure; readonly id: string }) {
  const { comparison, effects } = measure;
  if (comparison === null) return null;
  const differences = effects.filter(isDifference);
  const refusals = [
    ...new Set(effects.flatMap((effect) => (effect.kind === 'insufficient' ? [effect.sentence] : []))),
  ];
  return (
    <>
      <h3>Ce que le service change</h3>
      {differences.length > 0 && (
        <ChartFigure chart={effectChart(measure, differences)} id={`${id}-effects`} />
      )}
      <DataTableView id={`${id}-effect-table`} table={effectTable(effects)} />
      {effects.some(({ estimand }) => estimand === 'cace') && <p class="note">{typeset(ofUse)}</p>}
      {refusals.map((sentence) => (
        <p class="note">{typeset(sentence)}</p>
      ))}
      {comparison.alwaysValid !== null && (
        <p>
          <strong>Si l’on regarde souvent.</strong> {typeset(comparison.alwaysValid.sentence)}
        </p>
      )}
      {comparison.sensitivity !== null && (
        <p>
          <strong>Et si quelque chose était caché&nbsp;?</strong> {typeset(comparison.sensitivity.sentence)}{' '}
          {typeset(comparison.sensitivity.rosenbaum.sentence)}
        </p>
      )}
    </>
  );
}

const ofUse =
  'L’effet de l’usage est celui de l’offre, rapporté aux seules personnes chez qui l’offre a décidé de l’usage. On ne sait pas qui elles sont : leurs taux avec et sans le service ne sont pas connus.';

const isDifference = (effect: EffectEstimate): effect is EffectFigure =>
  effect.kind === 'estimate' && effect.measure === 'difference';

function effectChart(measure: FollowUpMeasure, differences: readonly EffectFigure[]): Chart {
  const limit = measure.decision?.threshold ?? null;
  const several = new Set(differences.map(({ estimand }) => estimand)).size > 1;
  const name = ({ horizon, estimand }: EffectFigure) =>
    several ? `${plainDuration(horizon)}, ${estimands[estimand].short}` : plainDuration(horizon);
  const sentence = chartSentence(differences);
  return {
    sentence,
    svg: drawEffects({
      label: sentence,
      xLabel: 'personnes de plus sur 100',
      effects: differences.map((effect) => ({
        name: name(effect),
        value: effect.value * 100,
        lower: effect.lower * 100,
        upper: effect.upper * 100,
        text: points(effect.value),
      })),
      threshold:
        limit === null || limit <= 0
          ? null
          : { value: limit * 100, name: `seuil fixé : ${thresholdText(limit)}` },
    }),
    table: {
      caption: 'Écart entre les deux groupes',
      columns: ['Au bout de', 'Écart', 'Intervalle'],
      rows: differences.map((effect) => [
        name(effect),
        points(effect.value),
        pointsBetween(effect.lower, effect.upper),
      ]),
    },
  };
}

function chartSentence(differences: readonly EffectFigure[]): string {
  const main = differences.filter(({ estimand }) => estimand !== 'cace').at(-1) ?? differences[0];
  if (main === undefined) return '';
  const at = `À ${plainDuration(main.horizon)}`;
  const range = pointsBetween(main.lower, main.upper);
  if (main.lower <= 0 && main.upper >= 0) {
    return `${at}, l’écart entre les groupes est compris ${range} : il peut être nul.`;
  }
  return `${at}, l’effet est ${main.value > 0 ? 'plus' : 'moins'} fréquent avec le service : l’écart est compris ${range}.`;
}

function effectTable(effects: readonly EffectEstimate[]) {
  const outOf100 = (share: number | null) => (share === null ? '—' : frenchNumber(share * 100, 1));
  return {
    caption: `Avec et sans le service, et l’effet avec son intervalle à ${frenchNumber((effects[0]?.level ?? 0.95) * 100)}\u00a0%`,
    columns: ['Effet', 'Au bout de', 'Avec, sur 100', 'Sans, sur 100', 'Résultat', 'Intervalle'],
    rows: effects.map((effect) => [
      `${estimands[effect.estimand].long}, ${effect.measure === 'ratio' ? 'rapport' : 'écart'}`,
      plainDuration(effect.horizon),
      ...[effect.withService, effect.withoutService].map((share) =>
        outOf100(effect.estimand === 'cace' ? null : share),
      ),
      ...resultCells(effect),
    ]),
  };
}

function resultCells(effect: EffectEstimate): string[] {
  if (effect.kind === 'insufficient') return [refusalNames[effect.reason], 'aucun'];
  if (effect.measure === 'difference')
    return [points(effect.value), pointsBetween(effect.lower, effect.upper)];
  const times = (ratio: number) => `× ${frenchNumber(ratio, 2)}`;
  return [times(effect.value), `entre ${times(effect.lower)} et ${times(effect.upper)}`];
}
