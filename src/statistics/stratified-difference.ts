/**
 * Difference of means between two arms stratum by stratum, averaged with a weight a stratum: the treated of a stratum
 * for exact matching, everybody for a draw made within strata. Cochran 1968; Imbens & Rubin 2015, chapters 9 and 17.
 * Error: sum over strata of w_s² (s1s²/n1s + s0s²/n0s), the weights of a stratum adding up to 1, a stratum's lone unit
 * taking the arm's pooled within-stratum variance. Strata with one arm only are left out and counted.
 * Assumes that within a stratum, who is in which arm owes nothing to the outcome.
 */
import { type Refused, refused } from './refused.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export interface StratifiedInput {
  readonly treated: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  /** When `outcome` is the mean of a row's units: the sum of their squared deviations from it. */
  readonly squares?: ArrayLike<number>;
  /** The stratum of each row: all the values it must share, as one text. */
  readonly stratum: readonly string[];
}

export interface StratifiedDifference {
  readonly difference: number;
  readonly se: number | null;
  readonly meanTreated: number;
  readonly meanControl: number;
  /** Units in strata with both arms, and how many strata that is. */
  readonly treatedKept: number;
  readonly controlKept: number;
  readonly strata: number;
}

interface ArmSums {
  n: number;
  sum: number;
  squares: number;
}

/** `weighing`: whose proportions the strata take. Refused when no stratum has both arms. */
export function stratifiedDifference(
  { treated, outcome, counts, squares, stratum }: StratifiedInput,
  weighing: 'treated' | 'everyone',
): StratifiedDifference | Refused {
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
  const weightOf = ([control, own]: readonly [ArmSums, ArmSums]) =>
    weighing === 'treated' ? own.n : own.n + control.n;
  const whole = total(weightOf);
  if (!(whole > 0)) {
    return refused(
      'not-identified',
      weighing === 'treated'
        ? 'Aucune personne qui a reçu le service n’a de semblable exact de l’autre côté : regroupez les valeurs ou retirez une caractéristique.'
        : 'Aucune strate ne contient les deux groupes : le tirage n’a pas été fait dans ces strates.',
    );
  }
  const meanOf = (which: 0 | 1) =>
    total((arms) => (weightOf(arms) * arms[which].sum) / arms[which].n) / whole;
  const [meanTreated, meanControl] = [meanOf(1), meanOf(0)];
  const pooled = ([0, 1] as const).map((arm) => {
    const df = total((arms) => arms[arm].n - 1);
    return df > 0 ? total((arms) => arms[arm].squares) / df : null;
  });
  const varianceOf = (arm: ArmSums, which: 0 | 1): number | null =>
    arm.n > 1 ? arm.squares / (arm.n - 1) : (pooled[which] ?? null);
  let variance: number | null = 0;
  for (const arms of matched) {
    const [control, own] = arms;
    const [v0, v1]: (number | null)[] = [varianceOf(control, 0), varianceOf(own, 1)];
    if (v0 === null || v1 === null || v0 === undefined || v1 === undefined || variance === null) {
      variance = null;
      break;
    }
    variance += (weightOf(arms) / whole) ** 2 * (v1 / own.n + v0 / control.n);
  }
  return {
    difference: meanTreated - meanControl,
    se: variance === null ? null : visibleError(variance, sizeOf(outcome)),
    meanTreated,
    meanControl,
    treatedKept: total(([, own]) => own.n),
    controlKept: total(([control]) => control.n),
    strata: matched.length,
  };
}
