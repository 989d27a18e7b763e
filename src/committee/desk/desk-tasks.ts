import type { DecisionKind } from '../../platform/database/tables/committees.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { daysAfter } from '../../statistics/calendar-day.ts';
import { checkDue } from '../sessions/check-due.ts';
import { prepareFrom } from '../sessions/committee-notices.ts';

/** The committees of one service, in the few facts that say what waits. Days are `YYYY-MM-DD`. */
export interface CommitteeFacts {
  /** The earliest committee without a decision. */
  readonly waiting: {
    readonly session: string;
    readonly plannedOn: string;
    readonly moneyEndsOn: string | null;
    readonly frozenOn: string | null;
  } | null;
  readonly last: {
    readonly session: string;
    readonly kind: DecisionKind;
    readonly decidedOn: string;
    readonly moneyUntil: string | null;
    /** Months after which it was looked back at. */
    readonly checked: readonly (6 | 12)[];
  } | null;
  /** Days of the conditions that nobody answered, the earliest first. */
  readonly open: readonly string[];
}

export interface DeskTask {
  readonly kind: 'money' | 'provisional' | 'late' | 'freeze' | 'decide' | 'check';
  /** The day it is due, past when it is late. */
  readonly day: string;
  /** Of which committee; null: of none yet. */
  readonly session: string | null;
  /** Puts the task in one French sentence; kept apart, since few of thousands are shown. */
  readonly sentence: () => string;
}

/** Days before the end of the money, or of a provisional decision, at which the desk says it. */
const warned = { money: 60, provisional: 30 } as const;

/** Days for which a condition that is late is said: older ones are for the decision log. */
const longestLate = 730;

/** The day a desk is read, and those it compares with: the same for every service. */
export interface DeskDays {
  readonly today: string;
  readonly money: string;
  readonly provisional: string;
  readonly oldestLate: string;
}

export const deskDays = (today: string): DeskDays => ({
  today,
  money: daysAfter(today, warned.money),
  provisional: daysAfter(today, warned.provisional),
  oldestLate: daysAfter(today, -longestLate),
});

/** What waits for someone in a service that is not ended, the earliest day first. */
export function deskTasks(facts: CommitteeFacts, days: DeskDays): readonly DeskTask[] {
  const tasks = [
    ...ofProvisional(facts, days),
    ...ofLate(facts, days),
    ...ofWaiting(facts, days),
    ...ofCheck(facts, days),
  ];
  const money = tasks.some(({ kind }) => kind === 'provisional') ? [] : ofMoney(facts, days);
  return [...tasks, ...money].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function ofMoney(
  { waiting, last }: CommitteeFacts,
  { today, money: warnedUntil }: DeskDays,
): readonly DeskTask[] {
  const day = waiting?.moneyEndsOn ?? last?.moneyUntil ?? null;
  if (day === null || day > warnedUntil) return [];
  return [
    {
      kind: 'money',
      day,
      session: waiting?.session ?? null,
      sentence: () => {
        const money = day < today ? 'L’argent s’est arrêté le' : 'L’argent s’arrête le';
        return typeset(`${money} ${frenchDay(day)}${waiting === null ? ' : aucun comité n’est prévu' : ''}.`);
      },
    },
  ];
}

function ofProvisional(
  { last, waiting }: CommitteeFacts,
  { today, provisional }: DeskDays,
): readonly DeskTask[] {
  if (last?.kind !== 'provisional') return [];
  const { decidedOn, moneyUntil } = last;
  const day = moneyUntil ?? daysAfter(decidedOn, 60);
  if (day > provisional) return [];
  const session = waiting?.session ?? last.session;
  const sentence = () =>
    typeset(
      `La décision provisoire du ${frenchDay(decidedOn)} ${day < today ? 'a pris' : 'prend'} fin le ${frenchDay(day)} : la preuve demandée est attendue.`,
    );
  return [{ kind: 'provisional', day, session, sentence }];
}

function ofLate({ open, last }: CommitteeFacts, { today, oldestLate }: DeskDays): readonly DeskTask[] {
  const late = open.filter((day) => day < today && day >= oldestLate);
  const [since] = late;
  if (since === undefined) return [];
  const count = late.length;
  const sentence = () =>
    count === 1
      ? `Une condition du comité est en retard depuis le ${frenchDay(since)}.`
      : `${counted(count, 'condition', 'conditions')} du comité en retard, la plus ancienne depuis le ${frenchDay(since)}.`;
  return [{ kind: 'late', day: since, session: last?.session ?? null, sentence }];
}

function ofWaiting({ waiting }: CommitteeFacts, { today }: DeskDays): readonly DeskTask[] {
  if (waiting === null) return [];
  const { session, plannedOn: day, frozenOn } = waiting;
  if (frozenOn === null)
    return prepareFrom(waiting) > today
      ? []
      : [
          {
            kind: 'freeze',
            day,
            session,
            sentence: () => typeset(`Comité du ${frenchDay(day)} : le dossier est à préparer et à figer.`),
          },
        ];
  return day > today
    ? []
    : [
        {
          kind: 'decide',
          day,
          session,
          sentence: () => typeset(`Comité du ${frenchDay(day)} : la décision est à écrire.`),
        },
      ];
}

function ofCheck({ last }: CommitteeFacts, { today }: DeskDays): readonly DeskTask[] {
  if (last === null) return [];
  const { decidedOn, session, checked } = last;
  const months = checkDue({ decidedOn, checks: checked.map((own) => ({ months: own })) }, today);
  if (months === null) return [];
  return [
    {
      kind: 'check',
      day: decidedOn,
      session,
      sentence: () =>
        `${months === 6 ? 'Six mois' : 'Un an'} après la décision du ${frenchDay(decidedOn)}, il reste à dire ce qu’elle a donné.`,
    },
  ];
}
