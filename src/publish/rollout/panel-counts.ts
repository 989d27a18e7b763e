import type { Evidence } from '../../measure/measure.ts';
import type { Panel } from '../../measure/rollout/panel.ts';
import { type PeriodSize, panelCalendar } from '../../measure/rollout/panel-calendar.ts';

/** All that is published of a comparison by territories or in time: the table its figures are computed from. */
export interface PanelCounts {
  readonly kind: 'panel';
  readonly periodSize: PeriodSize;
  /** Numbers of the periods, as `panelCalendar(periodSize)` names them. */
  readonly periods: readonly number[];
  /** `share`: of the people of the cell; `count`: of people or cases; `mean`: anything else. */
  readonly values: 'share' | 'count' | 'mean';
  /** Days at which people are read, increasing; `[null]`: the table gives its values. */
  readonly horizons: readonly (number | null)[];
  /** For each horizon, the last period whose values are complete; null: all are. */
  readonly completeThrough: readonly (number | null)[];
  readonly weighting: 'equal' | 'size' | null;
  readonly territories: readonly PanelTerritory[];
  /** Too few people to be shown, or taken out with them so that a total gives none of them back. */
  readonly leftOut: readonly string[];
  /** What the outcome itself allows, before any comparison: from records that are not public. */
  readonly observed: Evidence;
}

export interface PanelTerritory {
  readonly name: string;
  /** Names of the territories it is made of: itself, or small ones taken together. */
  readonly members: readonly string[];
  readonly started: number | null;
  readonly startedOn: string | null;
  readonly cluster: string | null;
  /** By horizon then period; null: nothing is shown there. */
  readonly values: readonly (readonly (number | null)[])[];
  /** People behind each value; null: none shown, or the table does not say. */
  readonly people: readonly (number | null)[];
  /** What the territory weighs. */
  readonly sizes: readonly (number | null)[];
  readonly covariates: readonly (readonly number[])[];
  /** Some cells are those of the publication before, as they changed by a few people since. */
  readonly settled: boolean;
}

/** The panel estimators read, at one of the horizons. */
export function panelAt(counts: PanelCounts, horizon: number): Panel {
  return {
    calendar: panelCalendar(counts.periodSize),
    periods: counts.periods,
    territories: counts.territories.map(
      ({ name, started, startedOn, cluster, values, sizes, covariates }) => ({
        name,
        started,
        startedOn,
        cluster,
        values: values[horizon] ?? [],
        sizes,
        covariates,
      }),
    ),
    completeThrough: counts.completeThrough[horizon] ?? null,
    share: counts.values === 'share',
  };
}
