import type { FollowUpRow } from '../../engine/follow-up-counts.ts';
import type { Relation } from '../../engine/port.ts';
import { identifier, sql } from '../../engine/sql.ts';
import { rangesFor, subjectRanges } from '../../engine/subject-ranges.ts';
import {
  changedUnits,
  changeNames,
  currentUnits,
  enteringUnits,
  firstEntry,
  touchedUnits,
} from '../../engine/unit-changes.ts';
import { countsOfUnits } from '../../engine/unit-rows.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { KeptCount, NewSegments } from './count-kept.ts';
import { keepCounts, writeUnits } from './keep-counts.ts';
import { gatheredCounts, mostRanges, toKeep } from './work-names.ts';

const { newUses, newOutcomes, knownOutcomes, keptUnits, touched, entering, current } = changeNames;
const keptCounts = 'counts kept';

/**
 * Takes the units that something new names away from the counts kept, and adds them back as they are now. Outcomes
 * already counted are read again only for units that enter, and only from the day the first of them did.
 */
export async function countChanges(count: KeptCount, news: NewSegments): Promise<readonly FollowUpRow[]> {
  const { engine, store, question, most, onProgress } = count;
  const { known } = store;
  if (known === null) throw new TypeError('nothing was kept');
  const cells = question.cells.length;
  const generation = known.generation + 1;
  const units = [...known.units];
  let added = known.added;
  await engine.expose({ name: keptCounts, files: [store.path(known.counts)] });
  await engine.gather(gatheredCounts, sql`select * from ${identifier(keptCounts)}`);
  const ranges = news.rows === 0 ? [] : subjectRanges(rangesFor(news.rows, most, mostRanges));
  for (const [i, subjects] of ranges.entries()) {
    const entry = question.index.kind === 'events' ? 'day' : 'entry';
    await engine.expose({ ...some(newUses, news.uses, entry), subjects });
    await engine.expose({ ...some(newOutcomes, news.outcomes, 'day'), subjects });
    await engine.expose({ name: keptUnits, files: known.units.map(store.path), subjects });
    await engine.gather(touched, touchedUnits(question));
    await engine.gather(entering, enteringUnits(question));
    const [first] = await engine.query<{ day: number | null }>(firstEntry());
    const from = first?.day == null ? never : isoDay(first.day + question.window.after);
    await engine.expose({
      name: knownOutcomes,
      files: news.outcomes.known,
      subjects,
      since: { column: 'day', day: from },
    });
    await engine.gather(current, currentUnits(question));
    await engine.gather(toKeep, changedUnits(question, generation));
    await engine.gather(gatheredCounts, countsOfUnits(touched, cells, -1));
    await engine.gather(gatheredCounts, countsOfUnits(current, cells, 1));
    const written = await writeUnits(count);
    units.push(...written.names);
    added += written.rows;
    for (const name of [touched, entering, current]) await engine.forget(name);
    onProgress((i + 1) / ranges.length);
  }
  return keepCounts(count, { units, first: known.first, added, generation });
}

/** After any day there can be. */
const never = '9999-12-31';

/** The new rows of a source; when it has none, no row of a known file, which has the columns. */
const some = (
  name: string,
  { fresh, known }: NewSegments['uses'],
  column: string,
): Pick<Relation, 'name' | 'files' | 'since'> =>
  fresh.length > 0
    ? { name, files: fresh }
    : { name, files: known.slice(0, 1), since: { column, day: never } };
