import type { Bundle, PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { freshness } from '../../publish/freshness/freshness.ts';
import { publishedDecision } from '../../publish/method/published-decision.ts';
import { firstPossible } from './first-possible.ts';
import { followUpFigures } from './follow-up/follow-up-figures.ts';
import type { MeasureView } from './service-view.ts';

/** A published measure as pages show it; null when the plan published with it does not hold its indicator. */
export function measureView(
  published: PublishedMeasure,
  bundle: Pick<Bundle, 'plan' | 'freshness'>,
  tables: readonly string[],
  today: string,
): MeasureView | null {
  const indicator = bundle.plan.indicators.find(({ id }) => id === published.indicator);
  if (indicator === undefined) return null;
  const figures = followUpFigures(published, indicator);
  const decision = publishedDecision(published, indicator);
  return {
    indicator: published.indicator,
    name: published.name,
    matrix: published.matrix,
    sentence: published.headline.sentence,
    evidence: published.evidence,
    firstPossible: firstPossible(published, indicator),
    freshness: freshness({ ...bundle.freshness, dataThrough: published.coverage?.day ?? null }, today),
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
