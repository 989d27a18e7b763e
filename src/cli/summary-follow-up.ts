import { points, pointsBetween } from '../measure/comparison/points.ts';
import { estimands } from '../measure/estimand-names.ts';
import type { FollowUpMeasure } from '../measure/measure.ts';
import { exactDuration } from '../platform/french/duration.ts';
import { type Base, between, outOf } from '../platform/french/frequency.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { quoted } from '../platform/french/typography.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { isFigure, measureBase } from '../web/report/scale.ts';
import { breakdownName, countedUnits, groupName } from '../web/report/words.ts';
import { evidenceBlocks, inputLine, type SummaryBlock } from './summary-parts.ts';
import { rolloutEffectBlocks } from './summary-rollout.ts';

const mostGroups = 4;

/** Each horizon, the comparison and its effect, maturity, evidence, late reports, what was read. */
export const followUpBlocks = (measure: FollowUpMeasure): readonly SummaryBlock[] => [
  { label: 'Résultats', paragraphs: resultLines(measure) },
  { label: 'Groupes', paragraphs: groupLines(measure) },
  ...(measure.rollout === null
    ? [
        { label: 'Comparaison', paragraphs: comparisonLines(measure) },
        { label: 'Effet', paragraphs: effectLines(measure) },
      ]
    : rolloutEffectBlocks(measure.rollout, measure.effects)),
  { label: 'Décision', paragraphs: measure.decision?.sentences ?? [] },
  { label: 'Maturité', paragraphs: maturityLines(measure) },
  ...evidenceBlocks(measure),
  { label: 'Déclarations', paragraphs: nowcastLines(measure) },
  { label: 'Données', paragraphs: inputLines(measure) },
];

function resultLines(measure: FollowUpMeasure): string[] {
  const base = measureBase(measure);
  return measure.estimates
    .filter((estimate) => estimate.group === null)
    .filter((estimate) => isFigure(estimate) || estimate.sentence !== measure.headline.sentence)
    .map((estimate) => `à ${exactDuration(estimate.horizon)} : ${resultText(estimate, base)}`);
}

function resultText(estimate: Estimate, base: Base): string {
  return isFigure(estimate)
    ? `${outOf(estimate.value, base)} (${between(estimate, base)})`
    : estimate.sentence;
}

/** The largest groups of each breakdown at the headline's horizon, then what the tests say. */
function groupLines(measure: FollowUpMeasure): string[] {
  const base = measureBase(measure);
  const { horizon } = measure.headline.estimate;
  const breakdowns = [...new Set(measure.estimates.flatMap(({ by }) => (by === null ? [] : [by])))];
  const figures = breakdowns.flatMap((by) => {
    const groups = measure.estimates
      .filter((estimate) => estimate.by === by && estimate.horizon === horizon)
      .sort((a, b) => b.n - a.n);
    const rest = groups.length - mostGroups;
    return [
      ...groups
        .slice(0, mostGroups)
        .map(
          (estimate) =>
            `${by === 'group' ? 'groupe' : by} ${quoted(groupName(estimate))} à ${exactDuration(horizon)} : ${resultText(estimate, base)}`,
        ),
      ...(rest > 0
        ? [
            `et ${counted(rest, 'autre groupe', 'autres groupes')} selon ${breakdownName(by)}, dans le rapport`,
          ]
        : []),
    ];
  });
  return [...figures, ...measure.tests.map((test) => test.sentence)];
}

/** The difference at each horizon, with and without, then what if something is hidden. */
function effectLines({ effects, comparison }: FollowUpMeasure): string[] {
  return [
    ...effects
      .filter(({ measure }) => measure === 'difference')
      .map((effect) => {
        const start = `${estimands[effect.estimand].short}, à ${exactDuration(effect.horizon)} : `;
        if (effect.kind === 'insufficient') return `${start}${effect.sentence}`;
        const outOf100 = (share: number) => frenchNumber(share * 100, 1);
        // The rates beside the effect of use are those of the offer: its own, among those moved, are not known.
        const rates =
          effect.estimand === 'cace'
            ? ', chez ceux que l’offre a décidés'
            : ` ; ${outOf100(effect.withService)} sur 100 au lieu de ${outOf100(effect.withoutService)}`;
        return `${start}${points(effect.value)} (${pointsBetween(effect.lower, effect.upper)})${rates}`;
      }),
    ...(comparison?.alwaysValid ? [comparison.alwaysValid.sentence] : []),
    ...(comparison?.sensitivity
      ? [comparison.sensitivity.sentence, comparison.sensitivity.rosenbaum.sentence]
      : []),
  ];
}

function comparisonLines({ comparison }: FollowUpMeasure): string[] {
  if (comparison === null) return [];
  const { treated, control } = comparison.arms;
  return [
    `${frenchNumber(treated.units)} avec le service, ${frenchNumber(control.units)} sans (« ${comparison.arm} »)`,
    ...comparison.notes,
  ];
}

function maturityLines(measure: FollowUpMeasure): string[] {
  const dated = measure.cohorts.filter(({ maturity }) => maturity !== null);
  if (dated.length === 0)
    return ['sans date d’entrée : chaque personne est suivie aussi longtemps que la source le dit'];
  const mature = dated.filter(({ maturity }) => (maturity ?? 0) >= 1).length;
  const young = dated.length - mature;
  const horizon = exactDuration(Math.max(...measure.horizons));
  const all = `${counted(mature, 'cohorte', 'cohortes')} sur ${frenchNumber(dated.length)} au bout du suivi à ${horizon}`;
  return [
    young === 0
      ? all
      : `${all} ; ${counted(young, 'reste incomplète', 'restent incomplètes')}, à ne pas lire comme une baisse`,
  ];
}

function nowcastLines({ nowcast }: FollowUpMeasure): string[] {
  return nowcast === null ? [] : [nowcast.sentence];
}

function inputLines(measure: FollowUpMeasure): string[] {
  return [
    `${countedUnits(measure)}, ${counted(measure.outcomes, 'effet constaté', 'effets constatés')}`,
    ...measure.inputs.map(inputLine),
    ...(measure.coverage === null ? [] : [measure.coverage.sentence]),
  ];
}
