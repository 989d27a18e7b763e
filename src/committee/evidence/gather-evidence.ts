import type { Database } from '../../platform/database/database.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { planVersions } from '../../portfolio/plans/plan-version.ts';
import { registrationsOf } from '../../portfolio/plans/registration/registrations.ts';
import { knownService } from '../../portfolio/queries/known-service.ts';
import { serviceDetails } from '../../portfolio/queries/service-details.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import { declaredThen } from './declared-then.ts';
import type { CommitteeEvidence } from './evidence.ts';
import { fromPublication } from './from-publication.ts';
import { fromRun } from './from-run.ts';
import type { KnownMeasure } from './known-measure.ts';
import { knownPublications } from './known-publications.ts';
import { knownRegularity, lastRuns } from './known-runs.ts';
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
  const { service: said, ...known } = await knownMeasure(db, { details, entries }, moment);
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
    costs: { kind: 'unknown', sentence: 'Ce que coûte ce service n’est pas encore écrit ici.' },
    suggestion: null,
    runs: await knownRegularity(db, service, moment),
    corrections: correctionsOf(entries),
  };
}

type Details = NonNullable<Awaited<ReturnType<typeof serviceDetails>>>;

async function knownMeasure(
  db: Database,
  { details, entries }: { readonly details: Details; readonly entries: readonly LedgerEntry[] },
  moment: Moment,
): Promise<KnownMeasure> {
  const { id, demonstration: isDemonstration } = details;
  const versions = (await planVersions(db, id)).filter(({ savedAt }) => savedAt < moment.end);
  const registrations = (await registrationsOf(db, id)).filter(
    ({ registeredAt }) => registeredAt < moment.end,
  );
  const standing = entries.findLast((entry) => shownEntry(entry).kind === 'published');
  if (standing !== undefined) {
    const { publication } = standing;
    const publications = entries.map((entry) => entry.publication);
    const { day } = moment;
    return fromPublication({ publication, publications, registrations, versions, day, isDemonstration });
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
