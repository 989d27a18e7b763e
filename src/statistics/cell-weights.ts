/**
 * Standardisation by covariate cell: each arm takes the cells in the proportions of everybody (ATE) or of the treated
 * (ATT). The weights of inverse probability with a saturated score, without any model. Only cells with both arms can
 * be compared; the others are left out (weight 0) and counted, and the effect is then that of the cells kept.
 * Rosenbaum 1987; Hirano, Imbens & Ridder 2003. Assumes no hidden common cause within a cell.
 */
import type { BalancingWeights } from './balancing-weights.ts';
import { armSizes, type Estimand, emptyArm } from './comparison.ts';
import { type Refused, refused } from './refused.ts';

export interface CellWeights extends BalancingWeights {
  /** Units of the target population in cells that have one arm only. */
  readonly leftOut: number;
}

export function cellWeights(
  {
    treated,
    counts,
    cell,
  }: {
    readonly treated: ArrayLike<number>;
    readonly counts: ArrayLike<number>;
    readonly cell: readonly (string | number)[];
  },
  estimand: Estimand,
): CellWeights | Refused {
  const empty = emptyArm(armSizes({ treated, counts }));
  if (empty !== null) return empty;
  const sizes = new Map<string | number, [number, number]>();
  cell.forEach((name, i) => {
    const size = sizes.get(name) ?? [0, 0];
    size[treated[i] === 1 ? 1 : 0] += counts[i] as number;
    sizes.set(name, size);
  });
  const targetSize = ([control, own]: readonly [number, number]) =>
    estimand === 'ATT' ? own : control + own;
  const both = ([control, own]: readonly [number, number]) => control > 0 && own > 0;
  if (![...sizes.values()].some(both)) {
    return refused(
      'not-identified',
      "Aucune case de caractéristiques ne contient à la fois des personnes qui ont reçu le service et d'autres : regroupez leurs valeurs.",
    );
  }
  const sizeOf = (i: number) => sizes.get(cell[i] as string | number) ?? ([0, 0] as [number, number]);
  const armOf = (i: number) => (treated[i] === 1 ? 1 : 0);
  const weights = Float64Array.from(cell, (_, i) =>
    both(sizeOf(i)) ? targetSize(sizeOf(i)) / sizeOf(i)[armOf(i)] : 0,
  );
  /** A unit shares out its cell's weight in its arm, and adds to the cell's part of the target. */
  const correction = (pull: ArrayLike<number>): Float64Array => {
    const sums = new Map<string | number, [number, number]>();
    cell.forEach((name, i) => {
      const sum = sums.get(name) ?? [0, 0];
      sum[armOf(i)] += (counts[i] as number) * (pull[i] as number);
      sums.set(name, sum);
    });
    return Float64Array.from(cell, (name, i) => {
      const size = sizeOf(i);
      const sum = sums.get(name) ?? [0, 0];
      if (!both(size)) return 0;
      const means = [sum[0] / size[0], sum[1] / size[1]] as const;
      const inTarget = estimand === 'ATE' || treated[i] === 1 ? means[0] + means[1] : 0;
      return inTarget - (weights[i] as number) * means[armOf(i)];
    });
  };
  const leftOut = [...sizes.values()].reduce((sum, size) => (both(size) ? sum : sum + targetSize(size)), 0);
  return { weights, correction, leftOut };
}
