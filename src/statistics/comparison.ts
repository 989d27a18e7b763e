import type { Covariates } from './covariates.ts';
import { type Refused, refused } from './refused.ts';

/**
 * Units compared, one row for all those alike: same arm, same covariates, same outcome. An outcome that is counted
 * (yes or no) needs one row a covariate cell, arm and answer, so cost follows the cells, not the people.
 */
export interface Comparison {
  /** 1 treated, 0 control. */
  readonly treated: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  /** Units in each row. */
  readonly counts: ArrayLike<number>;
  /** When `outcome` is the mean of a row's units: the sum of their squared deviations from it. */
  readonly squares?: ArrayLike<number>;
  readonly covariates: Covariates;
}

export type Estimand = 'ATE' | 'ATT';

export interface ArmSizes {
  readonly treated: number;
  readonly control: number;
}

export function armSizes({ treated, counts }: Pick<Comparison, 'treated' | 'counts'>): ArmSizes {
  const sizes = { treated: 0, control: 0 };
  for (let i = 0; i < treated.length; i++) {
    if (treated[i] === 1) sizes.treated += counts[i] as number;
    else sizes.control += counts[i] as number;
  }
  return sizes;
}

/** The refusal for an arm without anybody, or null when both have units. */
export function emptyArm(sizes: ArmSizes): Refused | null {
  if (sizes.treated > 0 && sizes.control > 0) return null;
  const which = sizes.treated > 0 ? 'de comparaison' : 'qui a reçu le service';
  return refused(
    'empty-group',
    `Le groupe ${which} ne contient personne : aucun effet ne peut être calculé.`,
  );
}

/** Row numbers of one arm. */
export const armRows = (treated: ArrayLike<number>, arm: 0 | 1): readonly number[] =>
  Array.from({ length: treated.length }, (_, i) => i).filter((i) => treated[i] === arm);
