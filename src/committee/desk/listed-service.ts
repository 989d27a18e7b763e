import { isActivePhase } from '../../portfolio/phases.ts';
import type { DeskGroup, ListedService } from './desk-service.ts';
import type { LateFound, ServiceFound } from './desk-statements.ts';
import { type CommitteeFacts, deskTasks } from './desk-tasks.ts';

/** A service of the desk from what was found of it, and of its conditions that are late. */
export function listedService(row: ServiceFound, late: LateFound | null, today: string): ListedService {
  const { id, name, phase, level } = row;
  const last = lastOf(row);
  const waiting = waitingOf(row);
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
    tasks: isEnded ? [] : deskTasks({ last, waiting, late }, today),
  };
}

function groupOf({ level, effect }: ServiceFound): DeskGroup {
  if (level === null) return 'unmeasured';
  if (level >= 3 && effect === 'estimate') return 'compared';
  return level >= 2 ? 'followed' : 'sign';
}

const lastOf = ({
  lastSession,
  lastKind,
  decidedOn,
  moneyUntil,
  checked,
}: ServiceFound): CommitteeFacts['last'] =>
  lastSession === null
    ? null
    : {
        session: lastSession,
        kind: lastKind,
        decidedOn,
        moneyUntil,
        checked: checked === null ? [] : [checked],
      };

const waitingOf = ({
  nextSession,
  plannedOn,
  moneyEndsOn,
  frozenOn,
}: ServiceFound): CommitteeFacts['waiting'] =>
  nextSession === null ? null : { session: nextSession, plannedOn, moneyEndsOn, frozenOn };
