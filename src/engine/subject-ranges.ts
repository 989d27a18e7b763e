/** Pseudonyms from `from` to `to`, both included, as SQL literals of 64-bit integers. */
export interface SubjectRange {
  readonly from: string;
  readonly to: string;
}

const lowest = -(2n ** 63n);
const all = 2n ** 64n;

/**
 * The whole numbers of 64 bits cut into `count` ranges, a power of two. Pseudonyms are spread evenly over them, as any
 * hash is: each range holds about as many people.
 */
export function subjectRanges(count: number): readonly SubjectRange[] {
  const width = all / BigInt(count);
  return Array.from({ length: count }, (_, i) => {
    const from = lowest + BigInt(i) * width;
    return { from: String(from), to: String(from + width - 1n) };
  });
}

/** How many ranges `rows` rows are cut into so that each holds about `most` of them or fewer. */
export function rangesFor(rows: number, most: number, mostRanges: number): number {
  return Math.min(mostRanges, 2 ** Math.max(0, Math.ceil(Math.log2(rows / most))));
}
