import { leastBase } from '../../confidentiality/protected-table.ts';

const easyToRead = [5, 10, 20, 50, 100, 200, 500, 1000];

/** The first base people round to by habit that protects groups under the threshold: 10 for 11 people, 5 for 3 firms. */
export function roundBase(threshold: number): number {
  const least = leastBase(threshold);
  return easyToRead.find((base) => base >= least) ?? least;
}
