import { withoutAccents } from '../../portfolio/search-text.ts';
import type { StateName } from '../review/service-state.ts';
import type { Answer } from '../suggestion/suggestion.ts';
import { type DeskGroup, type DeskService, deskGroups } from './desk-service.ts';
import type { DeskTask } from './desk-tasks.ts';

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
  readonly services: readonly DeskService[];
  readonly counts: Readonly<Record<DeskGroup, number>>;
}

/** The services that answer a query, group by group, each by next committee or by name: never by a figure. */
export function narrowDesk(services: readonly DeskService[], query: DeskQuery): NarrowedDesk {
  const found = services.filter((service) => answers(service, query));
  const groups = deskGroups.map((group) => found.filter((service) => service.group === group));
  return {
    services: groups.flatMap((own) => (query.order === 'name' ? own : own.toSorted(byCommittee))),
    counts: Object.fromEntries(deskGroups.map((group, i) => [group, groups[i]?.length ?? 0])) as Readonly<
      Record<DeskGroup, number>
    >,
  };
}

function answers(service: DeskService, query: DeskQuery): boolean {
  const { organisation, incubator, phase, level, state, answer, waiting } = query;
  return (
    (organisation === null || service.organisations.some(({ id }) => id === organisation)) &&
    (incubator === null || service.incubators.some(({ id }) => id === incubator)) &&
    (phase === null || service.phase === phase) &&
    (level === null || service.level === level) &&
    (state === null || service.state.state === state) &&
    (answer === null || service.suggestion.answer === answer) &&
    (waiting === null || service.tasks.some(({ kind }) => waiting === 'any' || kind === waiting)) &&
    (query.search === '' || service.search.includes(withoutAccents(query.search)))
  );
}

/** Without a committee last; the sort keeps the order of names between equals. */
const byCommittee = (a: DeskService, b: DeskService): number => {
  const [one, other] = [a.nextCommittee?.day ?? '9999', b.nextCommittee?.day ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
};
