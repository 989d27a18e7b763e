import { inventBudgets } from '../../committee/costs/demonstration-budgets.ts';
import { inventCommittees } from '../../committee/demonstration/invent-committees.ts';
import { inventReviews } from '../../committee/demonstration/invent-reviews.ts';
import { dayOfInstant } from '../../platform/clock.ts';
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
import {
  type MeasuredDemonstration,
  measureDemonstration,
  sweepDemonstrations,
} from './measure-demonstration.ts';
import { monthsBefore } from './publication-day.ts';

interface Parts {
  readonly db: Database;
  readonly ledger: Ledger;
  /** ISO 8601. */
  readonly now: string;
  /** Services that publish; those of the demonstration when left out. */
  readonly examples?: readonly MeasuredExample[];
  /** Stops between two publications. */
  readonly signal?: AbortSignal;
}

/**
 * Fills an empty portfolio with the demonstration, then publishes the figures of some of its services through the one
 * way figures are published, as of the days they would have been; says how many were. Interrupted anywhere, it goes on
 * the next time with what is missing, as of the same days, even on another day; once done, it does nothing.
 */
export async function publishDemonstration(parts: Parts): Promise<number> {
  const { db, ledger, now, examples = measuredExamples, signal } = parts;
  sweepDemonstrations();
  await ensureDemonstration(db, now);
  const begun = await beginnings(db);
  await inventBudgets(db, { since: begun, at: now });
  const unfinished: MeasuredExample[] = [];
  let today = dayOfInstant(now);
  for (const example of examples) {
    const day = begun.get(demonstrationId(example.service));
    if (day === undefined) continue;
    await correctWhenDue(example, parts);
    if ((await lastDay(ledger, example)) >= monthsBefore(day, example.monthsAgo.at(-1) ?? 0)) continue;
    unfinished.push(example);
    today = day;
  }
  let published = 0;
  if (unfinished.length > 0) {
    for await (const measured of measureDemonstration(unfinished, today)) {
      if (signal?.aborted) return published;
      if (await publishOne(measured, parts)) published++;
      await correctWhenDue(measured.example, parts);
    }
  }
  // Last: committees and reviews rest on what is published.
  await inventCommittees(db, { since: begun, at: now });
  await inventReviews(db, { since: begun, at: now });
  return published;
}

/** The day each service of the demonstration still in the portfolio was listed: figures are as of it. */
async function beginnings(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('service')
    .select(['id', 'created_at'])
    .where('origin', '=', 'demonstration')
    .execute();
  return new Map(rows.map(({ id, created_at }) => [id, dayOfInstant(created_at)]));
}

/** The day of the last publication of a service, `YYYY-MM-DD`; empty: it published nothing. */
async function lastDay(ledger: Ledger, { service }: MeasuredExample): Promise<string> {
  const entries = await ledger.entries(demonstrationId(service));
  return entries.at(-1)?.publication.bundle.publishedOn ?? '';
}

/** The service whose team is shown to have kept its rhythm. */
const teamShown = 'la-bonne-boite';

async function publishOne(
  { example, planText, plan, document, publishedOn }: MeasuredDemonstration,
  { db, ledger, now }: Parts,
): Promise<boolean> {
  if ((await lastDay(ledger, example)) >= publishedOn) return false;
  const service = plan.service.id;
  const author = authorOn(publishedOn, now);
  await keepDemonstrationRun(db, { service, document, day: publishedOn, at: author.at });
  if (example.service === teamShown) await inventTeamWeeks(db, service, now);
  // The plan first: once the figure is published, nothing of it is left to do.
  const after = (await latestVersion(db, service))?.version ?? 0;
  await savePlanVersion(db, { service, text: planText, after }, author);
  try {
    await publishMeasure({ ledger, today: publishedOn }, { document, plan, rule: peopleRule }, author);
    return true;
  } catch (error) {
    // A month in which too little is new for a publication to be safe: the one before stands, as for a real service.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Says once what is to be said of a publication, when another has followed it. */
async function correctWhenDue(
  { service, correction }: MeasuredExample,
  { ledger, now }: Parts,
): Promise<void> {
  if (correction === undefined) return;
  const { number, reason } = correction;
  const entries = await ledger.entries(demonstrationId(service));
  const [corrected, next] = [entries[number - 1], entries[number]];
  if (corrected === undefined || next === undefined) return;
  if (corrected.corrections.some((said) => said.reason === reason)) return;
  await ledger.correct(
    { service: demonstrationId(service), number, kind: 'correction', reason },
    authorOn(next.publication.bundle.publishedOn, now),
  );
}

const authorOn = (day: string, now: string) => ({
  actor: 'foulee',
  role: 'command-line',
  at: day + now.slice(10),
});
