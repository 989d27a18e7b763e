import { audit } from '../audit.ts';
import type { Publication, PublishedMeasure } from '../bundle/bundle.ts';
import { firstDifference, sha256 } from '../bundle/canonical.ts';
import { qualityOf } from '../bundle/quality.ts';
import { partsOf } from '../bundle/seal.ts';
import { ruleFor } from '../disclosure/rule.ts';
import { readPublished } from '../method/published-method.ts';

export type Verification =
  | { readonly verdict: 'same'; readonly sha256: string; readonly figures: number }
  | {
      readonly verdict: 'changed';
      /** The first field that differs, as `measures.0.figures.units`. */
      readonly field: string;
      readonly why: 'figure' | 'content' | 'seal' | 'unreadable';
    };

/**
 * Computes every published figure again from the published counts, to the last digit published, then the hashes.
 * `changed` says where a copy first differs from what was sealed.
 */
export function verify(publication: Publication): Verification {
  const { bundle, parts } = publication;
  for (const [i, measure] of bundle.measures.entries()) {
    const field = changedFigure(publication, measure);
    if (field !== null) return { verdict: 'changed', field: `measures.${i}.${field.path}`, why: field.why };
  }
  const content = firstDifference(partsOf(bundle), parts);
  if (content !== null)
    return {
      verdict: 'changed',
      field: Object.hasOwn(partsOf(bundle), content) ? content : `parts.${content}`,
      why: 'content',
    };
  if (sha256(bundle) !== publication.sha256) return { verdict: 'changed', field: 'sha256', why: 'seal' };
  if (audit(publication, { rule: bundle.disclosure.rule, earlier: [] }).length > 0)
    return { verdict: 'changed', field: 'measures.0.counts', why: 'content' };
  return {
    verdict: 'same',
    sha256: publication.sha256,
    figures: bundle.measures.reduce((n, own) => n + figureCount(own.figures), 0),
  };
}

function changedFigure(
  { bundle }: Publication,
  measure: PublishedMeasure,
): { readonly path: string; readonly why: 'figure' | 'unreadable' } | null {
  const indicator = bundle.plan.indicators.find(({ id }) => id === measure.indicator);
  if (indicator === undefined) return { path: 'indicator', why: 'unreadable' };
  const { threshold } = ruleFor(indicator, bundle.disclosure.rule);
  try {
    const {
      figures,
      headline,
      evidence: read,
    } = readPublished(measure.counts, {
      service: bundle.service.name,
      effect: bundle.effect.statement,
      indicator,
      threshold,
      coverage: measure.coverage?.day ?? null,
    });
    const { inputs } = measure;
    const evidence = read ?? measure.evidence;
    const quality = qualityOf({ indicator, figures, headline, evidence, inputs, threshold });
    const again = { evidence, figures, headline, quality };
    const said = {
      evidence: measure.evidence,
      figures: measure.figures,
      headline: measure.headline,
      quality: measure.quality,
    };
    const path = firstDifference(again, said);
    return path === null ? null : { path, why: 'figure' };
  } catch {
    // Counts of another shape than any publication has: nothing can be computed from them.
    return { path: 'counts', why: 'unreadable' };
  }
}

/** How many numbers are among the figures. */
function figureCount(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, entry) => sum + figureCount(entry), 0);
}
