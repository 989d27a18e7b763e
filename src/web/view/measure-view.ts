import type { Decision } from '../../measure/measure.ts';
import { decideRollout } from '../../measure/rollout/decide-rollout.ts';
import type { Indicator } from '../../plan/plan.ts';
import type { PublishedMeasure } from '../../publish/bundle/bundle.ts';
import type { PublicPlan } from '../../publish/bundle/public-plan.ts';
import { panelAt } from '../../publish/rollout/panel-counts.ts';
import { followUpFigures } from './follow-up/follow-up-figures.ts';
import type { MeasureView } from './service-view.ts';

/** A published measure as pages show it; null when the plan published with it does not hold its indicator. */
export function measureView(
  published: PublishedMeasure,
  plan: PublicPlan,
  tables: readonly string[],
): MeasureView | null {
  const indicator = plan.indicators.find(({ id }) => id === published.indicator);
  if (indicator === undefined) return null;
  const figures = followUpFigures(published, indicator);
  const decision = figures?.decision ?? panelDecision(published, indicator);
  return {
    indicator: published.indicator,
    name: published.name,
    matrix: published.matrix,
    sentence: published.headline.sentence,
    evidence: published.evidence,
    warnings: published.warnings,
    quality: published.quality,
    note: published.note,
    cost: [decision?.costPerOutcome?.sentence, decision?.waiting?.sentence].filter(
      (sentence) => sentence !== undefined,
    ),
    inputs: published.inputs,
    followUp: figures,
    published,
    decision,
    tables: tables.filter((name) => name.startsWith(`${published.indicator}-`)),
  };
}

/** What the published effect of a rollout means for who decides; null when the plan asks nothing. */
function panelDecision(
  { counts, figures, headline }: PublishedMeasure,
  indicator: Indicator,
): Decision | null {
  if (counts.kind !== 'panel' || figures.kind !== 'rollout' || headline.effect === null) return null;
  const terms = 'decision' in indicator ? indicator.decision : undefined;
  const horizon = counts.horizons.indexOf(figures.rollout.horizon);
  return terms === undefined
    ? null
    : decideRollout(terms, headline.effect, figures.rollout, panelAt(counts, Math.max(0, horizon)));
}
