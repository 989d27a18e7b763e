/**
 * Before a comparison of times to an outcome: how many outcomes, then how many people.
 *
 *   events = (z_(1-alpha/2) + z_power)² (1 + r)² / (r log(HR)²),   r people treated for each control
 *
 * People enter evenly over `accrual`, are followed `followUp` more, have the outcome at a constant hazard and drop out
 * at another: P(event) = λ/(λ+η) [1 - (e^(-(λ+η) followUp) - e^(-(λ+η)(followUp + accrual))) / ((λ+η) accrual)].
 * Assumes proportional hazards. Sources: Schoenfeld 1983; Lachin & Foulkes 1986.
 */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { normalHalfWidth } from './normal.ts';

export interface SurvivalDesign {
  readonly hazardRatio: number;
  readonly power: number;
  readonly alpha: number;
  /** Hazards and durations in the same unit of time. */
  readonly controlHazard: number;
  readonly dropoutHazard: number;
  readonly accrual: number;
  readonly followUp: number;
  readonly allocationRatio: number;
}

export interface SurvivalSize {
  readonly events: number;
  readonly eventProbabilityControl: number;
  readonly eventProbabilityTreated: number;
  readonly total: number;
}

/** `hazardRatio` other than 1; hazards, ratio and follow-up above 0; dropout and accrual 0 or more. */
export function survivalSize(design: SurvivalDesign): SurvivalSize {
  const { hazardRatio, power, alpha, controlHazard, allocationRatio: r } = design;
  const z = normalHalfWidth(1 - alpha) + normalQuantile(power, 0, 1);
  const events = (z ** 2 * (1 + r) ** 2) / (r * Math.log(hazardRatio) ** 2);
  const eventProbabilityControl = eventProbability(controlHazard, design);
  const eventProbabilityTreated = eventProbability(controlHazard * hazardRatio, design);
  const mean = (eventProbabilityControl + r * eventProbabilityTreated) / (1 + r);
  return { events, eventProbabilityControl, eventProbabilityTreated, total: events / mean };
}

function eventProbability(hazard: number, { dropoutHazard, accrual, followUp }: SurvivalDesign): number {
  const leaving = hazard + dropoutHazard;
  const stillThere =
    Math.exp(-leaving * followUp) *
    (accrual === 0 ? 1 : -Math.expm1(-leaving * accrual) / (leaving * accrual));
  return (hazard / leaving) * (1 - stillThere);
}
