import type { FollowUpRow } from '../../engine/follow-up-counts.ts';
import { sql } from '../../engine/sql.ts';
import { rangesFor, subjectRanges } from '../../engine/subject-ranges.ts';
import { countsOfUnits, unitRows } from '../../engine/unit-rows.ts';
import type { KeptCount } from './count-kept.ts';
import { keepCounts, writeUnits } from './keep-counts.ts';
import { gatheredCounts, mostRanges, toKeep } from './work-names.ts';

/** Counts every unit and keeps them, one range of people after the other. */
export async function countAll(count: KeptCount): Promise<readonly FollowUpRow[]> {
  const { engine, question, index, outcome, most, onProgress } = count;
  const ranges = subjectRanges(rangesFor(index.rows + outcome.rows, most, mostRanges));
  const units: string[] = [];
  let first = 0;
  for (const [i, subjects] of ranges.entries()) {
    for (const { source, files } of [index, outcome]) await engine.expose({ name: source, files, subjects });
    await engine.gather(
      toKeep,
      sql`select u.*, cast(0 as bigint) as generation from (${unitRows(question)}) u`,
    );
    await engine.gather(gatheredCounts, countsOfUnits(toKeep, question.cells.length, 1));
    const written = await writeUnits(count);
    units.push(...written.names);
    first += written.rows;
    onProgress((i + 1) / ranges.length);
  }
  return keepCounts(count, { units, first, added: 0, generation: 0 });
}
