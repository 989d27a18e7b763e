import type { DisclosureRule } from '../disclosure/rule.ts';
import { cellsSafe, changesSafe, together } from './cell-counts.ts';
import type { PanelCounts, PanelTerritory } from './panel-counts.ts';
import { within } from './safe-panel.ts';

/**
 * Reads published panels as someone who wants to single people out: each count of each cell, and, for each set of
 * territories known in two publications, what the two differ by. What is found, in a few words.
 */
export function attackPanel(
  counts: PanelCounts,
  earlier: readonly PanelCounts[],
  rule: DisclosureRule,
): readonly string[] {
  const small = counts.territories.some((territory) => !cellsSafe(territory, counts, rule));
  const moved = earlier.some(
    (before) => !comparedSafe(counts, before, rule) || !comparedSafe(before, counts, rule),
  );
  return [
    ...(small ? ['le tableau des territoires'] : []),
    ...(moved ? ['le tableau des territoires, comparé à une publication précédente'] : []),
  ];
}

/** Each territory of one publication beside those of the other that are inside it. */
function comparedSafe(one: PanelCounts, other: PanelCounts, rule: DisclosureRule): boolean {
  return one.territories.every((territory: PanelTerritory) => {
    const inside = together('', within(other.territories, territory.members), other.values);
    return inside === null || changesSafe([territory, inside], [one, other], rule);
  });
}
