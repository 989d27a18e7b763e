import { drawnArm } from '../../engine/drawn-people.ts';
import type { Comparison, FollowUpIndicator, Source } from '../../plan/plan.ts';
import type { FollowUpCount } from '../../statistics/follow-up-count.ts';
import { notGiven, type Splitter } from '../follow-up-inputs.ts';
import type { Followed } from '../followed.ts';

/** Units of a comparison that share index day, follow-up, group and take-up. */
export interface ComparedCount extends FollowUpCount {
  readonly indexDay: number | null;
  readonly treated: 0 | 1;
  /** Null when the plan names no take-up. */
  readonly taken: 0 | 1 | null;
}

export interface ComparedUnits {
  readonly rows: readonly ComparedCount[];
  /** Units whose group is not given, or is neither of the two compared. */
  readonly leftOut: number;
}

/** The columns a comparison needs the counts by day to be split by; what was known before is counted apart (`comparedCells`). */
export function comparisonColumns(source: Source, { comparison }: FollowUpIndicator): readonly Splitter[] {
  if (comparison === undefined) return [];
  const takeUp = comparison.takeUp?.attribute;
  return [
    { by: comparison.arm, column: armColumn(source, comparison) },
    ...(takeUp === undefined ? [] : [{ by: takeUp, column: columnOf(source, takeUp) }]),
  ];
}

export const armColumn = (source: Source, { arm, assignment }: Comparison): string =>
  assignment === null ? columnOf(source, arm) : drawnArm;

/** The stored column of an attribute, or of the population's own group. */
export const columnOf = (source: Source, name: string): string =>
  !Object.hasOwn(source.attributes, name) && source.kind === 'units' && source.group === name
    ? 'grp'
    : `a_${name}`;

/** Counts by group: `columns` are those of the cells of `units`, in their order. */
export function comparedUnits(
  units: readonly Followed[],
  comparison: Comparison,
  columns: readonly string[],
  source: Source,
): ComparedUnits {
  const place = (name: string) => columns.indexOf(columnOf(source, name));
  const arm = columns.indexOf(armColumn(source, comparison));
  const takeUp = comparison.takeUp && place(comparison.takeUp.attribute);
  let leftOut = 0;
  const rows: ComparedCount[] = [];
  for (const unit of units) {
    const treated = groupOf(unit.cells[arm] ?? notGiven, comparison);
    if (treated === null) {
      leftOut += unit.n;
      continue;
    }
    const { indexDay, time, status, n } = unit;
    const taken = takeUp === null ? null : unit.cells[takeUp] === comparison.takeUp?.taken ? 1 : 0;
    rows.push({ indexDay, time, status, n, treated, taken });
  }
  return { rows, leftOut };
}

/** The arm a value of the plan's attribute stands for: 1 with the service, 0 without, null neither. */
export function groupOf(value: string, { treated, control }: Comparison): 0 | 1 | null {
  if (value === treated) return 1;
  return (control === null ? value !== notGiven : value === control) ? 0 : null;
}
