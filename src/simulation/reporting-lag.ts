/**
 * Days from the hire to its declaration. A declaration is made at the earliest 8 days before the hire and should be
 * made before it starts; some are late, up to `longestLag` days.
 */
export const earliestLag = -8;
export const longestLag = 45;

const aheadShare = 0.62;
const sameDayShare = 0.2;
const lateRatio = 0.86;

/** Probability of each lag, from `earliestLag` to `longestLag`. */
export const lagProbabilities: readonly number[] = (() => {
  const late = Array.from({ length: longestLag }, (_, i) => lateRatio ** i);
  const lateTotal = late.reduce((sum, value) => sum + value, 0);
  const ahead = Array.from({ length: -earliestLag }, () => aheadShare / -earliestLag);
  return [
    ...ahead,
    sameDayShare,
    ...late.map((value) => (value / lateTotal) * (1 - aheadShare - sameDayShare)),
  ];
})();

const cumulative = lagProbabilities.map((_, i) =>
  lagProbabilities.slice(0, i + 1).reduce((sum, value) => sum + value, 0),
);

/** Share of hires declared at most `days` days after they happen. */
export const declaredWithin = (days: number): number =>
  days < earliestLag ? 0 : (cumulative[Math.min(days, longestLag) - earliestLag] ?? 1);

/** The lag at a point of the uniform distribution. */
export function lagAt(uniform: number): number {
  let i = 0;
  while (i < cumulative.length - 1 && uniform >= (cumulative[i] ?? 1)) i++;
  return i + earliestLag;
}
