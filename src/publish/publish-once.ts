import type { Publication } from './bundle/bundle.ts';
import { canonicalJson } from './bundle/canonical.ts';
import { freeze } from './freeze.ts';
import type { Author, Ledger, LedgerEntry } from './ledger/ledger.ts';
import { publishMeasure } from './publish-measure.ts';

export interface Outcome {
  readonly publication: Publication;
  /** False: only tried, or already there, said the same day without a change. */
  readonly added: boolean;
}

/**
 * Publishes a measure as `publishMeasure` does, unless it would add nothing to the last publication: run twice on the
 * same data the same day, it publishes once. After a withdrawal or a correction it publishes anew, the same figures too.
 */
export async function publishOnce(
  place: { readonly ledger: Ledger; readonly today: string },
  measured: Parameters<typeof publishMeasure>[1],
  author: Author,
): Promise<Outcome> {
  const { ledger, today } = place;
  const entries = await ledger.entries(measured.document.service.id);
  const last = entries.at(-1);
  if (last !== undefined) {
    const earlier = entries.map(({ publication }) => publication);
    const next = freeze({ ...measured, earlier, today });
    if (addsNothing(next, last)) return { publication: last.publication, added: false };
  }
  return { publication: await publishMeasure(place, measured, author), added: true };
}

/** Nothing was said of the last one since, and both say the same, of the same day: all but their place in the chain. */
export const addsNothing = (next: Publication, { publication, corrections }: LedgerEntry): boolean =>
  corrections.length === 0 && said(next) === said(publication);

const said = ({ bundle }: Publication): string => canonicalJson({ ...bundle, number: 0, previous: null });
