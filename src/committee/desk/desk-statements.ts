import { type RawBuilder, sql } from 'kysely';
import type { EvidenceLevel } from '../../measure/measure.ts';
import type { DecisionKind } from '../../platform/database/tables/committees.ts';
import type { PublicationSummary } from '../../publish/summary/publication-summary.ts';
import { type DeskScope, inScope } from './desk-scope.ts';
import { standingPublication } from './standing-publication.ts';

/** One row a service: what the portfolio says, what is known of it, its last decision and its next committee. */
export interface ServiceFound {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  /** As the source names it. */
  readonly phase: string | null;
  /** Of the last publication that stands. */
  readonly level: EvidenceLevel | null;
  readonly effect: PublicationSummary['effect']['kind'] | null;
  readonly lastSession: string | null;
  readonly lastKind: DecisionKind;
  readonly decidedOn: string;
  readonly moneyUntil: string | null;
  /** Months after which the last decision was looked back at, for the last time. */
  readonly checked: 6 | 12 | null;
  readonly nextSession: string | null;
  readonly plannedOn: string;
  readonly moneyEndsOn: string | null;
  readonly frozenOn: string | null;
}

// A phase without a date says nothing of the present when another has one. Names come in the order of a dictionary. What
// is looked for service by service is found through an index: none of these tables is read whole.
export const servicesStatement = (scope: DeskScope, today: string): RawBuilder<ServiceFound> => sql`
  select
    service.id, service.name, service.origin, lived.name as phase, kept.level, kept.effect,
    last.session as "lastSession", last.kind as "lastKind", last.decided_on as "decidedOn",
    last.money_until as "moneyUntil",
    (select max(months) from committee_check where committee_check.decision = last.id) as checked,
    next.id as "nextSession", next.planned_on as "plannedOn", next.money_ends_on as "moneyEndsOn",
    next.frozen_on as "frozenOn"
  from service
  left join (
    select distinct on (service_id) service_id, name from phase
    where started_on is null or started_on <= ${today}::date
    order by service_id, started_on is null, position desc
  ) lived on lived.service_id = service.id
  left join lateral (${standingPublication(sql`(summary -> 'level')::integer as level, summary -> 'effect' ->> 'kind' as effect`)}) kept on true
  left join lateral (
    select decision.id, decision.session, decision.kind, decision.decided_on, decision.money_until, session.planned_on
    from committee_decision decision join committee_session session on session.id = decision.session
    where decision.service = service.id
    order by decision.decided_on desc, decision.at desc limit 1
  ) last on true
  left join lateral (
    select id, planned_on, money_ends_on, frozen_on from committee_session session
    where session.service = service.id and session.id <> coalesce(last.session, '')
      and session.planned_on >= coalesce(last.planned_on, '-infinity')
      and not exists (select from committee_decision where committee_decision.session = session.id)
      and not exists (select from committee_closing where committee_closing.session = session.id)
    order by planned_on, id limit 1
  ) next on true
  where ${inScope(scope, 'service.id')}
  order by service.search_text collate "C", service.id collate "C"`;

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
