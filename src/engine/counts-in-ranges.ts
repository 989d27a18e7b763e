import type { Engine, Relation, Row } from './port.ts';
import type { Sql } from './sql.ts';
import { rangesFor, subjectRanges } from './subject-ranges.ts';

const mostRanges = 1024;

/** Name of the counts of all ranges, for `addedUp`. */
const gatheredCounts = 'counts of each range';

/**
 * Asks the same question of one range of people after the other and adds their counts up, so that memory does not grow
 * with the number of people: nobody's rows depend on another's. `relations`: those that have a `subject`, already
 * exposed, of `rows` rows in all, of which about `most` are asked at once; they are exposed whole again at the end. `addedUp` sums the counts of a relation.
 */
export async function countsInRanges<R extends Row>(
  engine: Engine,
  { relations, rows, most }: { relations: readonly Relation[]; rows: number; most: number },
  question: Sql,
  addedUp: (gathered: string) => Sql,
  onProgress?: (share: number) => void,
): Promise<readonly R[]> {
  const ranges = subjectRanges(rangesFor(rows, most, mostRanges));
  if (ranges.length === 1) return engine.query<R>(question, onProgress);
  try {
    for (const [i, subjects] of ranges.entries()) {
      for (const relation of relations) await engine.expose({ ...relation, subjects });
      await engine.gather(gatheredCounts, question);
      onProgress?.((i + 1) / ranges.length);
    }
    return await engine.query<R>(addedUp(gatheredCounts));
  } finally {
    await engine.forget(gatheredCounts);
    for (const relation of relations) await engine.expose(relation);
  }
}
