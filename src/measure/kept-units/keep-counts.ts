import { addedFollowUpCounts, type FollowUpRow } from '../../engine/follow-up-counts.ts';
import { identifier, sql } from '../../engine/sql.ts';
import type { KeptState } from '../../records/kept-units/kept-state.ts';
import { segmentsOf } from '../../records/kept-units/kept-units.ts';
import type { KeptCount } from './count-kept.ts';
import { addedCounts, gatheredCounts, toKeep } from './work-names.ts';

/** Writes the units gathered to be kept, and forgets them; no file when there are none. */
export async function writeUnits({
  engine,
  store,
  question,
}: KeptCount): Promise<{ readonly names: readonly string[]; readonly rows: number }> {
  const [found] = await engine.query<{ n: number }>(
    sql`select cast(count(*) as bigint) as n from ${identifier(toKeep)}`,
  );
  const rows = found?.n ?? 0;
  const names = rows === 0 ? [] : [store.newName('units')];
  for (const name of names) await engine.write(toKeep, store.path(name), question.unit);
  await engine.forget(toKeep);
  return { names, rows };
}

/** Adds the gathered counts up, and keeps them with the units they are of. */
export async function keepCounts(
  { engine, store, question, asked, index, outcome }: KeptCount,
  units: Pick<KeptState, 'units' | 'first' | 'added' | 'generation'>,
): Promise<readonly FollowUpRow[]> {
  const cells = question.cells.length;
  await engine.gather(addedCounts, addedFollowUpCounts(gatheredCounts, cells));
  const counts = store.newName('counts');
  await engine.write(addedCounts, store.path(counts), ['index_day']);
  const rows = await engine.query<FollowUpRow>(addedFollowUpCounts(addedCounts, cells));
  const sources = [index, outcome];
  store.keep(
    {
      version: 1,
      question: asked,
      segments: segmentsOf(sources),
      rows: index.rows + outcome.rows,
      ...units,
      counts,
    },
    sources,
  );
  return rows;
}
