import type { TerritorySeries } from '../synthetic-control.ts';
import { namedNumbersOrNull, numberList, refuse, rowsByGroup, textColumn, textInput } from './columns.ts';
import type { StatisticsRequest } from './request.ts';

interface OneTerritory {
  readonly treated: TerritorySeries;
  /** The other territories observed in every period. */
  readonly pool: readonly TerritorySeries[];
  readonly postTimes: readonly number[];
  /** Territories left out because a period is missing. */
  readonly dropped: readonly string[];
}

/** Series of one treated territory and of the others, from a table of one row a territory and period. */
export function oneTreatedTerritory(request: StatisticsRequest): OneTerritory {
  const units = textColumn(request, 'unit');
  const times = namedNumbersOrNull(request, textInput(request, 'time'));
  const outcomes = namedNumbersOrNull(request, textInput(request, 'outcome'));
  const name = textInput(request, 'treatedUnit');
  const pre = periodsWithin(request, 'prePeriod', times);
  const post = periodsWithin(request, 'postPeriod', times);
  if (pre.length === 0 || post.length === 0)
    return refuse(
      'not-identified',
      "Non identifiable : il faut au moins une période avant et une après l'arrivée du service.",
    );
  if ((pre.at(-1) as number) >= (post[0] as number))
    return refuse('invalid-time', "Les périodes d'avant et d'après se chevauchent.");

  const series = [...rowsByGroup(units)].map(([unit, rows]) => {
    const at = new Map<number | null, number | null>();
    for (const row of rows) {
      const time = times[row] ?? null;
      if (time !== null && at.has(time))
        refuse('invalid-time', `La période ${time} apparaît deux fois pour « ${unit} ».`);
      at.set(time, outcomes[row] ?? null);
    }
    return {
      unit,
      pre: pre.flatMap((time) => at.get(time) ?? []),
      post: post.flatMap((time) => at.get(time) ?? []),
    };
  });
  const isComplete = (unit: TerritorySeries): boolean =>
    unit.pre.length === pre.length && unit.post.length === post.length;
  const treated = series.find(({ unit }) => unit === name);
  if (treated === undefined)
    return refuse('empty-group', `Le territoire « ${name} » n'est pas dans la table.`);
  if (!isComplete(treated))
    return refuse('invalid-input', `Le territoire « ${name} » n'est pas observé à toutes les périodes.`);
  const others = series.filter((unit) => unit !== treated);
  const pool = others.filter(isComplete);
  if (pool.length === 0)
    return refuse(
      'not-identified',
      "Non identifiable : aucun autre territoire n'est observé à toutes les périodes ; il n'y a personne à qui comparer.",
    );
  return {
    treated,
    pool,
    postTimes: post,
    dropped: others.filter((unit) => !isComplete(unit)).map(({ unit }) => unit),
  };
}

/** Distinct periods of the table between the two bounds given, both included, in order. */
function periodsWithin(
  request: StatisticsRequest,
  key: string,
  times: readonly (number | null)[],
): readonly number[] {
  const bounds = numberList(request, key);
  const [from, to = from] = bounds;
  if (from === undefined || to === undefined || bounds.length > 2)
    return refuse('invalid-input', `L'entrée « ${key} » attend la première et la dernière période.`);
  const within = times.flatMap((time) => (time !== null && time >= from && time <= to ? [time] : []));
  return [...new Set(within)].sort((a, b) => a - b);
}
