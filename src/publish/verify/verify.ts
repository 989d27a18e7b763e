import { audit } from '../audit.ts';
import type { Publication, PublishedMeasure } from '../bundle/bundle.ts';
import { calculationOf, calculationVersion } from '../bundle/calculation.ts';
import { firstDifference, sha256 } from '../bundle/canonical.ts';
import { qualityOf } from '../bundle/quality.ts';
import { partsOf } from '../bundle/seal.ts';
import { ruleFor } from '../disclosure/rule.ts';
import { readPublished } from '../method/published-method.ts';
import { onlyPublished } from './only-published.ts';
import { unknownQuote } from './quoted-figures.ts';
import { figuresIn, numberCount } from './wording.ts';

export type Verification =
  | {
      readonly verdict: 'same';
      readonly sha256: string;
      /** How many numbers were computed again, all equal. */
      readonly figures: number;
      /** `sealed`: written by another version; only the numbers they quote were found again. */
      readonly sentences: 'rewritten' | 'sealed';
      /** Numbers computed today that this publication, of an earlier calculation, does not hold. */
      readonly added: number;
      /** Whether today's disclosure control would let it be published; always, by the version that published it. */
      readonly safe: boolean;
    }
  | Change;

type Change = {
  readonly verdict: 'changed';
  /** The first field that differs, as `measures.0.figures.units`. */
  readonly field: string;
} & (
  | { readonly why: 'figure' | 'sentence' | 'content' | 'seal' | 'unreadable' }
  /** A number that a sentence of another version quotes, and that nothing recomputed gives. */
  | { readonly why: 'quote'; readonly quoted: string }
);

/** Who verifies: the name and version of the software, and its calculation. */
export interface Verifier {
  readonly software: string;
  readonly calculation: number;
}

/**
 * Computes every published figure again from the published counts, to the last digit published, then the hashes.
 * Sentences must be those written today when `by` is the version that made the publication, which is what is supposed
 * by default; else they may differ, and the numbers they quote are looked for. `changed` says where a copy first
 * differs from what was sealed.
 */
export function verify(
  publication: Publication,
  by: Verifier = { software: publication.bundle.software, calculation: calculationVersion },
): Verification {
  const { bundle, parts } = publication;
  const read = bundle.measures.map((measure) => rewrite(publication, measure, by));
  for (const [i, own] of read.entries()) {
    if (own.verdict === 'changed') return { ...own, field: `measures.${i}.${own.field}` };
  }
  const content = firstDifference(partsOf(bundle), parts);
  if (content !== null)
    return {
      verdict: 'changed',
      field: Object.hasOwn(partsOf(bundle), content) ? content : `parts.${content}`,
      why: 'content',
    };
  if (sha256(bundle) !== publication.sha256) return { verdict: 'changed', field: 'sha256', why: 'seal' };
  const safe = isSafe(publication);
  if (safe === null) return { verdict: 'changed', field: 'measures.0.counts', why: 'unreadable' };
  if (!safe && bundle.software === by.software)
    return { verdict: 'changed', field: 'measures.0.counts', why: 'content' };
  const found = read.flatMap((own) => (own.verdict === 'same' ? [own] : []));
  return {
    verdict: 'same',
    sha256: publication.sha256,
    figures: bundle.measures.reduce((n, own) => n + numberCount(own.figures), 0),
    sentences: found.every(({ rewritten }) => rewritten) ? 'rewritten' : 'sealed',
    added: found.reduce((sum, { added }) => sum + added, 0),
    safe,
  };
}

/** Whether the counts give nobody away; null when they are of another shape than any publication has. */
function isSafe(publication: Publication): boolean | null {
  try {
    return audit(publication, { rule: publication.bundle.disclosure.rule, earlier: [] }).length === 0;
  } catch {
    return null;
  }
}

/** `rewritten`: every sentence is the one written today. */
type Read = { readonly verdict: 'same'; readonly rewritten: boolean; readonly added: number } | Change;

function rewrite({ bundle }: Publication, measure: PublishedMeasure, by: Verifier): Read {
  const indicator = bundle.plan.indicators.find(({ id }) => id === measure.indicator);
  if (indicator === undefined) return { verdict: 'changed', field: 'indicator', why: 'unreadable' };
  const { threshold } = ruleFor(indicator, bundle.disclosure.rule);
  try {
    const { inputs } = measure;
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
    const evidence = read ?? measure.evidence;
    const quality = qualityOf({ indicator, figures, headline, evidence, inputs, threshold });
    const today = { evidence, figures, headline, quality };
    const said = {
      evidence: measure.evidence,
      figures: measure.figures,
      headline: measure.headline,
      quality: measure.quality,
    };
    const earlier = calculationOf(bundle) < by.calculation;
    const again = earlier ? onlyPublished(today, said) : today;
    const figure = firstDifference(figuresIn(again), figuresIn(said));
    if (figure !== null) return { verdict: 'changed', field: figure, why: 'figure' };
    const added = numberCount(today) - numberCount(again);
    const sentence = firstDifference(again, said);
    if (sentence === null) return { verdict: 'same', rewritten: true, added };
    if (bundle.software === by.software) return { verdict: 'changed', field: sentence, why: 'sentence' };
    const unknown = unknownQuote(measure, { figures, headline, quality }, { ...bundle, indicator });
    return unknown === null
      ? { verdict: 'same', rewritten: false, added }
      : { verdict: 'changed', why: 'quote', field: unknown.field, quoted: unknown.quoted };
  } catch {
    // Counts of another shape than any publication has: nothing can be computed from them.
    return { verdict: 'changed', field: 'counts', why: 'unreadable' };
  }
}
