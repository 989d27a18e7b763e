import { decide } from '../../measure/comparison/decide.ts';
import type { Decision } from '../../measure/comparison/measured-comparison.ts';
import { decideRollout } from '../../measure/rollout/decide-rollout.ts';
import type { Indicator } from '../../plan/plan.ts';
import type { PublishedMeasure } from '../bundle/bundle.ts';
import { groupUnits } from '../disclosure/life-table.ts';
import { panelAt } from '../rollout/panel-counts.ts';

/** What a published effect means for who decides, from what is public alone; null when the plan asks nothing. */
export function publishedDecision(
  { counts, figures, headline: { effect } }: Pick<PublishedMeasure, 'counts' | 'figures' | 'headline'>,
  indicator: Indicator,
): Decision | null {
  const terms = 'decision' in indicator ? indicator.decision : undefined;
  if (terms === undefined || effect === null) return null;
  if (counts.kind === 'panel' && figures.kind === 'rollout') {
    const horizon = counts.horizons.indexOf(figures.rollout.horizon);
    return decideRollout(terms, effect, figures.rollout, panelAt(counts, Math.max(0, horizon)));
  }
  const compared = indicator.method === 'follow-up' && indicator.comparison !== undefined;
  if (!compared || counts.kind !== 'follow-up' || counts.arms === null) return null;
  const treated = counts.arms.groups.find(({ group }) => group === 'treated');
  return decide({
    terms,
    effect: effect.kind === 'estimate' ? effect : null,
    horizon: effect.horizon,
    treatedUnits: treated === undefined ? 0 : groupUnits(treated),
    entryDays: null,
  });
}
