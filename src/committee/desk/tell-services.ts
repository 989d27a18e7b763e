import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { nextStep } from '../../portfolio/next-step.ts';
import { type Read, trend } from '../../publish/summary/trend.ts';
import { serviceStates, unreviewed } from '../review/service-state.ts';
import type { DeskService, ListedService, Named } from './desk-service.ts';
import { judgeServices } from './judge-services.ts';

/** All that a desk tells of these services, in their order: for the few of a page, or for a table of all. */
export async function tellServices(
  db: Database,
  services: readonly ListedService[],
  today: string,
): Promise<readonly DeskService[]> {
  const ids = services.map(({ id }) => id);
  const judged = await judgeServices(db, ids, today);
  const states = await serviceStates(db, ids);
  const found = new Map((await statement(ids).execute(db)).rows.map((row) => [row.id, row]));
  return services.flatMap((service): DeskService[] => {
    const [own, row] = [judged.get(service.id), found.get(service.id)];
    if (own === undefined || row === undefined) return [];
    const { published } = own;
    const before = row.before.indicator === published?.indicator ? row.before.read : null;
    return [
      {
        ...service,
        ...own,
        organisations: row.organisations,
        incubators: row.incubators,
        sentence: row.sentence,
        trend: published === null ? null : trend(published.read, before),
        state: states.get(service.id) ?? unreviewed,
        nextStep: () =>
          nextStep({
            phase: service.phase,
            effect: row.effect,
            hasPlan: own.hasPlan,
            declaredFigures: row.declares ? 1 : 0,
            impactLink: row.impactLink,
            statsLink: row.statsLink,
          }),
      },
    ];
  });
}

interface Found {
  readonly id: string;
  readonly effect: string | null;
  readonly declares: boolean;
  readonly statsLink: string | null;
  readonly impactLink: string | null;
  readonly organisations: readonly Named[];
  readonly incubators: readonly Named[];
  readonly sentence: string | null;
  /** Of the publication that stands before the last one. */
  readonly before: { readonly indicator: string | null; readonly read: Read | null };
}

const statement = (services: readonly string[]) => sql<Found>`
  select
    service.id,
    coalesce(service.effect_statement, service.mission) as effect,
    (select 1 from declared_figure
      where declared_figure.service_id = service.id and superseded_at is null limit 1) is not null as declares,
    service.links ->> 'stats' as "statsLink",
    service.links ->> 'impact' as "impactLink",
    ${named('organisation')} as organisations,
    ${named('incubator')} as incubators,
    kept.sentence,
    json_build_object('indicator', earlier.summary -> 'indicator', 'read', earlier.summary -> 'read') as before
  from service
  left join service_standing standing on standing.service = service.id
  left join publication_summary kept on kept.sha256 = standing.publication
  left join publication_summary earlier on earlier.sha256 = standing.publication_before
  where service.id = any(${services})`;

const named = (kind: 'organisation' | 'incubator') => {
  const [table, link, key] = [kind, `service_${kind}`, `${kind}_id`].map((name) => sql.ref(name));
  return sql`(
    select coalesce(json_agg(json_build_object('id', id, 'name', name) order by position), '[]')
    from ${link} join ${table} on id = ${key} where service_id = service.id)`;
};
