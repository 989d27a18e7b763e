import { counted } from '../../platform/french/number.ts';
import type { DisclosureRule } from '../disclosure/rule.ts';
import { asBefore } from './as-before.ts';
import { cellsSafe, changesSafe, together } from './cell-counts.ts';
import type { PanelCounts, PanelTerritory } from './panel-counts.ts';

/**
 * A panel of which every cell may be seen, alone and beside what is already public. Small territories that received
 * the service at the same period are taken together, with the next smallest until the whole is large enough; those
 * that cannot be are left out, and others with them until the people left out are none or enough in each period.
 */
export function safePanel(
  whole: PanelCounts,
  rule: DisclosureRule,
  earlier: readonly PanelCounts[],
): PanelCounts {
  const safe = (territory: PanelTerritory): boolean =>
    cellsSafe(territory, whole, rule) &&
    earlier.every((before) => {
      const known = within(before.territories, territory.members);
      const then = together('', known, before.values);
      return then === null || changesSafe([territory, then], [whole, before], rule);
    });
  const shown: PanelTerritory[] = [];
  const left: PanelTerritory[] = [];
  for (const group of sameStart(asBefore(whole, rule, earlier.at(-1)))) {
    const found = whole.values === 'share' ? merged(group, safe) : apart(group, safe);
    shown.push(...found.shown);
    left.push(...found.left);
  }
  const bySize = [...shown].sort((a, b) => size(a) - size(b));
  for (;;) {
    const told = bySize.findIndex((territory) => tellsOfOthers(territory, bySize, whole, rule, earlier));
    const hidden = together('', left, whole.values);
    if (told >= 0) left.push(...bySize.splice(told, 1));
    else if (hidden !== null && !cellsSafe(hidden, whole, rule) && bySize.length > 0)
      left.push(...bySize.splice(0, 1));
    else break;
  }
  return {
    ...whole,
    territories: whole.territories.flatMap(({ name }) => bySize.filter(({ members }) => members[0] === name)),
    leftOut: left.flatMap(({ members }) => members).sort(),
  };
}

/** Whether it is part of what was once shown together, of which what is shown today leaves a few people. */
const tellsOfOthers = (
  territory: PanelTerritory,
  shown: readonly PanelTerritory[],
  whole: PanelCounts,
  rule: DisclosureRule,
  earlier: readonly PanelCounts[],
): boolean =>
  earlier.some((before) =>
    before.territories.some((pool) => {
      if (within([territory], pool.members).length === 0) return false;
      const now = together('', within(shown, pool.members), whole.values);
      return now !== null && !changesSafe([now, pool], [whole, before], rule);
    }),
  );

interface Sorted {
  readonly shown: readonly PanelTerritory[];
  readonly left: readonly PanelTerritory[];
}

function apart(group: readonly PanelTerritory[], safe: (territory: PanelTerritory) => boolean): Sorted {
  return { shown: group.filter(safe), left: group.filter((territory) => !safe(territory)) };
}

function merged(group: readonly PanelTerritory[], safe: (territory: PanelTerritory) => boolean): Sorted {
  const alone = apart(group, safe);
  if (alone.left.length === 0 || group.some(({ covariates }) => covariates.some((own) => own.length > 0)))
    return alone;
  const pool = [...alone.left];
  const rest = [...alone.shown].sort((a, b) => size(a) - size(b));
  for (;;) {
    const one = pool.length < 2 ? null : together(poolName(pool), pool, 'share');
    if (one !== null && safe(one)) return { shown: [...rest, one], left: [] };
    const next = rest.shift();
    if (next === undefined) return alone;
    pool.push(next);
  }
}

/** Territories whose members are all among these. */
export const within = (
  territories: readonly PanelTerritory[],
  names: readonly string[],
): readonly PanelTerritory[] =>
  territories.filter(({ members }) => members.every((name) => names.includes(name)));

/** Groups that may be taken together: the same first period with the service, and the same larger territory. */
function sameStart(territories: readonly PanelTerritory[]): readonly (readonly PanelTerritory[])[] {
  const groups = new Map<string, PanelTerritory[]>();
  for (const territory of territories) {
    const key = `${territory.started} ${territory.cluster}`;
    groups.set(key, [...(groups.get(key) ?? []), territory]);
  }
  return [...groups.values()];
}

function poolName(pool: readonly PanelTerritory[]): string {
  const [first = '', second = '', ...others] = pool.flatMap(({ members }) => members).sort();
  return `${first} + ${second}${others.length === 0 ? '' : ` + ${counted(others.length, 'autre', 'autres')}`}`;
}

const size = ({ people, values }: PanelTerritory): number =>
  [...people, ...(people.every((own) => own === null) ? values.flat() : [])].reduce<number>(
    (sum, own) => sum + (own ?? 0),
    0,
  );
