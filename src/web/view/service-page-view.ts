import type { PublicCosts } from '../../committee/costs/public-costs.ts';
import type { ServiceState } from '../../committee/review/service-state.ts';
import type { Decision } from '../../committee/sessions/decision.ts';
import { simulatedNote, toldNote } from '../../portfolio/demonstration/demonstration-notes.ts';
import { declaredRows } from '../../portfolio/figures/declared-rows.ts';
import { judgeRegistration } from '../../portfolio/plans/registration/judge-registration.ts';
import type { Registration } from '../../portfolio/plans/registration/registrations.ts';
import type { ServiceDetails } from '../../portfolio/queries/service-details.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import { csvTables } from '../../publish/formats/tables.ts';
import type { LedgerEntry } from '../../publish/ledger/ledger.ts';
import { decisionViews } from './decision-views.ts';
import { entryPath, withdrawalOf } from './entries.ts';
import { lessonOf } from './lesson.ts';
import { measureView } from './measure-view.ts';
import type { CorrectionView, PublicationLink, PublicationView, ServiceView } from './service-view.ts';

interface Facts {
  readonly details: ServiceDetails;
  /** Oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly corrections: readonly CorrectionView[];
  readonly shown: LedgerEntry | null;
  readonly registrations: readonly Registration[];
  readonly review: ServiceState;
  readonly costs: PublicCosts;
  /** Public ones, taken here. */
  readonly decisions: readonly Decision[];
  readonly today: string;
}

/** All that the page of a service says, at the state `shown`. */
export function serviceView({
  details,
  entries,
  corrections,
  shown,
  registrations,
  review,
  costs,
  decisions,
  today,
}: Facts): ServiceView {
  const bundle = shown?.publication.bundle ?? null;
  return {
    id: details.id,
    name: details.name,
    organisation: bundle?.service.organisation ?? details.organisations[0]?.name ?? null,
    mission: details.mission ?? bundle?.service.mission ?? null,
    effect: bundle?.effect ?? details.effect,
    phase: details.phase === null ? null : { name: details.phase.name, since: details.phase.startedOn },
    website: details.links.service ?? null,
    demonstration: details.demonstration ? (shown === null ? toldNote : simulatedNote) : null,
    lesson: details.demonstration ? lessonOf(details.id) : null,
    publication:
      shown === null
        ? null
        : {
            ...publicationView(details.id, shown, entries, today),
            registrations: verdicts(shown, entries, registrations),
          },
    publications: entries.map((entry) => publicationLink(details.id, entry, entries)).reverse(),
    corrections,
    decisions: decisionViews(details.id, decisions, details.committees, today),
    declared: declaredRows(details.declared),
    review,
    costs,
    nextStep: details.nextStep,
  };
}

function publicationView(
  service: string,
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
  today: string,
): Omit<PublicationView, 'registrations'> {
  const { sha256, bundle } = entry.publication;
  const tables = csvTables(entry.publication).map(({ name }) => name);
  return {
    hash: sha256,
    day: bundle.publishedOn,
    address: entryPath(service, entry, entries),
    measures: bundle.measures.flatMap((measure) => measureView(measure, bundle, tables, today) ?? []),
    hidden: bundle.disclosure.hidden,
    planHash: bundle.plan.hash,
    software: bundle.software,
    measuredOn: bundle.freshness.measuredOn,
    withdrawn: withdrawalOf(entry),
  };
}

/** Each indicator of a publication held to what the plans of its service announced. */
function verdicts(
  { publication }: LedgerEntry,
  entries: readonly LedgerEntry[],
  registrations: readonly Registration[],
): PublicationView['registrations'] {
  const publications = entries.map((entry) => entry.publication);
  return Object.fromEntries(
    publication.bundle.measures.map(({ indicator }) => [
      indicator,
      judgeRegistration({ indicator, publication, publications, registrations }),
    ]),
  );
}

function publicationLink(
  service: string,
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
): PublicationLink {
  const { sha256, bundle } = entry.publication;
  const withdrawn = withdrawalOf(entry);
  return {
    day: bundle.publishedOn,
    address: entryPath(service, entry, entries),
    hash: sha256,
    planHash: bundle.plan.hash,
    sentence: withdrawn === null ? (mainMeasure(bundle.measures)?.headline.sentence ?? '') : '',
    withdrawn,
  };
}
