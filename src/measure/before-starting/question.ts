/** What must be known before starting; whatever is null is left out of the answer. */
export interface ProjectQuestion {
  /** Share expected without the service, within (0, 1). */
  readonly baseline: number;
  /** Difference worth seeing, of those who use the service: 0.02 for two points, negative for a fall. */
  readonly effect: number | null;
  /** Share of the people offered the service who use it; the effect of the offer is that much smaller. */
  readonly takeUp: number;
  readonly usersPerWeek: number | null;
  /** ISO day on which the first people enter. */
  readonly start: string | null;
  /** ISO day after which nobody enters any more; null: no end. */
  readonly lastEntry: string | null;
  /** Days after use at which the figure is read; null: the outcome is known at once. */
  readonly horizon: number | null;
  /** Days by which the register is late. */
  readonly lag: number;
  /** Share of people lost to follow-up by the horizon, within [0, 1). */
  readonly lost: number;
  readonly power: number;
  readonly alpha: number;
  /** Half-width wanted for a figure without comparison; null: a fifth of the baseline. */
  readonly precision: number | null;
}

/** The share expected with the service, as the draw will see it. */
export const withService = ({ baseline, effect, takeUp }: ProjectQuestion): number | null =>
  effect === null ? null : baseline + effect * takeUp;

/** The rate at which people are lost to follow-up, a day. */
export const dropoutHazard = ({ lost, horizon }: ProjectQuestion): number =>
  horizon === null ? 0 : -Math.log1p(-lost) / horizon;

export const precisionWanted = ({ precision, baseline }: ProjectQuestion): number =>
  precision ?? Math.min(baseline, 1 - baseline) / 5;
