import { frenchList } from '../../platform/french/number.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Panel, Territory } from './panel.ts';
import {
  numberIn,
  type PeriodSize,
  panelCalendar,
  sizeOf,
  type WrittenPeriod,
  writtenPeriod,
} from './panel-calendar.ts';

/** One row of a panel as the records hold it. */
export interface PanelRow {
  readonly territory: string;
  readonly period: string;
  /** Null: nothing was seen there. */
  readonly value: number | null;
  readonly size: number | null;
  /** People behind the value, when `size` counts something else. */
  readonly people?: number | null;
  /** When the territory received the service, as written; null: never, or said elsewhere. */
  readonly started: string | null;
  readonly covariates: readonly (number | null)[];
  readonly cluster: string | null;
}

export interface PanelTerms {
  readonly source: string;
  /** Start of each territory when the panel does not hold it; null: the rows' own. */
  readonly starts: ReadonlyMap<string, string | null> | null;
  /** One start for all, for a series compared with its own past. */
  readonly startedForAll: string | null;
  /** Values of `started` that mean never. */
  readonly never: readonly string[];
  readonly completeThrough: string | null;
  readonly share: boolean;
}

/** A table of territories and periods as a panel; refuses what no reading could mend: two rows for one cell… */
export function panelFromRows(rows: readonly PanelRow[], terms: PanelTerms): Panel {
  const { source } = terms;
  const written = new Map<string, WrittenPeriod | null>();
  for (const { period } of rows) if (!written.has(period)) written.set(period, writtenPeriod(period));
  const unreadable = [...written].find(([, period]) => period === null);
  if (unreadable !== undefined)
    throw bad(
      `« ${source} » : la période « ${unreadable[0]} » n’est pas comprise.`,
      'Écrivez 2024-03, 2024-Q1, 2024-W12, 2024, une date, ou un numéro de période.',
    );
  const known = [...written.values()].filter((period) => period !== null);
  const size = sizeOf(known);
  if (size === null)
    throw bad(
      `« ${source} » mêle des périodes de plusieurs formes (${frenchList([...written.keys()].slice(0, 3))}…).`,
      'Écrivez toutes les périodes de la même façon : des mois, des trimestres ou des années.',
    );
  const numberOf = (text: string): number | null => {
    const period = writtenPeriod(text);
    return period === null ? null : numberIn(size, period);
  };
  const calendar = panelCalendar(size);
  const periods = [...new Set(rows.map((row) => numberOf(row.period) ?? 0))].sort((a, b) => a - b);
  const position = new Map(periods.map((period, i) => [period, i]));
  const territories = [...byTerritory(rows)].map(([name, own]) => {
    const startedOn = startText(name, own, terms);
    const cells = new Map<number, PanelRow>();
    for (const row of own) {
      const at = position.get(numberOf(row.period) ?? 0) ?? 0;
      if (cells.has(at))
        throw bad(
          `« ${source} » : « ${name} » a deux lignes pour la période « ${row.period} ».`,
          'Gardez une ligne par territoire et par période (where peut en écarter), puis relancez.',
        );
      cells.set(at, row);
    }
    return territory(
      name,
      startedOn,
      startedOn === null ? null : startPeriod(startedOn, size, source),
      periods.map((_, at) => cells.get(at)),
    );
  });
  const through = terms.completeThrough === null ? null : numberOf(terms.completeThrough);
  const whole =
    through === null || terms.completeThrough === null
      ? null
      : lastWhole(through, calendar.lastDay(through), writtenPeriod(terms.completeThrough));
  return { calendar, periods, territories, completeThrough: whole, share: terms.share };
}

/** The first period with the service, from how its arrival is written. */
export function startPeriod(text: string, size: PeriodSize, source: string): number {
  const written = writtenPeriod(text);
  const period = written === null ? null : numberIn(size, written);
  if (period !== null) return period;
  throw bad(
    `« ${source} » : l’arrivée du service « ${text} » ne se place pas parmi des périodes comme « ${example[size]} ».`,
    'Écrivez-la comme une date, ou comme les périodes de la table.',
  );
}

const example: Readonly<Record<PeriodSize, string>> = {
  day: '2024-03-15',
  week: '2024-W12',
  month: '2024-03',
  quarter: '2024-Q1',
  year: '2024',
  number: '12',
};

/** A declared last day counts its own period only when that day ends it. */
const lastWhole = (period: number, lastDay: number | null, through: WrittenPeriod | null): number =>
  through?.form === 'day' && lastDay !== null && through.number < lastDay ? period - 1 : period;

function byTerritory(rows: readonly PanelRow[]): ReadonlyMap<string, readonly PanelRow[]> {
  const groups = new Map<string, PanelRow[]>();
  for (const row of rows) {
    const own = groups.get(row.territory);
    if (own === undefined) groups.set(row.territory, [row]);
    else own.push(row);
  }
  return groups;
}

function startText(name: string, rows: readonly PanelRow[], terms: PanelTerms): string | null {
  const { starts, startedForAll, never, source } = terms;
  const kept = (text: string | null): string | null =>
    text === null || text === '' || never.includes(text) ? null : text;
  if (startedForAll !== null) return startedForAll;
  if (starts !== null) return kept(starts.get(name) ?? null);
  const found = new Set(rows.map(({ started }) => kept(started)));
  if (found.size > 1)
    throw bad(
      `« ${source} » : « ${name} » a plusieurs dates d’arrivée du service (${frenchList([...found].map((text) => text ?? 'vide'))}).`,
      'La date d’arrivée doit être la même sur toutes les lignes du territoire, ou vide partout.',
    );
  return [...found][0] ?? null;
}

function territory(
  name: string,
  startedOn: string | null,
  started: number | null,
  cells: readonly (PanelRow | undefined)[],
): Territory {
  const complete = (row: PanelRow | undefined): row is PanelRow & { covariates: readonly number[] } =>
    row?.covariates.every((value) => value !== null) === true;
  return {
    name,
    started,
    startedOn,
    values: cells.map((row) => (complete(row) ? row.value : null)),
    sizes: cells.map((row) => row?.size ?? null),
    ...(cells.some((row) => row?.people != null) && { people: cells.map((row) => row?.people ?? null) }),
    covariates: cells.map((row) => (complete(row) ? row.covariates : [])),
    cluster: cells.find((row) => row?.cluster != null)?.cluster ?? null,
  };
}

const bad = (sentence: string, advice: string) => new Refusal('data', sentence, advice);
