/**
 * Moves label positions apart so that neighbours are at least `gap` away, keeping their order and staying as close
 * as possible to where they belong. Returns positions in the order given, within `[low, high]` when there is room.
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted
    .map((position, index) => ({ position, index }))
    .sort((a, b) => a.position - b.position);
  let floor = low;
  for (const label of order) {
    label.position = Math.max(label.position, floor);
    floor = label.position + gap;
  }
  let ceiling = high;
  for (const label of order.toReversed()) {
    label.position = Math.min(label.position, ceiling);
    ceiling = label.position - gap;
  }
  return order.sort((a, b) => a.index - b.index).map(({ position }) => position);
}
