import type { FollowUpCount } from '../../statistics/follow-up-count.ts';

/**
 * Follow-up counted in classes of time: what is published instead of days. Class k holds outcomes after `until[k - 1]`
 * and no later than `until[k]`, in the unit of time of the measure, and those whose follow-up stopped before
 * `until[k]`; the first also holds time 0. Who was followed to the very end of a class is not lost in it.
 */
export interface LifeTable {
  readonly until: readonly number[];
  readonly groups: readonly LifeTableGroup[];
}

export interface LifeTableGroup {
  /** Null: everyone. */
  readonly group: string | null;
  readonly classes: readonly LifeTableClass[];
  /** Still followed, without any outcome, after the last class. */
  readonly beyond: number;
}

export interface LifeTableClass {
  /** Units with the outcome, with each competing way out, no longer followed. */
  readonly outcomes: number;
  readonly competing: readonly number[];
  readonly censored: number;
}

/** Units of a group, everything added. */
export const groupUnits = ({ classes, beyond }: LifeTableGroup): number =>
  classes.reduce((sum, cell) => sum + classUnits(cell), beyond);

export const groupOutcomes = ({ classes }: LifeTableGroup): number =>
  classes.reduce((sum, { outcomes }) => sum + outcomes, 0);

const classUnits = ({ outcomes, competing, censored }: LifeTableClass): number =>
  competing.reduce((sum, n) => sum + n, outcomes + censored);

/**
 * The time by which a unit is counted in classes that end no earlier: an outcome at its time, the end of a follow-up
 * just after, since outcomes of that time were still seen. Never followed counts at 0.
 */
export const countedAt = ({ time, status }: Pick<FollowUpCount, 'time' | 'status'>): number =>
  status === 0 && time > 0 ? time + 0.5 : time;

/** Counts of one group put in classes. */
export function classed(
  group: string | null,
  counts: readonly FollowUpCount[],
  until: readonly number[],
  ways: number,
): LifeTableGroup {
  const classes = until.map(() => ({ outcomes: 0, competing: new Array<number>(ways).fill(0), censored: 0 }));
  let beyond = 0;
  for (const { time, status, n } of counts) {
    const at = countedAt({ time, status });
    const cell = classes[until.findIndex((limit) => at <= limit)];
    if (cell === undefined) beyond += n;
    else if (status === 0) cell.censored += n;
    else if (status === 1) cell.outcomes += n;
    else cell.competing[status - 2] = (cell.competing[status - 2] ?? 0) + n;
  }
  return { group, classes, beyond };
}

/**
 * The counts estimators read, back from classes: what happened is put at the end of its class, and of those no longer
 * followed one half leaves at its start, the other at its end. Kaplan–Meier on these counts is the actuarial life
 * table (Cutler & Ederer 1958), Aalen–Johansen its form with competing ways out.
 */
export function actuarialCounts(table: LifeTable, group: LifeTableGroup): readonly FollowUpCount[] {
  const rows = group.classes.flatMap(({ outcomes, competing, censored }, k) => {
    const end = table.until[k] ?? 0;
    const start = k === 0 ? 0 : (table.until[k - 1] ?? 0);
    return [
      { time: start, status: 0, n: Math.ceil(censored / 2) },
      { time: end, status: 0, n: Math.floor(censored / 2) },
      { time: end, status: 1, n: outcomes },
      ...competing.map((n, cause) => ({ time: end, status: cause + 2, n })),
    ];
  });
  rows.push({ time: (table.until.at(-1) ?? 0) + 1, status: 0, n: group.beyond });
  return rows.filter(({ n }) => n > 0);
}
