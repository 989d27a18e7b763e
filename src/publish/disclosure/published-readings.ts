import { groupUnits, type LifeTable, type LifeTableGroup } from './life-table.ts';

/** What a reader knows of some people from one or several tables: how many came to each status by each public time. */
export interface KnownOf {
  readonly units: number;
  /** By time, increasing; `byStatus[0]`: no longer followed, then the outcome, then each competing way out. */
  readonly steps: readonly { readonly time: number; readonly byStatus: readonly number[] }[];
}

export function known(table: LifeTable, groups: readonly LifeTableGroup[]): KnownOf {
  const sums: number[] = [];
  const steps = table.until.map((time, k) => {
    for (const { classes } of groups) {
      const cell = classes[k];
      const counts = cell === undefined ? [] : [cell.censored, cell.outcomes, ...cell.competing];
      counts.forEach((n, status) => {
        sums[status] = (sums[status] ?? 0) + n;
      });
    }
    return { time, byStatus: Array.from(sums, (n) => n ?? 0) };
  });
  return { units: groups.reduce((total, group) => total + groupUnits(group), 0), steps };
}

/** The same people read in several tables of one day: every time known in any of them. */
export function merged(readings: readonly KnownOf[]): KnownOf {
  const steps = new Map(readings.flatMap((reading) => reading.steps.map((step) => [step.time, step])));
  return {
    units: readings[0]?.units ?? 0,
    steps: [...steps.values()].sort((a, b) => a.time - b.time),
  };
}
