import type { Database } from '../../platform/database/database.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { planVersions } from '../../portfolio/plans/plan-version.ts';
import { registrationsOf } from '../../portfolio/plans/registration/registrations.ts';
import { knownService } from '../../portfolio/queries/known-service.ts';
import { type ServiceDetails, serviceDetails } from '../../portfolio/queries/service-details.ts';
import type { Publication } from '../../publish/bundle/bundle.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import { sponsorTerms } from '../terms/sponsor-terms.ts';
import { declaredThen } from './declared-then.ts';
import type { CommitteeEvidence } from './evidence.ts';
import { fromPublication } from './from-publication.ts';
import { fromRun } from './from-run.ts';
import { knownCosts } from './known-costs.ts';
import type { KnownMeasure } from './known-measure.ts';
import { knownPublications } from './known-publications.ts';
import { knownRegularity, lastRuns } from './known-runs.ts';
import { knownSuggestion } from './known-suggestion.ts';
import { endOf, type Moment } from './moment.ts';
import { withoutMeasure } from './without-measure.ts';

/**
 * All that was known of a service by the end of a day in Paris (`YYYY-MM-DD`), and nothing learned since: the last
 * publication that stood then, else the last weekly run, marked as not published, else why there is no figure. What the
 * portfolio says of the service (name, phases) is as it is written now. Refuses a service that is not listed, and one
 * whose publications are damaged.
 */
export async function gatherEvidence(db: Database, service: string, day: string): Promise<CommitteeEvidence> {
  const moment = endOf(day);
  const details = await serviceDetails(db, (await knownService(db, service)).id, day);
  if (details === null) throw new TypeError('a service listed a moment ago has gone');
  const entries = await knownPublications(db, service, moment);
  const standing = entries.findLast((entry) => shownEntry(entry).kind === 'published')?.publication ?? null;
  const { service: said, ...known } = await knownMeasure(db, { details, entries, standing }, moment);
  const costs = await knownCosts(db, service, entries, moment);
  return {
    foulee: 1,
    kind: 'committee-evidence',
    day,
    service: {
      id: details.id,
      name: details.name,
      organisation: said.organisation ?? details.organisations[0]?.name ?? null,
      mission: said.mission ?? details.mission,
      phase: details.phase?.name ?? null,
    },
    ...known,
    declared: [...(await declaredThen(db, service, moment))],
    costs,
    suggestion: knownSuggestion(standing, {
      ...{ day, costs, hasPlan: known.plan !== null },
      terms: await sponsorTerms(db, service, moment.end),
    }),
    runs: await knownRegularity(db, service, moment),
    corrections: correctionsOf(entries),
  };
}

interface Public {
  readonly details: ServiceDetails;
  readonly entries: readonly LedgerEntry[];
  /** The last one that was not taken back. */
  readonly standing: Publication | null;
}

async function knownMeasure(
  db: Database,
  { details, entries, standing }: Public,
  moment: Moment,
): Promise<KnownMeasure> {
  const { id, demonstration: isDemonstration } = details;
  const versions = (await planVersions(db, id)).filter(({ savedAt }) => savedAt < moment.end);
  const registrations = (await registrationsOf(db, id)).filter(
    ({ registeredAt }) => registeredAt < moment.end,
  );
  if (standing !== null) {
    const publications = entries.map(({ publication }) => publication);
    const { day } = moment;
    return fromPublication({
      publication: standing,
      publications,
      registrations,
      versions,
      day,
      isDemonstration,
    });
  }
  const { last, measured } = await lastRuns(db, id, moment);
  const document = measured?.document ?? null;
  if (measured === null || document === null)
    return withoutMeasure({ details, entries, versions, run: last });
  const isWithdrawn = entries.length > 0;
  return fromRun({ run: measured, document, registrations, versions, isDemonstration, isWithdrawn });
}

/** Newest first. */
function correctionsOf(entries: readonly LedgerEntry[]): CommitteeEvidence['corrections'] {
  return entries
    .flatMap(({ publication: { bundle }, corrections }) =>
      corrections.map(({ kind, reason, at }) => ({
        day: parisDay(at),
        number: bundle.number,
        publishedOn: bundle.publishedOn,
        kind,
        reason,
      })),
    )
    .sort((a, b) => (a.day === b.day ? b.number - a.number : a.day < b.day ? 1 : -1));
}
