import type { z } from '@hono/zod-openapi';
import type { ServiceState } from '../../committee/review/service-state.ts';
import { lapseSentence, stateWords } from '../../committee/review/state-words.ts';
import { evidenceLevels } from '../../measure/evidence-levels.ts';
import { roleNames } from '../../platform/accounts/roles.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import type { LedgerEntry } from '../../publish/ledger/ledger.ts';
import { apiPath, servicePath } from '../view/addresses.ts';
import { entryPath, withdrawalOf } from '../view/entries.ts';
import type { ServiceRow } from '../view/service-view.ts';
import type { publicationLinkShape, serviceShape } from './shapes.ts';

/** A service as the API gives it; `address` is the site's. */
export function serviceJson(row: ServiceRow, address: string): z.infer<typeof serviceShape> {
  const { sentence, level, measuredOn, freshness } = row;
  return {
    id: row.id,
    name: row.name,
    organisation: row.organisation,
    domain: row.domain,
    phase: row.phase,
    effect: row.effect,
    demonstration: row.demonstration,
    figure:
      sentence === null || level === null || measuredOn === null || freshness === null
        ? null
        : {
            sentence,
            level,
            levelName: evidenceLevels[level].name,
            measuredOn,
            freshness: { state: freshness.state, ageDays: freshness.ageDays, sentence: freshness.sentence },
            trend: row.trend,
          },
    review: reviewJson(row.review),
    nextStep: sentence === null ? row.nextStep : null,
    links: { page: `${address}${servicePath(row.id)}`, api: `${address}${apiPath(row.id)}` },
  };
}

function reviewJson({ state, review, lapsed }: ServiceState): z.infer<typeof serviceShape>['review'] {
  return {
    state,
    stateName: stateWords[state].name,
    day: review?.day ?? null,
    role: review === null ? null : roleNames[review.role].name,
    organisation: review?.organisation ?? null,
    about:
      review === null
        ? null
        : { kind: review.kind === 'form' ? 'plan' : 'publication', number: review.number },
    lapsed: lapsed === null ? null : lapseSentence(lapsed),
  };
}

/** A publication in a list: where it is, what it said, and whether it still stands. */
export function publicationLinkJson(
  service: string,
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
  address: string,
): z.infer<typeof publicationLinkShape> {
  const { sha256, bundle } = entry.publication;
  const withdrawn = withdrawalOf(entry);
  const path = entryPath(service, entry, entries);
  return {
    day: bundle.publishedOn,
    number: bundle.number,
    sha256,
    plan: bundle.plan.hash,
    sentence: withdrawn === null ? (mainMeasure(bundle.measures)?.headline.sentence ?? null) : null,
    withdrawn,
    links: { page: `${address}${path}`, api: `${address}/api/v1${path}` },
  };
}
