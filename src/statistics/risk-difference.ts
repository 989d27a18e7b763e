import type { FollowUpCount } from './follow-up-count.ts';
import { normalHalfWidth } from './normal.ts';
import { incidenceAt, productLimit } from './product-limit.ts';

export interface RiskDifference {
  /** One of the arms was not followed this long: no figure. */
  readonly beyondFollowUp: boolean;
  readonly treatedIncidence: number | null;
  readonly controlIncidence: number | null;
  /** Treated minus control, in proportion. */
  readonly estimate: number | null;
  readonly se: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Difference of Kaplan–Meier incidences at `horizon`, normal interval from the two Greenwood variances added.
 * No interval when an arm's variance is undefined (everybody had the event) or both are 0 (no event at all).
 * Kaplan & Meier 1958; Greenwood 1926. Assumes independent arms and follow-up that stops for unrelated reasons.
 * Two of ten against one of ten: 0.10, standard error 0.158.
 */
export function riskDifference(
  treated: readonly FollowUpCount[],
  control: readonly FollowUpCount[],
  horizon: number,
  level = 0.95,
): RiskDifference {
  const t = incidenceAt(productLimit(treated), horizon);
  const c = incidenceAt(productLimit(control), horizon);
  const arms = {
    beyondFollowUp: t.beyondFollowUp || c.beyondFollowUp,
    treatedIncidence: t.incidence,
    controlIncidence: c.incidence,
  };
  const estimate = t.incidence === null || c.incidence === null ? null : t.incidence - c.incidence;
  const se = estimate === null || t.se === null || c.se === null ? null : Math.hypot(t.se, c.se);
  if (estimate === null || se === null || se === 0)
    return { ...arms, estimate, se, lower: null, upper: null };
  const margin = normalHalfWidth(level) * se;
  return { ...arms, estimate, se, lower: estimate - margin, upper: estimate + margin };
}
