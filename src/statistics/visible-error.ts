/** Share of the numbers it is computed from that rounding alone may reach. */
const rounding = 1e-12;

/** Size of the numbers an error is computed from: the largest, without its sign. Missing ones do not count. */
export function sizeOf(values: ArrayLike<number>): number {
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    const own = Math.abs(values[i] as number);
    if (own > size) size = own;
  }
  return size;
}

/** Whether `width` is more than the rounding of numbers as large as `size`. */
export const isVisible = (width: number, size: number): boolean =>
  Number.isFinite(width) && width > rounding * size;

/**
 * Square root of a variance, or null: for 0, which would claim certainty, and for what only rounding left there, since
 * values all equal to 0.1 have a computed variance of 1e-34. `size` as `sizeOf` gives it.
 */
export function visibleError(variance: number, size = 0): number | null {
  const error = Math.sqrt(variance);
  return isVisible(error, size) ? error : null;
}
