import { type DisclosureRule, maySee } from '../disclosure/rule.ts';
import type { PanelCounts, PanelTerritory } from './panel-counts.ts';

type Values = PanelCounts['values'];

/**
 * Every count of people a reader can take from one cell of a panel, by a name that says the same in any publication:
 * the people, those with the outcome by each horizon, between two horizons, and without it.
 */
function cellCounts(
  { people, values }: PanelTerritory,
  position: number,
  kind: Values,
  horizons: readonly (number | null)[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const all = people[position] ?? null;
  if (all !== null) counts.set('people', all);
  if (kind === 'mean') return counts;
  let before = 0;
  for (const [h, horizon] of horizons.entries()) {
    const value = values[h]?.[position] ?? null;
    if (value === null) continue;
    if (kind === 'count') {
      counts.set(`with ${horizon}`, value);
      continue;
    }
    const outcomes = Math.round(value * (all ?? 0));
    counts.set(`with ${horizon}`, outcomes);
    counts.set(`without ${horizon}`, (all ?? 0) - outcomes);
    counts.set(`until ${horizon}`, outcomes - before);
    before = outcomes;
  }
  return counts;
}

/** Whether each count of each cell may be seen. */
export const cellsSafe = (
  territory: PanelTerritory,
  { values, horizons, periods }: Pick<PanelCounts, 'values' | 'horizons' | 'periods'>,
  rule: DisclosureRule,
): boolean =>
  periods.every((_, position) =>
    [...cellCounts(territory, position, values, horizons).values()].every((count) => maySee(count, rule)),
  );

type Shape = Pick<PanelCounts, 'values' | 'horizons' | 'periods'>;

/** Whether two readings of the same places differ, in each period and count both show, by none or by enough people. */
export const changesSafe = (
  readings: readonly [PanelTerritory, PanelTerritory],
  shapes: readonly [Shape, Shape],
  rule: DisclosureRule,
): boolean => shapes[0].periods.every((_, position) => changeSafe(readings, shapes, rule, position));

/** The same at one of the periods of the first reading. */
export function changeSafe(
  [now, then]: readonly [PanelTerritory, PanelTerritory],
  [shape, before]: readonly [Shape, Shape],
  rule: DisclosureRule,
  position: number,
): boolean {
  const at = before.periods.indexOf(shape.periods[position] ?? Number.NaN);
  if (at < 0) return true;
  const known = cellCounts(then, at, before.values, before.horizons);
  return [...cellCounts(now, position, shape.values, shape.horizons)].every(([name, count]) => {
    const was = known.get(name);
    return was === undefined || maySee(count - was, rule);
  });
}

/** Territories as one: people added, shares weighted by them, counts added; where one of them has none, the others. */
export function together(
  name: string,
  territories: readonly PanelTerritory[],
  kind: Values,
): PanelTerritory | null {
  const [first] = territories;
  if (first === undefined) return null;
  const sum = (of: (territory: PanelTerritory) => readonly (number | null)[]) =>
    of(first).map((_, i) => {
      const known = territories.flatMap((territory) => of(territory)[i] ?? []);
      return known.length === 0 ? null : known.reduce((total, own) => total + own, 0);
    });
  const people = sum((territory) => territory.people);
  return {
    ...first,
    name,
    members: territories.flatMap(({ members }) => members).sort(),
    settled: territories.some(({ settled }) => settled),
    people,
    sizes: sum(({ sizes }) => sizes),
    values: first.values.map((_, h) => {
      const added = sum(({ values, people: own }) =>
        (values[h] ?? []).map((value, i) =>
          value === null || kind === 'mean' ? null : kind === 'share' ? value * (own[i] ?? 0) : value,
        ),
      );
      return kind === 'count'
        ? added
        : added.map((value, i) => {
            const all = people[i] ?? null;
            return value === null || all === null || all === 0 ? null : value / all;
          });
    }),
  };
}
