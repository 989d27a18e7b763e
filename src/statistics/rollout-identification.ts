/**
 * What a rollout lets one say, from adoption dates alone, before any outcome is read. An effect is identified as long
 * as somebody is not treated yet: under a national rollout, the comparison ends when the last group starts.
 * Source: Callaway & Sant'Anna 2021, assumptions 4 and 5.
 */
export interface RolloutIdentification {
  readonly status: 'identified' | 'partly' | 'not-identified';
  /** Last period in which somebody can still serve as comparison; null when there is none after treatment starts. */
  readonly lastComparablePeriod: number | null;
  /** Groups for which at least one period after treatment can be compared. */
  readonly comparableGroups: readonly number[];
  readonly sentence: string;
}

/**
 * `groups`: first treated period of each unit, null when never treated. `periods`: increasing. `nameOf`: how sentences
 * call a period.
 */
export function rolloutIdentification(
  groups: readonly (number | null)[],
  periods: readonly number[],
  nameOf: (period: number) => string = String,
): RolloutIdentification {
  const first = periods[0];
  const last = periods.at(-1);
  const none = (sentence: string): RolloutIdentification => ({
    status: 'not-identified',
    lastComparablePeriod: null,
    comparableGroups: [],
    sentence: `Non identifiable : ${sentence}`,
  });
  if (first === undefined || last === undefined || first === last)
    return none(
      "une seule période est observée ; il en faut au moins une avant et une après l'arrivée du service.",
    );

  const starts = groups.map((group) => group ?? Number.POSITIVE_INFINITY);
  const latestStart = Math.max(...starts);
  const started = [...new Set(starts.filter((start) => start <= last))].sort((a, b) => a - b);
  if (started.length === 0) return none("aucun territoire n'a encore reçu le service.");
  const seenBefore = started.filter((start) => start > first);
  if (seenBefore.length === 0)
    return none(
      "tous les territoires équipés l'étaient déjà à la première période : il n'y a pas d'« avant ».",
    );
  if (latestStart > last)
    return {
      status: 'identified',
      lastComparablePeriod: last,
      comparableGroups: seenBefore,
      sentence: 'Des territoires sans le service existent à chaque période : ils servent de comparaison.',
    };

  const comparableGroups = seenBefore.filter((start) => start < latestStart);
  const lastComparablePeriod = periods.findLast((period) => period < latestStart) ?? null;
  if (comparableGroups.length === 0)
    return none(
      `tout le monde a reçu le service à la même période (${nameOf(latestStart)}). On peut décrire un avant-après, sans pouvoir écarter une autre cause survenue au même moment.`,
    );
  return {
    status: 'partly',
    lastComparablePeriod,
    comparableGroups,
    sentence: `Tous les territoires finissent par recevoir le service. L'effet se mesure jusqu'à la période ${lastComparablePeriod === null ? '' : nameOf(lastComparablePeriod)}, en comparant les premiers équipés à ceux qui attendaient encore ; après l'arrivée du dernier groupe (${nameOf(latestStart)}), et pour ce groupe, il n'est pas identifiable.`,
  };
}
