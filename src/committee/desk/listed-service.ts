import type { ServiceStandingTable } from '../../platform/database/tables/standing.ts';
import { isActivePhase } from '../../portfolio/phases.ts';
import type { DeskGroup, ListedService } from './desk-service.ts';
import { type CommitteeFacts, type DeskDays, deskTasks } from './desk-tasks.ts';

/** What the portfolio says of a service, and what stands of it: all null when it published and planned nothing. */
export interface ServiceFound extends OrNull<ServiceStandingTable> {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  /** As the source names it. */
  readonly phase: string | null;
}

type OrNull<T> = { readonly [Column in keyof T]: T[Column] | null };

/** A service as a desk ranges it, from what was found of it. */
export function listedService(row: ServiceFound, days: DeskDays): ListedService {
  const { id, name, phase, level } = row;
  const [last, waiting] = [lastOf(row), waitingOf(row)];
  const isEnded =
    last?.kind === 'stop' || last?.kind === 'transfer' || (phase !== null && !isActivePhase(phase));
  return {
    id,
    name,
    phase,
    demonstration: row.origin === 'demonstration',
    group: isEnded ? 'ended' : groupOf(row),
    level,
    nextCommittee: waiting === null ? null : { session: waiting.session, day: waiting.plannedOn },
    lastDecision: last === null ? null : { kind: last.kind, day: last.decidedOn },
    tasks: isEnded ? [] : deskTasks({ last, waiting, open: row.open_conditions ?? [] }, days),
  };
}

function groupOf({ level, effect }: ServiceFound): DeskGroup {
  if (level === null) return 'unmeasured';
  if (level >= 3 && effect === 'estimate') return 'compared';
  return level >= 2 ? 'followed' : 'sign';
}

function lastOf(row: ServiceFound): CommitteeFacts['last'] {
  const { decision_session: session, decision_kind: kind, decided_on: decidedOn } = row;
  if (session === null || kind === null || decidedOn === null) return null;
  const checked = row.looked_back === null ? [] : [row.looked_back];
  return { session, kind, decidedOn, moneyUntil: row.money_until, checked };
}

function waitingOf({ session, planned_on: plannedOn, ...row }: ServiceFound): CommitteeFacts['waiting'] {
  if (session === null || plannedOn === null) return null;
  return { session, plannedOn, moneyEndsOn: row.money_ends_on, frozenOn: row.frozen_on };
}
