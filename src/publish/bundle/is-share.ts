import type { EstimateBase } from '../../measure/measure.ts';
import type { Indicator } from '../../plan/plan.ts';

/** Whether a figure is a share of people, between 0 and 1, said out of 100. */
export const isShare = (method: Indicator['method'], estimate: EstimateBase): boolean =>
  method === 'follow-up' || ('unit' in estimate && estimate.unit === 'proportion');
