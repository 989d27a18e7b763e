import type { MeasureDocument } from '../../../measure/measure.ts';
import type { AccountTransaction } from '../../../platform/accounts/context.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { Look } from './first-look.ts';

/** What the weekly runs of a service measured on this site, published or not. */
export async function weeklyLooks(
  transaction: AccountTransaction,
  service: string,
): Promise<readonly Look[]> {
  const runs = await transaction
    .selectFrom('weekly_run')
    .select(['at', 'document'])
    .where('service', '=', service)
    .where('is_simulated', '=', false)
    .where('document', 'is not', null)
    .execute();
  return runs.map(({ at, document }) => ({
    day: parisDay(at),
    measures: (JSON.parse(document ?? '{"measures":[]}') as Pick<MeasureDocument, 'measures'>).measures,
  }));
}
