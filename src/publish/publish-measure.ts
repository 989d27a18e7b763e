import type { MeasureDocument } from '../measure/measure.ts';
import type { Plan } from '../plan/plan.ts';
import type { Publication } from './bundle/bundle.ts';
import type { DisclosureRule } from './disclosure/rule.ts';
import { freeze } from './freeze.ts';
import type { Author, Ledger } from './ledger/ledger.ts';

/**
 * Publishes a measure: frozen after disclosure control against everything already public of the service, then added to
 * the ledger. Nothing is written when it is refused.
 */
export function publishMeasure(
  { ledger, today }: { readonly ledger: Ledger; readonly today: string },
  measured: { readonly document: MeasureDocument; readonly plan: Plan; readonly rule: DisclosureRule },
  author: Author,
): Promise<Publication> {
  return ledger.append(measured.document.service.id, author, (entries) =>
    freeze({ ...measured, today, earlier: entries.map(({ publication }) => publication) }),
  );
}
