import { addMonths, type Calendar } from './calendar.ts';

/**
 * How uses and hires move from month to month, in relative terms.
 * `profile`: twelve multipliers from January to December, of mean about 1; the hires' multiply the hazard of hire.
 * `months`: figures month after month from `first`; the hires' are the wished number of hires by month of hire.
 */
export type MonthlyShape =
  | {
      readonly kind: 'profile';
      readonly source: string;
      readonly users: readonly number[];
      readonly hires: readonly number[];
    }
  | {
      readonly kind: 'months';
      readonly source: string;
      readonly first: string;
      readonly users: readonly number[];
      readonly hires: readonly number[];
    };

/**
 * Seasonality of La Bonne Boite, rounded to 0.05: each month over the mean of its year, averaged over 2019–2021
 * without the lockdown months. Source: `ire.csv` in the tests of StartupsPoleEmploi/labonneboite-importer (users
 * with an action on a company; hires in a viewed company).
 */
export const laBonneBoiteProfile = {
  kind: 'profile',
  source: 'profil saisonnier de La Bonne Boite, 2019–2021, arrondi',
  users: [1.3, 1, 1.2, 0.7, 0.9, 1.05, 0.95, 0.85, 1.15, 1.05, 1.05, 0.8],
  hires: [1, 0.75, 1, 1.15, 0.85, 1, 1.05, 0.9, 1.45, 1.05, 1, 0.8],
} as const satisfies MonthlyShape;

const [monthColumn, usersColumn, hiresColumn] = [
  'periode',
  'nb_idpe_unique_afficher_details_favori',
  'nb_embauche',
];

/**
 * Reads a monthly funnel with columns `periode` (`YYYY-MM`, consecutive), `nb_idpe_unique_afficher_details_favori`
 * and `nb_embauche`, separated by `;` or `,`. Returns a French sentence when it cannot be read.
 */
export function readFunnel(text: string, source: string): MonthlyShape | { readonly problem: string } {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const header = lines[0] ?? '';
  const separator = header.includes(';') ? ';' : ',';
  const columns = header.split(separator).map((name) => name.trim());
  const [month, users, hires] = [monthColumn, usersColumn, hiresColumn].map((name) => columns.indexOf(name));
  if (
    month === undefined ||
    users === undefined ||
    hires === undefined ||
    Math.min(month, users, hires) < 0
  ) {
    return { problem: `il faut les colonnes ${monthColumn}, ${usersColumn} et ${hiresColumn}` };
  }
  const rows = lines.slice(1).map((line) => line.split(separator));
  const first = rows[0]?.[month] ?? '';
  for (const [i, row] of rows.entries()) {
    const expected = /^\d{4}-(0[1-9]|1[0-2])$/.test(first) ? addMonths(first, i) : 'AAAA-MM';
    const figures = [row[users], row[hires]].map(Number);
    if (row[month] !== expected || !figures.every((n) => Number.isFinite(n) && n > 0)) {
      return {
        problem: `ligne ${i + 2} : un mois (${expected} attendu) et deux nombres positifs sont attendus`,
      };
    }
  }
  if (rows.length === 0) return { problem: 'aucun mois' };
  const figuresOf = (column: number) => rows.map((row) => Number(row[column]));
  return { kind: 'months', source, first, users: figuresOf(users), hires: figuresOf(hires) };
}

/** Relative weight of a month for one of the two series; months that a funnel does not hold follow the profile. */
export function monthWeight(shape: MonthlyShape, series: 'users' | 'hires', month: string): number {
  const ofYear = Number(month.slice(5, 7)) - 1;
  if (shape.kind === 'profile') return shape[series][ofYear] ?? 1;
  const values = shape[series];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rank = Number(month.slice(0, 4)) * 12 + ofYear - monthRank(shape.first);
  return (values[rank] ?? mean * (laBonneBoiteProfile[series][ofYear] ?? 1)) / mean;
}

const monthRank = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const usesByWeekday = [1.25, 1.2, 1.15, 1.15, 1.05, 0.6, 0.6];
const hiresByWeekday = [2.2, 1.1, 1, 1, 0.9, 0.5, 0.3];

/** Share of a month's new users who still use the service the next month, as the model of uses makes it. */
export const returning = 0.42;

/** The new users of each month whose sum with those coming back from the month before gives the active users. */
function newUsers(active: readonly number[]): number[] {
  let before = 0;
  return active.map((users) => {
    before = Math.max(0.1 * users, users - returning * before);
    return before;
  });
}

/** Share of entries on each day of the world; sums to 1. */
export function entryShares(calendar: Calendar, shape: MonthlyShape): Float64Array {
  const shares = new Float64Array(calendar.days);
  const inMonth = new Float64Array(calendar.months.length);
  for (let day = 0; day < calendar.days; day++) {
    const rank = calendar.month(day);
    inMonth[rank] = (inMonth[rank] ?? 0) + (usesByWeekday[calendar.weekday(day)] ?? 1);
  }
  const weights = newUsers(calendar.months.map((month) => monthWeight(shape, 'users', month)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let day = 0; day < calendar.days; day++) {
    const rank = calendar.month(day);
    const share = (usesByWeekday[calendar.weekday(day)] ?? 1) / (inMonth[rank] ?? 1);
    shares[day] = (share * (weights[rank] ?? 0)) / total;
  }
  return shares;
}

/**
 * What multiplies the hazard of hire on each day, from day 0 to `length` − 1, weekdays included.
 * With a funnel, a month's multiplier is the wished hires over those the entries would give without season
 * (`delays[t]`: share of hires t days after entry), scaled so that the total is unchanged.
 */
export function hireSeason(
  calendar: Calendar,
  shape: MonthlyShape,
  entries: Float64Array,
  delays: Float64Array,
  length: number,
): Float64Array {
  const byMonth = shape.kind === 'months' ? funnelSeason(calendar, shape, entries, delays) : [];
  return Float64Array.from({ length }, (_, day) => {
    const rank = calendar.month(day);
    const month =
      byMonth[rank] ??
      monthWeight(shape.kind === 'months' ? laBonneBoiteProfile : shape, 'hires', calendar.monthName(rank));
    return month * (hiresByWeekday[calendar.weekday(day)] ?? 1);
  });
}

function funnelSeason(
  calendar: Calendar,
  shape: MonthlyShape,
  entries: Float64Array,
  delays: Float64Array,
): number[] {
  const expected = calendar.months.map(() => 0);
  for (let entry = 0; entry < calendar.days; entry++) {
    for (let t = 1; t < delays.length && entry + t < calendar.days; t++) {
      const rank = calendar.month(entry + t);
      expected[rank] = (expected[rank] ?? 0) + (entries[entry] ?? 0) * (delays[t] ?? 0);
    }
  }
  const wished = calendar.months.map((month) => monthWeight(shape, 'hires', month));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const scale = sum(expected) / sum(wished);
  return wished.map((value, i) => Math.min(8, (value * scale) / Math.max(expected[i] ?? 0, 1e-9)));
}
