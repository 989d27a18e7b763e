/**
 * Before starting: how many people, what could be seen, when a figure may honestly be given. Everything is computed
 * by `src/statistics`; here the questions are put to it and its answers said. Arms of equal size.
 */
import { dayNumber } from '../../statistics/calendar-day.ts';
import { type FirstFigure, firstHonestFigure } from '../../statistics/first-honest-figure.ts';
import { isRefused, type Refused, refused } from '../../statistics/refused.ts';
import { survivalSize } from '../../statistics/survival-size.ts';
import { detectableRisk, sizePerArm } from '../../statistics/two-proportions-size.ts';
import { dropoutHazard, type ProjectQuestion, precisionWanted, withService } from './question.ts';
import { detectableSentence, durationsSentence, sizeSentence } from './sentences.ts';

export interface Size {
  readonly perArm: number;
  readonly total: number;
  readonly sentence: string;
}

export interface Detectable {
  /** Months over which people enter. */
  readonly months: number;
  readonly entered: number;
  /** Followed to the horizon, of those entered. */
  readonly followed: number;
  /** Smallest rise of the share that would be seen; null: none would. */
  readonly difference: number | null;
  readonly sentence: string;
}

export interface Projection {
  readonly question: ProjectQuestion;
  readonly size: Size | Refused | null;
  readonly detectable: readonly Detectable[];
  /** The share among users, with the precision wanted. */
  readonly firstFigure: FirstFigure | Refused | null;
  /** The difference between two groups. */
  readonly firstComparison: FirstFigure | Refused | null;
  /** Outcomes to see when delays are compared rather than shares at the horizon. */
  readonly durations: { readonly events: number; readonly sentence: string } | null;
}

/** People followed under which nothing is published. */
const minimum = 11;
const monthsShown = [3, 6, 12, 24];
const daysInMonth = 365.25 / 12;

export function project(question: ProjectQuestion): Projection {
  return {
    question,
    size: sizeOf(question),
    detectable: detectableOf(question),
    firstFigure: firstOf(question, {
      kind: 'precision',
      halfWidth: precisionWanted(question),
      level: 0.95,
    }),
    firstComparison: firstComparison(question),
    durations: durationsOf(question),
  };
}

function sizeOf(question: ProjectQuestion): Size | Refused | null {
  const { baseline, power, alpha, lost } = question;
  const treated = withService(question);
  if (treated === null) return null;
  if (treated === baseline) {
    return refused(
      'not-identified',
      'Non identifiable : un effet nul ne se voit avec aucun nombre de personnes.',
    );
  }
  if (!(treated > 0 && treated < 1)) {
    return refused(
      'invalid-input',
      'Cet effet ferait sortir la part de l’intervalle de 0 à 1 : donnez un effet plus petit, ou une autre référence.',
    );
  }
  const perArm = Math.ceil(sizePerArm(baseline, treated, power, alpha) / (1 - lost));
  return { perArm, total: 2 * perArm, sentence: sizeSentence(question, treated, perArm) };
}

function detectableOf(question: ProjectQuestion): readonly Detectable[] {
  const { usersPerWeek, baseline, power, alpha, lost } = question;
  const most = daysOfEntry(question);
  if (usersPerWeek === null || !(usersPerWeek > 0)) return [];
  return monthsShown.map((months) => {
    const entered = Math.floor((usersPerWeek / 7) * Math.min(most, months * daysInMonth));
    const followed = Math.floor(entered * (1 - lost));
    const risk = followed < 2 ? null : detectableRisk(followed / 2, baseline, power, alpha, 'above');
    const difference = risk === null ? null : risk - baseline;
    return {
      months,
      entered,
      followed,
      difference,
      sentence: detectableSentence(baseline, months, entered, risk),
    };
  });
}

/** Days over which people enter, first and last included; without end when the question gives none. */
function daysOfEntry({ start, lastEntry }: ProjectQuestion): number {
  const [from, to] = [start, lastEntry].map((day) => (day === null ? null : dayNumber(day)));
  return from == null || to == null ? Number.POSITIVE_INFINITY : to - from + 1;
}

type Goal = Parameters<typeof firstHonestFigure>[0]['goal'];

function firstOf(question: ProjectQuestion, goal: Goal): FirstFigure | Refused | null {
  const { usersPerWeek, start, lastEntry, horizon, lag, baseline } = question;
  if (usersPerWeek === null || start === null) return null;
  return firstHonestFigure({
    start,
    entriesPerDay: usersPerWeek / 7,
    lastEntry,
    horizon: horizon ?? 1,
    delay: lag,
    dropoutHazard: dropoutHazard(question),
    risk: baseline,
    minimum,
    goal,
  });
}

function firstComparison(question: ProjectQuestion): FirstFigure | Refused | null {
  const riskTreated = withService(question);
  if (riskTreated === null) return null;
  const size = sizeOf(question);
  if (isRefused(size)) return null;
  const { power, alpha } = question;
  return firstOf(question, { kind: 'comparison', riskTreated, power, alpha });
}

function durationsOf(question: ProjectQuestion): Projection['durations'] {
  const { horizon, baseline, power, alpha } = question;
  const treated = withService(question);
  if (horizon === null || treated === null || treated === baseline || !(treated > 0 && treated < 1))
    return null;
  const hazard = (risk: number) => -Math.log1p(-risk) / horizon;
  const { events } = survivalSize({
    hazardRatio: hazard(treated) / hazard(baseline),
    power,
    alpha,
    controlHazard: hazard(baseline),
    dropoutHazard: dropoutHazard(question),
    accrual: 0,
    followUp: horizon,
    allocationRatio: 1,
  });
  return { events: Math.ceil(events), sentence: durationsSentence(Math.ceil(events)) };
}
