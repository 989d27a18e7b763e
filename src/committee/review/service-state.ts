import { sql } from 'kysely';
import type { GrantedRole } from '../../platform/accounts/roles.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ReviewKind } from '../../platform/database/tables/reviews.ts';
import { parisDay } from '../../platform/paris-time.ts';

/** How far the impact matrix of a service has been checked by someone from outside its team, from least to most. */
export const stateNames = ['no-matrix', 'matrix', 'form-reviewed', 'substance-validated'] as const;

export type StateName = (typeof stateNames)[number];

/** A review that approved, as everyone may read it: never who, but in which role and for which organisation. */
export interface PublicReview {
  readonly kind: ReviewKind;
  /** `YYYY-MM-DD`, in Paris. */
  readonly day: string;
  readonly role: GrantedRole;
  readonly organisation: string | null;
  /** Number of the version of the plan, or of the publication. */
  readonly number: number;
}

/** Why an approval no longer holds. */
export type Lapse = 'new-plan' | 'changes-asked' | 'corrected' | 'withdrawn';

export interface ServiceState {
  readonly state: StateName;
  /** Where the matrix is: written or published here, or only on a page the service links to; null: nowhere. */
  readonly matrix: 'here' | 'elsewhere' | null;
  /** The approval that gives the state; null: none does. */
  readonly review: PublicReview | null;
  /** The highest approval that no longer holds, and why; null: none lapsed, or a higher one holds. */
  readonly lapsed: (PublicReview & { readonly because: Lapse }) | null;
}

/** Of a service that was listed an instant ago. */
export const unreviewed: ServiceState = { state: 'no-matrix', matrix: null, review: null, lapsed: null };

/** The state of one service; null when there is no such service. */
export async function serviceState(db: Database, service: string): Promise<ServiceState | null> {
  return (await serviceStates(db, [service])).get(service) ?? null;
}

/**
 * The state of each of these services (`all`: of every one), in one statement. An approval of the form holds for the
 * version of the plan it read; an approval of the substance holds for the publication it read and for those that the same
 * plan gave since.
 */
export async function serviceStates(
  db: Database,
  services: readonly string[] | 'all',
): Promise<ReadonlyMap<string, ServiceState>> {
  const { rows } = await statement(services).execute(db);
  return new Map(rows.map((row) => [row.id, stateOf(row)]));
}

interface Found {
  readonly id: string;
  readonly impactLink: boolean;
  readonly version: number | null;
  readonly isPublished: boolean;
  readonly form: Approval | null;
  readonly substance: (Approval & { readonly corrected: 'correction' | 'withdrawal' | null }) | null;
}

interface Approval {
  readonly number: number;
  readonly at: string;
  readonly role: GrantedRole;
  readonly organisation: string | null;
  readonly changesSince: boolean;
  readonly samePlan: boolean;
}

function stateOf({ impactLink, version, isPublished, form, substance }: Found): ServiceState {
  const matrix = version !== null || isPublished ? 'here' : impactLink ? 'elsewhere' : null;
  const formLapse = form === null ? null : lapseOf(form, null);
  const substanceLapse = substance === null ? null : lapseOf(substance, substance.corrected);
  const lapsed = (kind: ReviewKind, approval: Approval | null, because: Lapse | null) =>
    approval === null || because === null ? null : { ...publicReview(kind, approval), because };
  if (substance !== null && substanceLapse === null) {
    const review = publicReview('substance', substance);
    return { state: 'substance-validated', matrix, review, lapsed: null };
  }
  const lapsedSubstance = lapsed('substance', substance, substanceLapse);
  if (form !== null && formLapse === null) {
    return {
      state: 'form-reviewed',
      matrix,
      review: publicReview('form', form),
      lapsed: lapsedSubstance,
    };
  }
  return {
    state: matrix === null ? 'no-matrix' : 'matrix',
    matrix,
    review: null,
    lapsed: lapsedSubstance ?? lapsed('form', form, formLapse),
  };
}

function lapseOf(
  { changesSince, samePlan }: Approval,
  corrected: 'correction' | 'withdrawal' | null,
): Lapse | null {
  if (corrected !== null) return corrected === 'withdrawal' ? 'withdrawn' : 'corrected';
  if (!samePlan) return 'new-plan';
  return changesSince ? 'changes-asked' : null;
}

const publicReview = (kind: ReviewKind, { at, role, organisation, number }: Approval): PublicReview => ({
  kind,
  day: parisDay(at),
  role,
  organisation,
  number,
});

// A publication names its plan in its canonical text, where the hash comes first: looking for it costs less than reading
// the text as JSON, and cannot fail on one that was damaged.
const statement = (services: readonly string[] | 'all') => sql<Found>`
  with asked as (
    select id, links from service ${services === 'all' ? sql`` : sql`where id = any(${services})`}
  )
  select
    asked.id,
    coalesce(links ->> 'impact' <> coalesce(links ->> 'stats', ''), false) as "impactLink",
    latest.version,
    standing.sha256 is not null as "isPublished",
    case when form.id is null then null else json_build_object(
      'number', form.plan_version, 'at', form.at, 'role', form.role, 'organisation', form.organisation,
      'changesSince', coalesce(form_refusal.number > form.number, false),
      'samePlan', form.plan_version = latest.version) end as form,
    case when substance.id is null then null else json_build_object(
      'number', read.number, 'at', substance.at, 'role', substance.role, 'organisation', substance.organisation,
      'changesSince', coalesce(substance_refusal.number > substance.number, false),
      'samePlan', case
        when standing.sha256 is null or standing.sha256 = substance.publication then true
        else (select strpos(publication.document, concat('"plan":{"hash":"', substance.plan_hash, '"')) > 0
          from publication where publication.sha256 = standing.sha256)
      end,
      'corrected', (select max(correction.kind) from correction
        where correction.publication = substance.publication and correction.at > substance.at)) end as substance
  from asked
  left join lateral (
    select number as version from plan_version where service = asked.id order by number desc limit 1
  ) latest on true
  left join lateral (
    select sha256 from publication
    where service = asked.id
      and sha256 not in (select correction.publication from correction where correction.kind = 'withdrawal')
    order by number desc limit 1
  ) standing on true
  left join lateral (${last('form', 'approved')}) form on true
  left join lateral (${last('form', 'changes')}) form_refusal on true
  left join lateral (${last('substance', 'approved')}) substance on true
  left join lateral (${last('substance', 'changes')}) substance_refusal on true
  left join publication read on read.sha256 = substance.publication`;

/** The last review of a kind that said this of the service, through an index: its table is not read whole. */
const last = (kind: ReviewKind, verdict: 'approved' | 'changes') => sql`
  select * from review
  where review.service = asked.id and review.kind = ${sql.lit(kind)} and review.verdict = ${sql.lit(verdict)}
  order by number desc limit 1`;
