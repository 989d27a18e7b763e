import { type RawBuilder, sql } from 'kysely';
import type { PublicationSummary } from '../../publish/summary/publication-summary.ts';
import type { Read } from '../../publish/summary/trend.ts';
import type { SponsorTerms } from '../terms/sponsor-terms.ts';
import { type DeskScope, inScope } from './desk-scope.ts';
import type { CommitteeFacts } from './desk-tasks.ts';

/** One row a service: what the portfolio says, the last publication that stands and the read of the one before. */
export interface ServiceFound {
  readonly id: string;
  readonly name: string;
  readonly search: string;
  readonly origin: string;
  readonly effect: string | null;
  /** As the source names it. */
  readonly phase: string | null;
  readonly hasPlan: boolean;
  readonly declares: boolean;
  readonly statsLink: string | null;
  readonly impactLink: string | null;
  readonly sha256: string | null;
  readonly summary: PublicationSummary | null;
  readonly before: { readonly indicator: string; readonly read: Read | null } | null;
}

// A phase without a date says nothing of the present when another has one. Names come in the order of a dictionary. What
// is looked for service by service is found through an index: none of these tables is read whole.
export const servicesStatement = (scope: DeskScope, today: string): RawBuilder<ServiceFound> => sql`
  select
    service.id, service.name, service.search_text as search, service.origin,
    coalesce(service.effect_statement, service.mission) as effect,
    lived.name as phase,
    exists (select from plan_version where plan_version.service = service.id) as "hasPlan",
    (select 1 from declared_figure
      where declared_figure.service_id = service.id and superseded_at is null limit 1) is not null as declares,
    service.links ->> 'stats' as "statsLink",
    service.links ->> 'impact' as "impactLink",
    kept.sha256, kept.summary, kept.before
  from service
  left join (
    select distinct on (service_id) service_id, name from phase
    where started_on is null or started_on <= ${today}::date
    order by service_id, started_on is null, position desc
  ) lived on lived.service_id = service.id
  left join lateral (
    select sha256, summary, lead(json_build_object(
      'indicator', summary -> 'indicator', 'read', summary -> 'read')) over (order by number desc) as before
    from (
      select sha256, number, summary from publication_summary
      where publication_summary.service = service.id and summary is not null
        and sha256 not in (select publication from correction where kind = 'withdrawal')
      order by number desc limit 2) standing
    order by number desc limit 1
  ) kept on true
  where ${inScope(scope, 'id')}
  order by service.search_text collate "C", service.id collate "C"`;

export interface LinkFound {
  readonly kind: 'organisation' | 'incubator';
  readonly service: string;
  readonly id: string;
  readonly name: string;
}

export const linksStatement = (scope: DeskScope): RawBuilder<LinkFound> => sql`
  select 'organisation' as kind, service_id as service, organisation.id, organisation.name
  from service_organisation join organisation on organisation.id = organisation_id
  where ${inScope(scope, 'service_id')}
  union all
  select 'incubator', service_id, incubator.id, incubator.name
  from service_incubator join incubator on incubator.id = incubator_id
  where ${inScope(scope, 'service_id')}`;

export interface CommitteesFound extends Pick<CommitteeFacts, 'waiting' | 'last'> {
  readonly service: string;
}

/** Of each service, the last decision with the looks back at it, and the first committee planned after it that is to decide. */
export const committeesStatement = (scope: DeskScope): RawBuilder<CommitteesFound> => sql`
  select held.service,
    case when last.id is null then null else json_build_object(
      'session', last.session, 'kind', last.kind, 'decidedOn', last.decided_on, 'moneyUntil', last.money_until,
      'checked', (select coalesce(json_agg(months), '[]') from committee_check where decision = last.id)) end as last,
    case when next.id is null then null else json_build_object(
      'session', next.id, 'plannedOn', next.planned_on, 'moneyEndsOn', next.money_ends_on,
      'frozenOn', next.frozen_on) end as waiting
  from (select id as service from service where ${inScope(scope, 'id')}) held
  left join lateral (
    select decision.id, decision.session, decision.kind, decision.decided_on, decision.money_until, session.planned_on
    from committee_decision decision join committee_session session on session.id = decision.session
    where decision.service = held.service
    order by decision.decided_on desc, decision.at desc limit 1
  ) last on true
  left join lateral (
    select id, planned_on, money_ends_on, frozen_on from committee_session session
    where session.service = held.service and session.id <> coalesce(last.session, '')
      and session.planned_on >= coalesce(last.planned_on, '-infinity')
      and not exists (select from committee_decision where committee_decision.session = session.id)
      and not exists (select from committee_closing where committee_closing.session = session.id)
    order by planned_on, id limit 1
  ) next on true
  where last.id is not null or next.id is not null`;

export interface LateFound {
  readonly service: string;
  readonly count: number;
  readonly since: string;
}

/** Conditions whose day passed in the last two years and that nobody answered: older ones are for the decision log. */
export const lateStatement = (scope: DeskScope, today: string): RawBuilder<LateFound> => sql`
  select service, count(*)::integer as count, min(due_on) as since
  from committee_condition
  where due_on < ${today}::date and due_on >= ${today}::date - 730 and ${inScope(scope, 'service')}
    and not exists (select from committee_condition_answer where condition = committee_condition.id)
  group by service`;

export interface TermsFound
  extends Pick<SponsorTerms, 'indicator' | 'unit' | 'threshold' | 'valuePerOutcome'> {
  readonly service: string;
}

/** What sponsors said counts, by service, the last word first. */
export const termsStatement = (scope: DeskScope): RawBuilder<TermsFound> => sql`
  select service, indicator, unit, threshold, value_per_outcome as "valuePerOutcome"
  from sponsor_terms where ${inScope(scope, 'service')}
  order by service, number desc`;
