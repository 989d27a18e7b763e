/**
 * Exact matching: treated and control units that share every chosen covariate are compared within that stratum, and
 * the differences averaged over the treated (effect on the treated). Strata with one arm only are left out and counted.
 * Cochran 1968; Imbens & Rubin 2015, chapter 17. Error: sum over strata of (n1s/n1)² (s1s²/n1s + s0s²/n0s), a stratum's
 * lone unit taking the arm's pooled within-stratum variance. Assumes no hidden common cause within a stratum.
 */
import { armSizes, emptyArm } from './comparison.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

export interface ExactMatchingInput {
  readonly treated: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  /** When `outcome` is the mean of a row's units: the sum of their squared deviations from it. */
  readonly squares?: ArrayLike<number>;
  /** The stratum of each row: all the values it must share, as one text. */
  readonly stratum: readonly string[];
}

export interface ExactMatching extends Bounds {
  readonly att: number;
  readonly se: number | null;
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly matchedTreated: number;
  readonly droppedTreated: number;
  readonly matchedControl: number;
  readonly droppedControl: number;
  /** Strata with both arms. */
  readonly strata: number;
}

interface ArmSums {
  n: number;
  sum: number;
  squares: number;
}

export function exactMatching(
  { treated, outcome, counts, squares, stratum }: ExactMatchingInput,
  level = 0.95,
): ExactMatching | Refused {
  const sizes = armSizes({ treated, counts });
  const empty = emptyArm(sizes);
  if (empty !== null) return empty;
  const strata = new Map<string, readonly [ArmSums, ArmSums]>();
  stratum.forEach((name, i) => {
    const arms = strata.get(name) ?? [
      { n: 0, sum: 0, squares: 0 },
      { n: 0, sum: 0, squares: 0 },
    ];
    strata.set(name, arms);
    const arm = arms[treated[i] === 1 ? 1 : 0];
    arm.n += counts[i] as number;
    arm.sum += (counts[i] as number) * (outcome[i] as number);
  });
  stratum.forEach((name, i) => {
    const arm = strata.get(name)?.[treated[i] === 1 ? 1 : 0];
    if (arm !== undefined && arm.n > 0)
      arm.squares +=
        (counts[i] as number) * ((outcome[i] as number) - arm.sum / arm.n) ** 2 + (squares?.[i] ?? 0);
  });
  const matched = [...strata.values()].filter(([control, own]) => control.n > 0 && own.n > 0);
  const total = (of: (arms: readonly [ArmSums, ArmSums]) => number) =>
    matched.reduce((sum, arms) => sum + of(arms), 0);
  const n1 = total(([, own]) => own.n);
  const n0 = total(([control]) => control.n);
  if (!(n1 > 0)) {
    return refused(
      'not-identified',
      'Aucune personne qui a reçu le service n’a de semblable exact de l’autre côté : regroupez les valeurs ou retirez une caractéristique.',
    );
  }
  const meanTreated = total(([, own]) => own.sum) / n1;
  const meanControl = total(([control, own]) => (own.n * control.sum) / control.n) / n1;
  const pooled = ([0, 1] as const).map((arm) => {
    const df = total((arms) => arms[arm].n - 1);
    return df > 0 ? total((arms) => arms[arm].squares) / df : null;
  });
  const varianceOf = (arm: ArmSums, which: 0 | 1): number | null =>
    arm.n > 1 ? arm.squares / (arm.n - 1) : (pooled[which] ?? null);
  let variance: number | null = 0;
  for (const [control, own] of matched) {
    const [v0, v1]: (number | null)[] = [varianceOf(control, 0), varianceOf(own, 1)];
    if (v0 === null || v1 === null || v0 === undefined || v1 === undefined || variance === null) {
      variance = null;
      break;
    }
    variance += (own.n / n1) ** 2 * (v1 / own.n + v0 / control.n);
  }
  const att = meanTreated - meanControl;
  const se = variance !== null && variance > 0 ? Math.sqrt(variance) : null;
  return {
    att,
    se,
    ...symmetricInterval(att, se, level),
    meanTreated,
    meanControl,
    matchedTreated: n1,
    droppedTreated: sizes.treated - n1,
    matchedControl: n0,
    droppedControl: sizes.control - n0,
    strata: matched.length,
  };
}
