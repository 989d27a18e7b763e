/** The nearest multiple of `base` (above 0), halves away from zero: 3 to base 5 gives 5, -2.5 gives -5. */
export const roundToBase = (value: number, base: number): number => {
  const rounded = base * Math.floor(Math.abs(value) / base + 0.5);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
};
