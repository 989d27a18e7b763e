/** How territories, or one series with its past, are compared: what the plan asks for, defaults filled. */
export interface RolloutTerms {
  readonly design: 'rollout' | 'before-after';
  /** Attribute of the people followed that says their territory; null: a panel has its own column, a series none. */
  readonly territory: string | null;
  readonly started: RolloutStarts;
  /** Null: chosen from the data. */
  readonly estimator: RolloutEstimator | null;
  readonly controlGroup: 'not-yet-treated' | 'never-treated';
  /** Periods before the start in which territories may already have moved. */
  readonly anticipation: number;
  /** Attributes of a panel on which territories are made alike. */
  readonly covariates: readonly string[];
  readonly adjustment: 'doubly-robust' | 'weighting' | 'regression';
  /** Attribute of a panel naming the larger territory each one goes with. */
  readonly cluster: string | null;
  /** `equal`: a territory is a territory; `size`: each counts for its people, dwellings… Null: `size` when a panel has weights. */
  readonly weighting: 'equal' | 'size' | null;
  /** Periods tied to one another in the Newey–West errors given beside; null: the usual rule. */
  readonly lag: number | null;
  /** Months or quarters of the year are compared with themselves. */
  readonly seasons: boolean;
}

export type RolloutEstimator = 'difference-in-differences' | 'group-time' | 'synthetic-control';

/** When each territory received the service. */
export type RolloutStarts =
  /** The panel's own column. */
  | { readonly in: 'panel' }
  /** A source of kind `territories`. */
  | { readonly in: 'source'; readonly source: string }
  /** The plan; null: never. */
  | { readonly in: 'plan'; readonly starts: Readonly<Record<string, string | null>> }
  /** One date for everybody. */
  | { readonly in: 'once'; readonly date: string };
