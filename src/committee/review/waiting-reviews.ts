import { sql } from 'kysely';
import type { SignedIn } from '../../platform/accounts/find-session.ts';
import { type Grant, installation, may } from '../../platform/accounts/roles.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Verdict } from '../../platform/database/tables/reviews.ts';
import { isOfTeam, ownWorks } from './own-work.ts';
import type { About } from './read-threads.ts';
import { type ServiceState, serviceStates } from './service-state.ts';

/** Why something waits to be reviewed: the team asks, an approval lapsed, or nobody ever reviewed it. */
export type WaitingReason = 'asked' | 'lapsed' | 'new';

export interface WaitingReview extends About {
  readonly service: { readonly id: string; readonly name: string };
  readonly reason: WaitingReason;
  /** When it was asked, else saved or published; ISO 8601. */
  readonly since: string;
}

const reasons: readonly WaitingReason[] = ['asked', 'lapsed', 'new'];

/**
 * What an account may review and nobody has yet, of the services its roles reach: the last version of each plan and the
 * last publication. What a team asks for comes first, then what lapsed, then the rest; the oldest first in each. Its own
 * work is left out, and so is the demonstration.
 */
export async function waitingReviews(
  db: Database,
  account: Pick<SignedIn, 'id' | 'grants'>,
): Promise<readonly WaitingReview[]> {
  if (!reviewsSomewhere(account.grants)) return [];
  const reached = (await statement.execute(db)).rows.filter(({ id, owners }) => {
    const target = { service: id, organisations: owners };
    return may(account.grants, 'review', target) && !isOfTeam(account.grants, target);
  });
  const ids = reached.map(({ id }) => id);
  const own = await ownWorks(db, account.id, ids);
  const states = await serviceStates(db, ids);
  return reached
    .filter(({ id }) => !own.has(id))
    .flatMap((row) => waitingOf(row, states.get(row.id) ?? null))
    .toSorted(
      (a, b) =>
        reasons.indexOf(a.reason) - reasons.indexOf(b.reason) ||
        Date.parse(a.since) - Date.parse(b.since) ||
        a.service.name.localeCompare(b.service.name, 'fr'),
    );
}

/** Whether any of these roles reviews, wherever it reaches. */
export const reviewsSomewhere = (grants: readonly Grant[]): boolean =>
  grants.some(({ role }) => may([{ role, service: null, organisation: null }], 'review', installation));

interface Found {
  readonly id: string;
  readonly name: string;
  readonly owners: readonly string[];
  readonly form: Candidate | null;
  readonly substance: Candidate | null;
}

interface Candidate {
  readonly number: number;
  readonly at: string;
  /** The last one given on it. */
  readonly verdict: Verdict | null;
  /** When it was last asked for, when nobody answered since. */
  readonly asked: string | null;
}

function waitingOf(
  { id, name, form, substance }: Found,
  state: ServiceState | null,
): readonly WaitingReview[] {
  const waiting = (kind: About['kind'], found: Candidate | null, holds: boolean): WaitingReview[] => {
    if (found === null) return [];
    const { number, at, verdict, asked } = found;
    if (asked === null && (verdict !== null || holds)) return [];
    const lapsed = state?.lapsed?.kind === kind;
    const reason = asked !== null ? 'asked' : lapsed ? 'lapsed' : 'new';
    return [{ service: { id, name }, kind, number, reason, since: asked ?? at }];
  };
  return [
    ...waiting('form', form, false),
    ...waiting('substance', substance, state?.state === 'substance-validated'),
  ];
}

const statement = sql<Found>`
  with given as (
    select distinct on (service, kind, plan_version, publication) service, kind, plan_version, publication, verdict, at
    from review order by service, kind, plan_version, publication, number desc
  ),
  asked as (
    select service, kind, plan_version, publication, max(at) as at
    from review_request group by service, kind, plan_version, publication
  )
  select service.id, service.name,
    (select coalesce(json_agg(organisation_id), '[]') from service_organisation where service_id = service.id) as owners,
    case when latest.number is null then null else json_build_object(
      'number', latest.number, 'at', latest.created_at, 'verdict', form.verdict,
      'asked', case when form.at is null or form.at < form_asked.at then form_asked.at end) end as form,
    case when standing.number is null then null else json_build_object(
      'number', standing.number, 'at', standing.published_at, 'verdict', substance.verdict,
      'asked', case when substance.at is null or substance.at < substance_asked.at then substance_asked.at end) end
      as substance
  from service
  left join lateral (
    select number, created_at from plan_version where plan_version.service = service.id order by number desc limit 1
  ) latest on true
  left join lateral (
    select number, sha256, published_at from publication
    where publication.service = service.id and not exists (
      select 1 from correction where correction.publication = publication.sha256 and kind = 'withdrawal')
    order by number desc limit 1
  ) standing on true
  left join given form on form.service = service.id and form.kind = 'form' and form.plan_version = latest.number
  left join asked form_asked on form_asked.service = service.id and form_asked.plan_version = latest.number
  left join given substance on substance.publication = standing.sha256
  left join asked substance_asked on substance_asked.publication = standing.sha256
  where service.origin <> 'demonstration' and (latest.number is not null or standing.number is not null)`;
