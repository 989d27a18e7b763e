import type { Database } from '../../platform/database/database.ts';
import { demonstrationId, ensureDemonstration } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { measuredExamples } from '../../portfolio/demonstration/plans/measured-examples.ts';
import { saveServicePlan } from '../../portfolio/save-service-plan.ts';
import { peopleRule } from '../../publish/disclosure/rule.ts';
import type { Ledger } from '../../publish/ledger/ledger.ts';
import { publishMeasure } from '../../publish/publish-measure.ts';
import { measureDemonstration } from './measure-demonstration.ts';

interface Parts {
  readonly db: Database;
  readonly ledger: Ledger;
  readonly today: string;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Fills an empty portfolio with the demonstration, then publishes the figures of a few of its services through the one
 * way figures are published; says how many were. Stopped half-way, it goes on the next time; once done, it does nothing.
 */
export async function publishDemonstration({ db, ledger, today, now }: Parts): Promise<number> {
  const added = await ensureDemonstration(db, now);
  if (added === 0 && !(await isUnfinished(db, ledger))) return 0;
  const author = { actor: 'foulee', role: 'command-line', at: now };
  let published = 0;
  for (const { planText, plan, document } of await measureDemonstration(today)) {
    const service = plan.service.id;
    if ((await ledger.entries(service)).length > 0) continue;
    await publishMeasure({ ledger, today }, { document, plan, rule: peopleRule }, author);
    await saveServicePlan(db, { service, text: planText, hash: document.plan.hash, now });
    published++;
  }
  return published;
}

/** Whether the demonstration is there without all of its figures. */
async function isUnfinished(db: Database, ledger: Ledger): Promise<boolean> {
  for (const { service } of measuredExamples) {
    const id = demonstrationId(service);
    const known = await db.selectFrom('service').select('origin').where('id', '=', id).executeTakeFirst();
    if (known?.origin !== 'demonstration') continue;
    if ((await ledger.entries(id)).length === 0) return true;
  }
  return false;
}
