import type { ServiceState } from '../../committee/review/service-state.ts';
import type { PortfolioRow } from '../../portfolio/queries/portfolio-rows.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import type { Bundle } from '../../publish/bundle/bundle.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import { freshness } from '../../publish/freshness/freshness.ts';
import { readOf, trend } from '../../publish/summary/trend.ts';
import { shortSentence } from '../pages/split-sentence.ts';
import { firstWords } from './first-words.ts';
import type { ServiceRow } from './service-view.ts';

/** The latest publication of a service that stands, and the one before it. */
export interface LatestBundles {
  readonly latest: Bundle;
  readonly before: Bundle | null;
}

/** A line of the portfolio: what the service wants to change, what is known of it, how sure and how fresh. */
export function serviceRow(
  row: PortfolioRow,
  published: LatestBundles | null,
  review: ServiceState,
  today: string,
): ServiceRow {
  const main = published === null ? null : mainMeasure(published.latest.measures);
  const before = published?.before?.measures.find(({ indicator }) => indicator === main?.indicator) ?? null;
  const effect = published?.latest.effect.statement ?? row.effect ?? row.mission;
  return {
    id: row.id,
    name: row.name,
    organisation: published?.latest.service.organisation ?? row.organisation,
    domain: published?.latest.effect.domain ?? row.domain,
    phase: row.phase,
    demonstration: row.demonstration,
    effect: effect === null ? null : firstWords(effect, 14),
    search: withoutAccents(
      [row.name, row.mission, effect, row.organisation].filter((text) => text !== null).join(' '),
    ),
    sentence: main === null ? null : shortSentence(main.headline.sentence),
    level: main?.evidence.level ?? null,
    measuredOn: published?.latest.freshness.measuredOn ?? null,
    freshness: published === null || main === null ? null : freshness(published.latest.freshness, today),
    trend: main === null ? null : trend(readOf(main.headline), before && readOf(before.headline)),
    declared: row.declaredFigures,
    review,
    nextStep: row.nextStep,
  };
}
