import type { PanelCalendar } from './panel-calendar.ts';

/** Territories seen at several periods: what every comparison by rollout is read from. */
export interface Panel {
  readonly calendar: PanelCalendar;
  /** Periods seen, increasing. */
  readonly periods: readonly number[];
  readonly territories: readonly Territory[];
  /** Last period whose values are complete; null: all are. */
  readonly completeThrough: number | null;
  /** Whether a value is a share of people, between 0 and 1. */
  readonly share: boolean;
}

export interface Territory {
  readonly name: string;
  /** First period with the service; null: never received. */
  readonly started: number | null;
  /** The same as written; null: never. */
  readonly startedOn: string | null;
  /** One a period of the panel; null where nothing was seen. */
  readonly values: readonly (number | null)[];
  /** People, dwellings… behind each value; null when the panel does not say. */
  readonly sizes: readonly (number | null)[];
  /** People behind each value when `sizes` counts something else. */
  readonly people?: readonly (number | null)[];
  /** Characteristics of each period, in the order the plan names them; empty without. */
  readonly covariates: readonly (readonly number[])[];
  /** The larger territory this one goes with; null: it stands alone. */
  readonly cluster: string | null;
}

/** Mean size of a territory over the periods where it is seen; null when the panel does not say. */
export function sizeOfTerritory({ sizes }: Pick<Territory, 'sizes'>): number | null {
  const known = sizes.filter((size) => size !== null);
  return known.length === 0 ? null : known.reduce((sum, size) => sum + size, 0) / known.length;
}

/** Weights of mean 1 when each territory counts for its size; undefined when each counts as much. */
export function weightsOf(
  territories: readonly Territory[],
  weighting: 'equal' | 'size' | null,
): readonly number[] | undefined {
  if (weighting !== 'size') return undefined;
  const sizes = territories.map((territory) => sizeOfTerritory(territory) ?? 0);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return mean > 0 ? sizes.map((size) => size / mean) : undefined;
}

/** Whether a territory has a value at every one of these positions. */
export const isSeenAt = (territory: Territory, positions: readonly number[]): boolean =>
  positions.every((position) => territory.values[position] != null);
