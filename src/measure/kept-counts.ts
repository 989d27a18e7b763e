import type { RolloutTerms } from '../plan/rollout/terms.ts';
import type { CovariateCells } from './comparison/covariate-cells.ts';
import type { Splitter } from './follow-up-inputs.ts';
import type { Followed } from './followed.ts';
import type { Evidence } from './measure.ts';
import type { Panel } from './rollout/panel.ts';

/** Units as they were counted, before any figure, and what the columns of their cells are. */
export interface FollowedUnits {
  readonly units: readonly Followed[];
  readonly columns: readonly string[];
  /** The same units by the covariates of the comparison. */
  readonly cells: CovariateCells;
  /** Groups and breakdowns, then what the comparison reads: its arm first. */
  readonly splits: readonly Splitter[];
  readonly compared: readonly Splitter[];
  readonly causes: readonly string[];
}

/** What a comparison by territories or in time was computed from: kept only when asked for, never printed. */
export interface KeptPanels {
  /** One a horizon, of the same territories and periods; `horizon` null: the table gives its values. */
  readonly panels: readonly { readonly horizon: number | null; readonly panel: Panel }[];
  readonly weighting: RolloutTerms['weighting'];
  /** What the outcome itself allows, before any comparison. */
  readonly observed: Evidence;
}
