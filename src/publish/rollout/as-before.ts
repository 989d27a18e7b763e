import type { DisclosureRule } from '../disclosure/rule.ts';
import { changeSafe, together } from './cell-counts.ts';
import type { PanelCounts, PanelTerritory } from './panel-counts.ts';

/**
 * Territories as the last publication showed them: those taken together stay so, and a cell that has changed by a few
 * people since keeps what was published of it, which says nothing new.
 */
export function asBefore(
  whole: PanelCounts,
  rule: DisclosureRule,
  last: PanelCounts | undefined,
): readonly PanelTerritory[] {
  if (last === undefined || last.values !== whole.values) return whole.territories;
  const pools = last.territories.flatMap((pool) => {
    const members = whole.territories.filter(({ name }) => pool.members.includes(name));
    const alike = members.every(({ started }) => started === members[0]?.started);
    if (pool.members.length < 2 || members.length < pool.members.length || !alike) return [];
    return together(pool.name, members, whole.values) ?? [];
  });
  const pooled = new Set(pools.flatMap(({ members }) => members));
  return [...whole.territories.filter(({ name }) => !pooled.has(name)), ...pools].map((territory) => {
    const then = last.territories.find((own) => own.members.join() === territory.members.join());
    return then === undefined ? territory : settled(territory, whole, rule, [then, last]);
  });
}

function settled(
  territory: PanelTerritory,
  whole: PanelCounts,
  rule: DisclosureRule,
  [then, last]: readonly [PanelTerritory, PanelCounts],
): PanelTerritory {
  if (last.horizons.join() !== whole.horizons.join()) return territory;
  const placeBefore = whole.periods.map((period, i) => {
    const at = last.periods.indexOf(period);
    const shown =
      at >= 0 && territory.values.every((row, h) => row[i] === null || then.values[h]?.[at] != null);
    return shown && !changeSafe([territory, then], [whole, last], rule, i) ? at : null;
  });
  const kept = <T>(now: readonly T[], before: readonly T[]): readonly T[] =>
    now.map((own, i) => {
      const at = placeBefore[i] ?? null;
      return at === null ? own : (before[at] ?? own);
    });
  return {
    ...territory,
    settled: placeBefore.some((at) => at !== null),
    values: territory.values.map((row, h) => kept(row, then.values[h] ?? [])),
    people: kept(territory.people, then.people),
    sizes: kept(territory.sizes, then.sizes),
  };
}
