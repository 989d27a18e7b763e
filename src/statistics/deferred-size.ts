/**
 * People per arm to tell two incidences at a horizon apart, when some are not followed that long at the reading:
 * the two-proportion formula with each binomial variance p(1 - p) replaced by the variance of an incidence under
 * accrual, register delay and drop-out (`deferred-precision.ts`). The same when everybody is followed.
 */

import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { incidenceVariance, type Reading } from './deferred-precision.ts';
import { counted } from './french-number.ts';
import { normalHalfWidth } from './normal.ts';
import { type Refused, refused } from './refused.ts';

export interface DeferredDesign {
  readonly riskControl: number;
  readonly riskTreated: number;
  readonly horizon: number;
  readonly power: number;
  readonly alpha: number;
  readonly reading: Reading;
}

export interface DeferredSize {
  /** Not rounded. */
  readonly nPerArm: number;
  /** How many times more people than if everybody were followed to the horizon. */
  readonly inflation: number;
}

/** Risks within (0, 1), different. */
export function deferredSize({
  riskControl,
  riskTreated,
  horizon,
  power,
  alpha,
  reading,
}: DeferredDesign): DeferredSize | Refused {
  const size = (when: Reading): number | null => {
    const pooled = incidenceVariance((riskControl + riskTreated) / 2, horizon, when);
    const control = incidenceVariance(riskControl, horizon, when);
    const treated = incidenceVariance(riskTreated, horizon, when);
    if (pooled === null || control === null || treated === null) return null;
    const wanted =
      normalHalfWidth(1 - alpha) * Math.sqrt(2 * pooled) +
      normalQuantile(power, 0, 1) * Math.sqrt(control + treated);
    return (wanted / (riskTreated - riskControl)) ** 2;
  };
  const nPerArm = size(reading);
  const complete = size({ accrual: 0, wait: horizon, delay: 0, dropoutHazard: 0 });
  if (nPerArm === null || complete === null)
    return refused(
      'not-identified',
      `Pas encore mûr : à la date de lecture prévue, personne n'aura été suivi ${counted(horizon, 'jour', 'jours')}.`,
    );
  return { nPerArm, inflation: nPerArm / complete };
}
