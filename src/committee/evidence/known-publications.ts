import type { Database } from '../../platform/database/database.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import type { LedgerEntry } from '../../publish/ledger/ledger.ts';
import { withChecks } from '../../publish/ledger/untouched.ts';
import type { Moment } from './moment.ts';

/** What was public of a service by the end of a day, and what was said of it by then; oldest first. */
export async function knownPublications(
  db: Database,
  service: string,
  { day, end }: Moment,
): Promise<readonly LedgerEntry[]> {
  const rows = await db
    .selectFrom('publication')
    .select('number')
    .where('service', '=', service)
    .where('published_at', '<', end)
    .execute();
  const already = new Set(rows.map(({ number }) => number));
  const entries = withChecks(await databaseLedger(db).entries(service));
  return entries
    .filter(({ publication: { bundle } }) => already.has(bundle.number) && bundle.publishedOn <= day)
    .map(({ publication, corrections }) => ({
      publication,
      corrections: corrections.filter(({ at }) => parisDay(at) <= day),
    }));
}
