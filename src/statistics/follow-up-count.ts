/**
 * Units that share the same follow-up: the sufficient statistic of every time-to-event estimator.
 * `time`: whole units since entry (days, or the plan's duration unit). `status`: 0 followed without any event
 * until `time` (censored), 1 the effect, 2 and above a competing outcome. `entry`: delayed entry, at risk when
 * `entry < t <= time`; 0 when left out. `n`: how many units.
 */
export interface FollowUpCount {
  readonly time: number;
  readonly status: number;
  readonly n: number;
  readonly entry?: number;
}
