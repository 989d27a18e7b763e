import type { RolloutMeasure } from '../measure/measure.ts';
import { betweenText, changeText, valueText } from '../measure/rollout/figure-text.ts';
import type { MeasuredRollout } from '../measure/rollout/measured-rollout.ts';
import { shortPeriod } from '../platform/french/date.ts';
import { exactDuration } from '../platform/french/duration.ts';
import { counted, frenchList, frenchNumber } from '../platform/french/number.ts';
import type { EffectEstimate } from '../statistics/effect-estimate.ts';
import { ratioSentences } from '../web/report/rolled-out.tsx';
import { rolloutMethods } from '../web/report/rollout-words.ts';
import { evidenceBlocks, inputLine, type SummaryBlock } from './summary-parts.ts';

/** What a comparison by rollout says in the terminal, in the order it is read. */
export const rolloutBlocks = (measure: RolloutMeasure): readonly SummaryBlock[] => [
  ...rolloutEffectBlocks(measure.rollout, measure.effects),
  { label: 'Décision', paragraphs: measure.decision?.sentences ?? [] },
  { label: 'Maturité', paragraphs: maturityLines(measure.rollout) },
  ...evidenceBlocks(measure),
  { label: 'Données', paragraphs: measure.inputs.map(inputLine) },
];

/** The comparison and its effects, whether a panel or people followed are read. */
export const rolloutEffectBlocks = (
  rollout: MeasuredRollout,
  effects: readonly EffectEstimate[],
): readonly SummaryBlock[] => [
  { label: 'Comparaison', paragraphs: comparisonLines(rollout) },
  {
    label: 'Effet',
    paragraphs: [
      ...effects
        .filter(({ measure }) => measure === 'difference')
        .map((effect) => effectLine(rollout, effect)),
      ...ratioSentences(effects),
    ],
  },
];

function comparisonLines({
  territories,
  method,
  design,
  notes,
  identification,
  startsAt,
}: MeasuredRollout): string[] {
  const count = (role: 'treated' | 'control' | 'left-out') =>
    territories.filter((territory) => territory.role === role).length;
  const [treated, controls, left] = [count('treated'), count('control'), count('left-out')];
  const sides =
    design === 'before-after'
      ? `une série${treated + controls > 1 ? ` faite de ${counted(treated + controls, 'territoire', 'territoires')}` : ''}, comparée à sa tendance d’avant`
      : `${counted(treated, 'territoire équipé', 'territoires équipés')}, ${frenchNumber(controls)} à comparer`;
  return [
    `${sides}${left > 0 ? `, ${counted(left, 'écarté', 'écartés')}` : ''} ; ${rolloutMethods[method]}${startsAt === null ? '' : `, arrivée : ${shortPeriod(startsAt)}`}`,
    ...(identification.status === 'partly' ? [identification.sentence] : []),
    ...notes,
  ];
}

function effectLine(rollout: MeasuredRollout, effect: EffectEstimate): string {
  const start = rollout.horizon === null ? '' : `à ${exactDuration(effect.horizon)} : `;
  if (effect.kind === 'insufficient') return `${start}${effect.sentence}`;
  const width = effect.upper - effect.lower;
  const level = effect.level < 0.95 ? `, à ${frenchNumber(effect.level * 100)} %` : '';
  return (
    `${start}${changeText(effect.value, width, rollout)} (${betweenText(effect.lower, effect.upper, rollout)}${level}) ; ` +
    `${valueText(effect.withService, width, rollout)} au lieu de ${valueText(effect.withoutService, width, rollout)}`
  );
}

function maturityLines({ immature, horizon }: MeasuredRollout): string[] {
  if (immature.length === 0) return [];
  const days = horizon === null ? '' : ` à ${exactDuration(horizon)}`;
  return [
    `${counted(immature.length, 'période n’est', 'périodes ne sont')} pas encore au bout du suivi${days} (${frenchList(immature.slice(0, 4).map(shortPeriod))}${immature.length > 4 ? '…' : ''}) : gardées à part, pas lues comme une baisse`,
  ];
}
