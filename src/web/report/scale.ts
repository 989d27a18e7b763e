import type { FollowUpMeasure } from '../../measure/measure.ts';
import { type Base, commonBase } from '../../platform/french/frequency.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import type { Estimate, Figure } from '../../statistics/estimate.ts';
import { unitNoun } from './words.ts';

export function isFigure<E extends Estimate>(estimate: E): estimate is E & Figure {
  return estimate.kind === 'estimate';
}

/** One number of people out of which every figure of a measure is said, so that all of them compare. */
export function measureBase(measure: FollowUpMeasure): Base {
  const figures = [measure.headline.estimate, ...measure.estimates, ...measure.competing].filter(isFigure);
  const [main, ...others] = figures;
  return main === undefined ? 100 : commonBase(main, others);
}

/** `sur 1 000 personnes`. */
export function perUnits(measure: FollowUpMeasure, base: Base): string {
  return `sur ${frenchNumber(base)} ${unitNoun(measure)}`;
}
