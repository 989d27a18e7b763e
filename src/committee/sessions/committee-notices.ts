import type { Database } from '../../platform/database/database.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { daysAfter, monthsAfter } from '../../statistics/calendar-day.ts';
import { checkDue } from './check-due.ts';
import type { Decision } from './decision.ts';
import { readDecisions } from './read-decisions.ts';
import { type ListedSession, listSessions } from './session.ts';

/** Something of a committee that waits for someone, in one French sentence. */
export interface CommitteeNotice {
  readonly kind: 'prepare' | 'decide' | 'condition' | 'late' | 'check';
  readonly session: string;
  readonly sentence: string;
}

/** Days before its day at which a condition is recalled. */
const recalled = 14;

/** What waits on a day in the committees of a service, what is late first. */
export async function committeeNotices(
  db: Database,
  service: string,
  today: string,
): Promise<readonly CommitteeNotice[]> {
  const decisions = await readDecisions(db, [service]);
  const sessions = await listSessions(db, service);
  return [
    ...decisions.flatMap((decision) => ofConditions(decision, today)),
    ...sessions.flatMap((session) => ofSession(session, today)),
    ...decisions.flatMap((decision) => ofCheck(decision, today)),
  ].toSorted((a, b) => Number(b.kind === 'late') - Number(a.kind === 'late'));
}

function ofConditions({ session, conditions }: Decision, today: string): readonly CommitteeNotice[] {
  return conditions.flatMap(({ text, dueOn, isProof, answer }): CommitteeNotice[] => {
    if (answer !== null || daysAfter(dueOn, -recalled) > today) return [];
    const what = isProof ? 'La preuve demandée par le comité' : 'Une condition du comité';
    const todo = isProof ? 'apporter' : 'remplir';
    return dueOn < today
      ? [{ kind: 'late', session, sentence: `${what} est en retard depuis le ${frenchDay(dueOn)} : ${text}` }]
      : [
          {
            kind: 'condition',
            session,
            sentence: `${what} est à ${todo} d’ici le ${frenchDay(dueOn)} : ${text}`,
          },
        ];
  });
}

function ofSession(
  { id, plannedOn, moneyEndsOn, frozenOn, decision, isClosed }: ListedSession,
  today: string,
): readonly CommitteeNotice[] {
  if (decision !== null || isClosed) return [];
  if (frozenOn !== null) {
    return plannedOn > today
      ? []
      : [
          {
            kind: 'decide',
            session: id,
            sentence: `Le comité du ${frenchDay(plannedOn)} n’a pas encore de décision écrite.`,
          },
        ];
  }
  if (prepareFrom({ plannedOn, moneyEndsOn }) > today) return [];
  const money =
    moneyEndsOn === null
      ? ''
      : moneyEndsOn < today
        ? ` ; l’argent s’est arrêté le ${frenchDay(moneyEndsOn)}`
        : ` ; l’argent s’arrête le ${frenchDay(moneyEndsOn)}`;
  return [
    {
      kind: 'prepare',
      session: id,
      sentence: `Le comité du ${frenchDay(plannedOn)} est à préparer${money}.`,
    },
  ];
}

function ofCheck(decision: Decision, today: string): readonly CommitteeNotice[] {
  const months = checkDue(decision, today);
  if (months === null) return [];
  const ago = months === 6 ? 'Six mois ont passé' : 'Un an a passé';
  return [
    {
      kind: 'check',
      session: decision.session,
      sentence: `${ago} depuis la décision du ${frenchDay(decision.decidedOn)} : dites ce qu’elle a donné.`,
    },
  ];
}

/** Days before a committee at which it is prepared at the latest, however long the money lasts. */
const atLeast = 14;

/** The day from which a committee is prepared: a month before the money ends (or it meets), or two weeks before it meets. */
export function prepareFrom({
  plannedOn,
  moneyEndsOn,
}: Pick<ListedSession, 'plannedOn' | 'moneyEndsOn'>): string {
  const days = [monthsAfter(moneyEndsOn ?? plannedOn, -1), daysAfter(plannedOn, -atLeast)];
  return days.toSorted()[0] ?? plannedOn;
}
