import { frenchList } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { simulatedNote } from '../../portfolio/demonstration/demonstration-notes.ts';
import type { PlanVersion } from '../../portfolio/plans/plan-version.ts';
import type { Registration } from '../../portfolio/plans/registration/registrations.ts';
import type { Bundle, Publication } from '../../publish/bundle/bundle.ts';
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
  return {
    kind: 'published',
    sha256,
    number: bundle.number,
    publishedOn: bundle.publishedOn,
    measuredOn: bundle.freshness.measuredOn,
    dataThrough: bundle.freshness.dataThrough,
    software: bundle.software,
    freshness: { state, sentence },
    hidden: hiddenSentences(bundle).map(typeset),
  };
}

/** What was held back, one sentence for each reason. */
function hiddenSentences({ disclosure: { hidden }, measures }: Bundle): readonly string[] {
  const reasons = [...new Set(hidden.map(({ why }) => why))];
  return reasons.map((reason) => {
    const held = hidden.filter(({ why }) => why === reason);
    const parts = measures.flatMap(({ indicator, name }) => {
      const own = held.filter((one) => one.indicator === indicator).map(({ what }) => what);
      return own.length === 0 ? [] : [`${name} (${frenchList(own)})`];
    });
    return `Masqué ou réuni, car ${reason} : ${parts.join(' ; ')}.`;
  });
}
