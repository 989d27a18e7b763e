import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { DeclaredFigure } from '../figures/declared-figure.ts';
import { nextStep } from '../next-step.ts';
import { phaseName } from '../phases.ts';
import type { NotUnderstood } from '../service-record.ts';

/** All the portfolio knows of one service. Days are `YYYY-MM-DD`. */
export interface ServiceDetails {
  readonly id: string;
  readonly name: string;
  readonly mission: string | null;
  readonly effect: {
    readonly statement: string;
    readonly domain: 'social' | 'environmental' | 'economic';
    readonly beneficiaries: string | null;
  } | null;
  readonly planText: string | null;
  readonly planHash: string | null;
  readonly demonstration: boolean;
  readonly removedUpstreamOn: string | null;
  readonly links: Readonly<Record<string, string>>;
  readonly accessibility: string | null;
  readonly themes: readonly string[];
  readonly technologies: readonly string[];
  readonly organisations: readonly Named[];
  readonly incubators: readonly Named[];
  readonly phase: Lived | null;
  /** Oldest first. */
  readonly phases: readonly Lived[];
  readonly committees: readonly Happened[];
  readonly events: readonly (Happened & { readonly kind: string })[];
  /** What the service says of itself: evidence level 0. */
  readonly declared: readonly StoredFigure[];
  /** What the last import could not read of it. */
  readonly notUnderstood: readonly NotUnderstood[];
  readonly nextStep: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Lived {
  readonly name: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

interface Happened {
  readonly day: string | null;
  readonly comment: string | null;
}

type StoredFigure = Pick<
  DeclaredFigure,
  | 'indicator'
  | 'kind'
  | 'value'
  | 'unit'
  | 'isTarget'
  | 'measuredOn'
  | 'periodStart'
  | 'placeCode'
  | 'comment'
> & { readonly source: string };

type Found = Omit<ServiceDetails, 'nextStep' | 'phase' | 'demonstration'> & { readonly origin: string };

/** One service, in one statement; null when there is none. `today` decides the phase it is in. */
export async function serviceDetails(
  db: Database,
  id: string,
  today: string,
): Promise<ServiceDetails | null> {
  const [found] = (await statement(id).execute(db)).rows;
  if (found === undefined) return null;
  const { origin, ...service } = found;
  const dated = service.phases.filter(({ startedOn }) => startedOn !== null && startedOn <= today);
  const current = dated.at(-1) ?? service.phases.find(({ startedOn }) => startedOn === null);
  return {
    ...service,
    demonstration: origin === 'demonstration',
    phase: current === undefined ? null : { ...current, name: phaseName(current.name) },
    nextStep: nextStep({
      phase: current?.name ?? null,
      effect: service.effect?.statement ?? null,
      hasPlan: service.planHash !== null,
      declaredFigures: service.declared.length,
      impactLink: service.links.impact ?? null,
      statsLink: service.links.stats ?? null,
    }),
  };
}

const statement = (id: string) => sql<Found>`
  select
    service.id, service.name, service.mission, service.origin, service.links, service.accessibility, service.themes,
    service.technologies, plan.text as "planText", plan.hash as "planHash",
    service.removed_upstream_on as "removedUpstreamOn",
    case when service.effect_statement is null or service.effect_domain is null then null else json_build_object(
      'statement', service.effect_statement, 'domain', service.effect_domain,
      'beneficiaries', service.effect_beneficiaries) end as effect,
    (select coalesce(json_agg(json_build_object('id', organisation.id, 'name', organisation.name) order by position), '[]')
      from service_organisation link join organisation on organisation.id = link.organisation_id
      where link.service_id = service.id) as organisations,
    (select coalesce(json_agg(json_build_object('id', incubator.id, 'name', incubator.name) order by position), '[]')
      from service_incubator link join incubator on incubator.id = link.incubator_id
      where link.service_id = service.id) as incubators,
    (select coalesce(json_agg(json_build_object('name', name, 'startedOn', started_on, 'endedOn', ended_on) order by position), '[]')
      from phase where service_id = service.id) as phases,
    (select coalesce(json_agg(json_build_object('day', held_on, 'comment', comment) order by held_on, id), '[]')
      from committee where service_id = service.id) as committees,
    (select coalesce(json_agg(json_build_object('kind', kind, 'day', happened_on, 'comment', comment) order by position), '[]')
      from service_event where service_id = service.id) as events,
    (select coalesce(json_agg(json_build_object('indicator', indicator, 'kind', kind, 'value', value, 'unit', unit,
        'isTarget', is_target, 'measuredOn', measured_on, 'periodStart', period_start,
        'placeCode', place_code, 'comment', comment, 'source', source) order by indicator, measured_on, id), '[]')
      from declared_figure where service_id = service.id and superseded_at is null) as declared,
    (select coalesce(json_agg(remark), '[]')
      from (select not_understood from portfolio_import where services > 0 order by id desc limit 1) last,
        jsonb_array_elements(last.not_understood) remark
      where remark ->> 'service' = service.id) as "notUnderstood"
  from service
  left join lateral (
    select text, hash from plan_version where plan_version.service = service.id order by number desc limit 1
  ) plan on true
  where service.id = ${id}`;
