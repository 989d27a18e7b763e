/**
 * Holm's correction for several tests at once: sorted increasingly, the k-th p-value is multiplied by m - k + 1 and
 * kept above the ones before it. The chance of even one false alarm stays under the level, whatever the dependence.
 * Holm 1979. Adjusted p-values in the order given: `holm([0.01, 0.04, 0.03])` is [0.03, 0.06, 0.06].
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const adjusted = new Array<number>(pValues.length).fill(1);
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  let floor = 0;
  order.forEach((index, rank) => {
    floor = Math.max(floor, Math.min(1, (pValues.length - rank) * (pValues[index] as number)));
    adjusted[index] = floor;
  });
  return adjusted;
}
