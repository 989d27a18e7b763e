import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { phaseName } from '../../portfolio/phases.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import { type StateName, serviceStates } from '../review/service-state.ts';
import type { Answer } from '../suggestion/suggestion.ts';
import { type DeskGroup, deskGroups, type ListedService } from './desk-service.ts';
import type { DeskTask } from './desk-tasks.ts';
import { judgeServices } from './judge-services.ts';

/** What is asked of a desk; null or empty: anything. */
export interface DeskQuery {
  readonly search: string;
  readonly organisation: string | null;
  readonly incubator: string | null;
  readonly phase: string | null;
  readonly level: number | null;
  readonly state: StateName | null;
  readonly answer: Answer | null;
  /** Only services where something waits for someone: anything, or this. */
  readonly waiting: DeskTask['kind'] | 'any' | null;
  readonly order: 'committee' | 'name';
}

export interface NarrowedDesk {
  /** In the order they are shown, those of one group together. */
  readonly services: readonly ListedService[];
  readonly counts: Readonly<Record<DeskGroup, number>>;
}

/**
 * The services that answer a query, group by group, each by next committee or by name: never by a figure. What takes
 * long to know of every service is only read when it is asked.
 */
export async function narrowDesk(
  db: Database,
  services: readonly ListedService[],
  query: DeskQuery,
  today: string,
): Promise<NarrowedDesk> {
  let found = services.filter((service) => answers(service, query));
  for (const narrowed of [named, inState, suggested]) found = await narrowed(db, found, query, today);
  const groups = deskGroups.map((group) => found.filter((service) => service.group === group));
  return {
    services: groups.flatMap((own) => (query.order === 'name' ? own : own.toSorted(byCommittee))),
    counts: Object.fromEntries(deskGroups.map((group, i) => [group, groups[i]?.length ?? 0])) as Readonly<
      Record<DeskGroup, number>
    >,
  };
}

function answers(service: ListedService, { phase, level, waiting }: DeskQuery): boolean {
  return (
    (phase === null || (service.phase !== null && phaseName(service.phase) === phase)) &&
    (level === null || service.level === level) &&
    (waiting === null || service.tasks.some(({ kind }) => waiting === 'any' || kind === waiting))
  );
}

/** Leaves those that a part of a query does not ask for; all of them stay when it asks nothing. */
type Narrowing = (
  db: Database,
  services: ListedService[],
  query: DeskQuery,
  today: string,
) => Promise<ListedService[]>;

const named: Narrowing = async (db, services, { search, organisation, incubator }) => {
  if (search === '' && organisation === null && incubator === null) return services;
  const { rows } = await sql<{ id: string }>`
    select id from service
    where strpos(search_text, ${withoutAccents(search)}) > 0
      and (${organisation}::text is null or id in (
        select service_id from service_organisation where organisation_id = ${organisation}))
      and (${incubator}::text is null or id in (
        select service_id from service_incubator where incubator_id = ${incubator}))`.execute(db);
  const found = new Set(rows.map(({ id }) => id));
  return services.filter(({ id }) => found.has(id));
};

const inState: Narrowing = async (db, services, { state }) => {
  if (state === null) return services;
  const states = await serviceStates(db, idsOf(services));
  return services.filter(({ id }) => states.get(id)?.state === state);
};

const suggested: Narrowing = async (db, services, { answer }, today) => {
  if (answer === null) return services;
  const judged = await judgeServices(db, idsOf(services), today);
  return services.filter(({ id }) => judged.get(id)?.suggestion.answer === answer);
};

const idsOf = (services: readonly ListedService[]) => services.map(({ id }) => id);

/** Without a committee last; the sort keeps the order of names between equals. */
const byCommittee = (a: ListedService, b: ListedService): number => {
  const [one, other] = [a.nextCommittee?.day ?? '9999', b.nextCommittee?.day ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
};
