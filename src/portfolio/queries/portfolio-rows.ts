import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { nextStep } from '../next-step.ts';
import { phaseName } from '../phases.ts';

/** One line of the portfolio, before any figure. */
export interface PortfolioRow {
  readonly id: string;
  readonly name: string;
  readonly mission: string | null;
  readonly effect: string | null;
  readonly domain: 'social' | 'environmental' | 'economic' | null;
  readonly organisation: string | null;
  /** The phase it is in on the day asked, as a reader says it. */
  readonly phase: string | null;
  readonly demonstration: boolean;
  readonly removedUpstreamOn: string | null;
  readonly declaredFigures: number;
  readonly nextStep: string;
}

/** Every service, by name, in one statement; `today` decides the phase. */
export async function portfolioRows(db: Database, today: string): Promise<readonly PortfolioRow[]> {
  const { rows } = await statement(today).execute(db);
  return rows.map(({ statsLink, impactLink, origin, hasPlan, ...row }) => ({
    ...row,
    phase: row.phase === null ? null : phaseName(row.phase),
    demonstration: origin === 'demonstration',
    nextStep: nextStep({ ...row, hasPlan, statsLink, impactLink }),
  }));
}

interface Found extends Omit<PortfolioRow, 'demonstration' | 'nextStep'> {
  readonly origin: string;
  readonly hasPlan: boolean;
  readonly statsLink: string | null;
  readonly impactLink: string | null;
}

// `search_text` starts with the name without accents or capitals: byte order is then that of a French dictionary.
// A phase without a date says nothing of the present when another has one.
const statement = (today: string) => sql<Found>`
  select
    service.id,
    service.name,
    service.mission,
    service.effect_statement as effect,
    service.effect_domain as domain,
    coalesce(sponsor.name, carrier.name, incubator.name) as organisation,
    (select phase.name
      from phase
      where phase.service_id = service.id and (started_on is null or started_on <= ${today}::date)
      order by started_on is null, position desc
      limit 1) as phase,
    service.origin,
    exists (select from plan_version where plan_version.service = service.id) as "hasPlan",
    service.removed_upstream_on as "removedUpstreamOn",
    coalesce(declared.figures, 0) as "declaredFigures",
    service.links ->> 'stats' as "statsLink",
    service.links ->> 'impact' as "impactLink"
  from service
  left join service_organisation first_sponsor
    on first_sponsor.service_id = service.id and first_sponsor.position = 0
  left join organisation sponsor on sponsor.id = first_sponsor.organisation_id
  left join service_incubator first_incubator
    on first_incubator.service_id = service.id and first_incubator.position = 0
  left join incubator on incubator.id = first_incubator.incubator_id
  left join organisation carrier on carrier.id = incubator.organisation_id
  left join (
    select service_id, count(*) as figures from declared_figure where superseded_at is null group by service_id
  ) declared on declared.service_id = service.id
  order by service.search_text collate "C", service.id collate "C"`;
