import { dayNumber, isoDay } from '../calendar-day.ts';
import { type CumulativeTriangle, chainLadder } from '../chain-ladder.ts';
import { nowcast as nowcastByDelay, type ReportCount } from '../reporting-delay.ts';
import {
  levelInput,
  namedNumbersOrNull,
  numberInput,
  numericColumn,
  reading,
  refuse,
  rowsByGroup,
  textColumn,
  textInput,
} from './columns.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

function dayColumn(request: StatisticsRequest, key: string): readonly number[] {
  const column = textInput(request, key);
  return textColumn(request, key).map(
    (text, row) =>
      dayNumber(text.slice(0, 10)) ??
      refuse('invalid-time', `Colonne « ${column} », ligne ${row + 1} : un jour AAAA-MM-JJ est attendu.`),
  );
}

const delay = reading((request) => {
  const days = dayColumn(request, 'eventDate');
  const reported = dayColumn(request, 'reportDate');
  const reports = days.map((day, row): ReportCount => {
    const wait = (reported[row] ?? day) - day;
    if (wait >= 0) return { day, delay: wait, n: 1 };
    return refuse('invalid-time', `Ligne ${row + 1} : l'événement est connu avant d'avoir eu lieu.`);
  });
  const asOf = dayNumber(textInput(request, 'asOf'));
  if (asOf === null) return refuse('invalid-time', "L'entrée « asOf » attend un jour AAAA-MM-JJ.");
  const maxDelay = numberInput(request, 'maxDelay');
  if (!Number.isInteger(maxDelay) || maxDelay < 0 || maxDelay > 36_525) {
    refuse('invalid-input', "L'entrée « maxDelay » attend un nombre entier de jours, de 0 à 36 525.");
  }
  const level = levelInput(request);
  const { cdf, observed, expected, byDay, ...prediction } = nowcastByDelay(reports, asOf, maxDelay, level);
  const unknown = {
    sentence:
      "Le registre n'est pas suivi depuis assez longtemps pour connaître ses retards les plus longs : les derniers jours ne peuvent pas être complétés.",
  };
  return {
    cdf: Object.fromEntries(cdf.map((share, days) => [String(days), share])),
    observedTotal: observed,
    nowcastTotal: expected,
    nowcastSe: prediction.standardError,
    nowcastLower: prediction.lower,
    nowcastUpper: prediction.upper,
    byDate: Object.fromEntries(
      byDay.map((row) => [isoDay(row.day), { observed: row.observed, nowcast: row.expected }]),
    ),
    ...(expected === null ? unknown : {}),
  };
});

/** Long table to triangle: origins and development periods in increasing order; an empty cell is not known yet. */
function readTriangle(request: StatisticsRequest): CumulativeTriangle {
  const origins = rowsByGroup(textColumn(request, 'origin'));
  const periods = numericColumn(request, 'development');
  const values = namedNumbersOrNull(request, textInput(request, 'cumulative'));
  const known = [...new Set(periods.filter((_, row) => values[row] !== null))].sort((a, b) => a - b);
  const position = new Map(known.map((period, k) => [period, k]));
  return [...origins].map(([origin, rows]) => {
    const line: (number | null)[] = known.map(() => null);
    for (const row of rows) {
      const k = position.get(periods[row] ?? Number.NaN) ?? 0;
      const value = values[row] ?? null;
      if (value === null) continue;
      if (line[k] !== null) refuse('invalid-input', `L'origine « ${origin} » donne deux fois une période.`);
      if (value < 0) refuse('invalid-input', `L'origine « ${origin} » a un cumul négatif.`);
      line[k] = value;
    }
    const age = line.indexOf(null);
    if (age >= 0 && line.slice(age).some((value) => value !== null)) {
      refuse('invalid-input', `L'origine « ${origin} » a une période manquante avant la dernière connue.`);
    }
    return line;
  });
}

const triangle = reading((request) => {
  const { factors, origins, total } = chainLadder(readTriangle(request));
  return {
    factors,
    ultimate: origins.map((o) => o.ultimate),
    ibnr: origins.map((o) => o.toCome),
    mackSe: origins.map((o) => o.standardError),
    total: {
      latest: total.latest,
      ultimate: total.ultimate,
      ibnr: total.toCome,
      mackSe: total.standardError,
    },
  };
});

/** What is not known yet: late reports, cohorts not yet mature. */
export const nowcast: Handlers = { 'nowcast.delay': delay, 'nowcast.chainLadder': triangle };
