import { typeset } from '../../platform/french/typography.ts';
import { simulatedNote } from '../../portfolio/demonstration/demonstration-notes.ts';
import type { PlanVersion } from '../../portfolio/plans/plan-version.ts';
import type { Registration } from '../../portfolio/plans/registration/registrations.ts';
import type { Publication } from '../../publish/bundle/bundle.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import { freshness } from '../../publish/freshness/freshness.ts';
import type { CommitteeEvidence } from './evidence.ts';
import { type KnownMeasure, knownSources, planCalled } from './known-measure.ts';
import { publishedFigures } from './published-figures.ts';

interface Known {
  readonly publication: Publication;
  /** Every one of the service known that day, withdrawn ones included. */
  readonly publications: readonly Publication[];
  readonly registrations: readonly Registration[];
  /** The latest first. */
  readonly versions: readonly PlanVersion[];
  readonly day: string;
  readonly isDemonstration: boolean;
}

/** What a publication that stands says. */
export function fromPublication(known: Known): KnownMeasure {
  const { publication, versions, day, isDemonstration } = known;
  const { bundle } = publication;
  const figures = publishedFigures(known);
  return {
    service: bundle.service,
    effect: bundle.effect,
    demonstration: isDemonstration ? simulatedNote : null,
    plan: planCalled(bundle.plan.hash, versions),
    measure: measureOf(publication, day),
    main: mainMeasure(figures)?.indicator ?? null,
    figures: [...figures],
    sources: knownSources(bundle.measures),
  };
}

function measureOf({ sha256, bundle }: Publication, day: string): CommitteeEvidence['measure'] {
  const { state, sentence } = freshness(bundle.freshness, day);
  const names = new Map(bundle.measures.map(({ indicator, name }) => [indicator, name]));
  return {
    kind: 'published',
    sha256,
    number: bundle.number,
    publishedOn: bundle.publishedOn,
    measuredOn: bundle.freshness.measuredOn,
    dataThrough: bundle.freshness.dataThrough,
    software: bundle.software,
    freshness: { state, sentence },
    hidden: bundle.disclosure.hidden.map(({ indicator, what, why }) =>
      typeset(`${names.get(indicator) ?? indicator} : ${what}, car ${why}.`),
    ),
  };
}
