import type { RolloutTerritory } from './measured-rollout.ts';
import { isSeenAt, sizeOfTerritory, type Territory } from './panel.ts';
import type { RolloutQuestion } from './rollout-question.ts';

/** Territories sorted by what they can be used for, on the periods whose values are complete. */
export interface SortedTerritories {
  /** Periods complete enough to be read, and their positions in the panel. */
  readonly periods: readonly number[];
  readonly positions: readonly number[];
  readonly treated: readonly Territory[];
  /** Never treated, or not by the last of these periods. */
  readonly controls: readonly Territory[];
  /** Already treated at the first period: they have no « before ». */
  readonly already: readonly Territory[];
  /** Not seen at every period. */
  readonly incomplete: readonly Territory[];
  /** Of no known size, or none, when each counts for its size. */
  readonly sizeless: readonly Territory[];
}

/** `everyPeriod`: territories must be seen at all of them; otherwise at least once. */
export function sortTerritories({ panel, terms }: RolloutQuestion, everyPeriod: boolean): SortedTerritories {
  const { completeThrough } = panel;
  const kept = panel.periods.flatMap((period, position) =>
    completeThrough === null || period <= completeThrough ? [{ period, position }] : [],
  );
  const periods = kept.map(({ period }) => period);
  const positions = kept.map(({ position }) => position);
  const first = periods[0] ?? Number.POSITIVE_INFINITY;
  const last = periods.at(-1) ?? Number.NEGATIVE_INFINITY;
  const already = panel.territories.filter(({ started }) => started !== null && started <= first);
  const sizeless = panel.territories.filter(
    (territory) =>
      terms.weighting === 'size' && !already.includes(territory) && !((sizeOfTerritory(territory) ?? 0) > 0),
  );
  const others = panel.territories.filter(
    (territory) => !already.includes(territory) && !sizeless.includes(territory),
  );
  const seen = others.filter((territory) =>
    everyPeriod
      ? isSeenAt(territory, positions)
      : positions.some((position) => isSeenAt(territory, [position])),
  );
  return {
    periods,
    positions,
    treated: seen.filter(({ started }) => started !== null && started <= last),
    controls: seen.filter(({ started }) => started === null || started > last),
    already,
    incomplete: others.filter((territory) => !seen.includes(territory)),
    sizeless,
  };
}

export function territoryRows(question: RolloutQuestion, sorted: SortedTerritories): RolloutTerritory[] {
  const { calendar } = question.panel;
  const row = (role: RolloutTerritory['role'], reason: string | null) => (territory: Territory) => ({
    name: territory.name,
    started: territory.started === null ? null : calendar.code(territory.started),
    role,
    reason,
  });
  return [
    ...sorted.treated.map(row('treated', null)),
    ...sorted.controls.map(row('control', null)),
    ...sorted.already.map(row('left-out', 'équipé dès la première période : pas d’« avant »')),
    ...sorted.sizeless.map(row('left-out', 'sa taille manque ou vaut zéro : il ne compterait pour rien')),
    ...sorted.incomplete.map(row('left-out', 'il manque une valeur à une période au moins')),
  ];
}
