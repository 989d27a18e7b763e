import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demonstrationId, ensureDemonstration } from '../../portfolio/demonstration/ensure-demonstration.ts';
import type { MeasuredExample } from '../../portfolio/demonstration/plans/measured-example.ts';
import { measuredExamples } from '../../portfolio/demonstration/plans/measured-examples.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { peopleRule } from '../../publish/disclosure/rule.ts';
import type { Ledger } from '../../publish/ledger/ledger.ts';
import { publishMeasure } from '../../publish/publish-measure.ts';
import { inventTeamWeeks, keepDemonstrationRun } from '../../weekly/demonstration/demonstration-weeks.ts';
import { type MeasuredDemonstration, measureDemonstration } from './measure-demonstration.ts';

interface Parts {
  readonly db: Database;
  readonly ledger: Ledger;
  readonly today: string;
  /** ISO 8601. */
  readonly now: string;
  /** Services that publish; those of the demonstration when left out. */
  readonly examples?: readonly MeasuredExample[];
  /** Stops between two publications. */
  readonly signal?: AbortSignal;
}

/**
 * Fills an empty portfolio with the demonstration, then publishes the figures of some of its services through the one
 * way figures are published, as of the days they would have been; says how many were. Stopped half-way, it goes on
 * the next time with the services that have no figure yet; once done, it does nothing.
 */
export async function publishDemonstration(parts: Parts): Promise<number> {
  await ensureDemonstration(parts.db, parts.now);
  const missing = await withoutFigure(parts);
  if (missing.length === 0) return 0;
  let published = 0;
  for await (const measured of measureDemonstration(missing, parts.today)) {
    if (parts.signal?.aborted) break;
    if (await publishOne(measured, parts)) published++;
  }
  return published;
}

/** Services of the demonstration, still in the portfolio, that should have figures and have none. */
async function withoutFigure({
  db,
  ledger,
  examples = measuredExamples,
}: Parts): Promise<readonly MeasuredExample[]> {
  const missing: MeasuredExample[] = [];
  for (const example of examples) {
    const id = demonstrationId(example.service);
    const known = await db.selectFrom('service').select('origin').where('id', '=', id).executeTakeFirst();
    if (known?.origin === 'demonstration' && (await ledger.entries(id)).length === 0) missing.push(example);
  }
  return missing;
}

/** The service whose team is shown to have kept its rhythm. */
const teamShown = 'la-bonne-boite';

async function publishOne(
  { example, planText, plan, document, publishedOn }: MeasuredDemonstration,
  { db, ledger, now }: Parts,
): Promise<boolean> {
  const at = publishedOn + now.slice(10);
  const author = { actor: 'foulee', role: 'command-line', at };
  const service = plan.service.id;
  await keepDemonstrationRun(db, { service, document, day: publishedOn, at });
  if (example.service === teamShown) await inventTeamWeeks(db, service, now);
  try {
    const after = (await latestVersion(db, service))?.version ?? 0;
    await savePlanVersion(db, { service, text: planText, after }, author);
    const { bundle } = await publishMeasure(
      { ledger, today: publishedOn },
      { document, plan, rule: peopleRule },
      author,
    );
    const { correction } = example;
    if (correction !== undefined && bundle.number === correction.number + 1) {
      await ledger.correct(
        { service, number: correction.number, kind: 'correction', reason: correction.reason },
        author,
      );
    }
    return true;
  } catch (error) {
    // A month in which too little is new for a publication to be safe: the one before stands, as for a real service.
    if (error instanceof Refusal) return false;
    throw error;
  }
}
