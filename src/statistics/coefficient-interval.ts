/**
 * Interval of one coefficient of a weighted least-squares fit, from each cluster's share in its error: the sum over the
 * cluster's rows of load times residual, load being what one more in the row's outcome adds to the coefficient. Clusters
 * alike (of one arm) are centred and counted together (`influence-interval.ts`), so that few in one arm do not hide
 * behind many in the other. When one is alone of its kind, all are counted together.
 */
import { influenceInterval } from './influence-interval.ts';
import type { LeastSquaresFit } from './least-squares.ts';
import { dot, row } from './linear-algebra.ts';
import type { Bounds } from './symmetric-interval.ts';

/** What a row's chance goes with. */
export interface RowChance {
  /** The cluster whose rows vary together; the row itself when it is on its own. */
  readonly together: string | number;
  /** Of clusters, or rows, that vary as much as one another. A cluster may hold rows of several kinds. */
  readonly alike: string;
}

/** `rows`: as many as the fit's; `size`: of the outcomes (`visible-error.ts`). No bounds when nothing varies. */
export function coefficientInterval(
  fit: LeastSquaresFit,
  column: number,
  rows: readonly RowChance[],
  options: { readonly level: number; readonly size: number },
): Bounds {
  const direction = row(fit.inverse, column);
  const clusters = new Map<string | number, { share: number; weight: number; kinds: Set<string> }>();
  rows.forEach(({ together, alike }, i) => {
    const load = (fit.weights[i] as number) * dot(row(fit.x, i), direction);
    const own = clusters.get(together) ?? { share: 0, weight: 0, kinds: new Set() };
    own.share += load * (fit.residuals[i] as number);
    own.weight += Math.abs(load);
    own.kinds.add(alike);
    clusters.set(together, own);
  });
  const all = [...clusters.values()].map(({ kinds, ...own }) => ({
    ...own,
    kind: [...kinds].sort().join(' '),
  }));
  const sizes = new Map<string, number>();
  for (const { kind } of all) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  const alone = [...sizes.values()].includes(1);
  const { lower, upper } = influenceInterval(
    fit.coefficients[column] as number,
    Float64Array.from(all, ({ share }) => share * all.length),
    all.map(({ weight, kind }) => ({ group: alone ? null : kind, weight })),
    options,
  );
  return { lower, upper };
}
