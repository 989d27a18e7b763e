import type { IndicatorBase } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { FreshnessFacts } from '../bundle/bundle.ts';

export interface Freshness {
  readonly state: 'fresh' | 'due' | 'stale';
  readonly ageDays: number;
  /** When it was measured, on what, and when next; once stale, that it is. */
  readonly sentence: string;
  /** The same without what comes next, for where there is little room. */
  readonly measured: string;
  /** For a badge: `23 nov. 2026`-like date, or how old the figure is. */
  readonly short: string;
}

/**
 * How fresh a figure is on a day (`YYYY-MM-DD`): `due` once a run is late, `stale` once two runs were missed, each having
 * until the next to be made. The page, the badge and the API all say this.
 */
export function freshness(facts: FreshnessFacts, today: string): Freshness {
  const { measuredOn, dataThrough, nextDue, everyDays } = facts;
  const ageDays = Math.max(0, daysBetween(measuredOn, today));
  const on = dataThrough === null ? '' : `, sur des données connues jusqu’au ${frenchDay(dataThrough)}`;
  const measured = `Mesuré le ${frenchDay(measuredOn)}${on}.`;
  if (ageDays > 3 * everyDays) {
    const old = `Ce chiffre a plus de ${threeRuns(everyDays)}`;
    return {
      state: 'stale',
      ageDays,
      sentence: typeset(`${old} : deux mesures prévues n’ont pas été faites. ${measured}`),
      measured: typeset(`${old}. ${measured}`),
      short: `plus de ${threeRuns(everyDays)}`,
    };
  }
  const late = today > nextDue;
  const next = late
    ? `La mesure prévue le ${frenchDay(nextDue)} n’est pas encore faite.`
    : `Prochaine mesure : ${weekday(nextDue)} ${frenchDay(nextDue)}.`;
  return {
    state: late ? 'due' : 'fresh',
    ageDays,
    sentence: typeset(`${measured} ${next}`),
    measured: typeset(measured),
    short: frenchDay(measuredOn),
  };
}

const everyDays = { week: 7, month: 30, quarter: 91, year: 365 } as const;

/** When a figure measured on a day is next due: the shortest cadence of the plan's indicators, a week when none says. */
export function freshnessFacts(
  measuredOn: string,
  dataThrough: string | null,
  indicators: readonly Pick<IndicatorBase, 'cadence'>[],
): FreshnessFacts {
  const days = Math.min(...indicators.map(({ cadence }) => everyDays[cadence ?? 'week']), everyDays.year);
  return { measuredOn, dataThrough, nextDue: dayAfter(measuredOn, days), everyDays: days };
}

function threeRuns(days: number): string {
  if (days === everyDays.week) return 'trois semaines';
  if (days === everyDays.month) return 'trois mois';
  if (days === everyDays.quarter) return 'neuf mois';
  if (days === everyDays.year) return 'trois ans';
  return `${frenchNumber(3 * days)}${tied}jours`;
}

const dayLength = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const weekday = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
