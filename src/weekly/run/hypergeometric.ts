/** Four counts of a two-by-two table: with and without the effect, among those who are new and those known before. */
export interface NewAndBefore {
  readonly newWith: number;
  readonly newAll: number;
  readonly beforeWith: number;
  readonly beforeAll: number;
}

/**
 * Fisher's exact test of whether the new people are like those known before: twice the smaller tail of the
 * hypergeometric law, 1 at most. Exact whatever the counts, hence cautious when they are few. Fisher 1935.
 */
export function fisherTwoSided({ newWith, newAll, beforeWith, beforeAll }: NewAndBefore): number {
  const [all, having] = [newAll + beforeAll, newWith + beforeWith];
  const [least, most] = [Math.max(0, newAll - (all - having)), Math.min(newAll, having)];
  // Chance of k + 1 over chance of k: weights follow from the mode without any factorial.
  const ratio = (k: number) => ((having - k) * (newAll - k)) / ((k + 1) * (all - having - newAll + k + 1));
  const mode = Math.min(most, Math.max(least, Math.floor(((newAll + 1) * (having + 1)) / (all + 2))));
  let [below, above, total] = [0, 0, 0];
  const add = (k: number, weight: number) => {
    total += weight;
    if (k <= newWith) below += weight;
    if (k >= newWith) above += weight;
  };
  add(mode, 1);
  for (let k = mode, weight = 1; k < most && weight > 1e-300; k++) {
    weight *= ratio(k);
    add(k + 1, weight);
  }
  for (let k = mode, weight = 1; k > least && weight > 1e-300; k--) {
    weight /= ratio(k - 1);
    add(k - 1, weight);
  }
  return Math.min(1, (2 * Math.min(below, above)) / total);
}
