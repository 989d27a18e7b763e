import type { Followed } from '../../measure/followed.ts';
import type { FollowedUnits } from '../../measure/kept-counts.ts';
import type { FollowUpMeasure } from '../../measure/measure.ts';
import { periodName, periodOf } from '../../measure/period.ts';
import type { FollowUpIndicator } from '../../plan/plan.ts';

/** One way of sorting units into the lines or the columns of a table. */
export interface Side {
  readonly name: string;
  /** What it is called at the head of the table. */
  readonly heading: string;
  labelOf(unit: Followed): string;
  /** Labels in their order, when it is not that of the alphabet; all of them are shown. */
  readonly labels?: readonly string[];
}

/** The sides a follow-up can be counted by: what is known at the horizon, cohorts, groups, breakdowns. */
export function sidesOf(
  indicator: FollowUpIndicator,
  measure: FollowUpMeasure,
  followed: FollowedUnits,
  horizon: number,
): readonly Side[] {
  const { units, columns, splits, compared } = followed;
  const attribute = (name: string, column: string, by = name): Side => {
    const place = columns.indexOf(column);
    return {
      name,
      heading: indicator.labels?.[by] ?? (by === 'group' ? 'groupe' : by),
      labelOf: ({ cells }) => cells[place] ?? '',
    };
  };
  const [arm] = compared;
  const dated = units.every(({ indexDay }) => indexDay !== null);
  const sides = [
    atHorizon(followed.causes, Math.floor(horizon / measure.timeUnit + 1e-9)),
    ...(dated ? [cohortSide(indicator)] : []),
    ...(arm === undefined ? [] : [attribute('arm', arm.column, arm.by)]),
    ...splits.map(({ by, column }) => attribute(by, column)),
    ...compared.map(({ by, column }) => attribute(by, column)),
  ];
  return sides.filter(({ name }, i) => sides.findIndex((side) => side.name === name) === i);
}

const cohortSide = ({ cohort }: FollowUpIndicator): Side => ({
  name: 'cohort',
  heading: 'cohorte',
  labelOf: ({ indexDay }) => periodName(periodOf(indexDay ?? 0, cohort), cohort),
});

/** What is known of each unit at the horizon. Who was followed to the horizon itself was seen until then. */
function atHorizon(causes: readonly string[], horizon: number): Side {
  const [yes, no, unknown] = ['avec l’effet', 'sans l’effet', 'pas encore connu'];
  const others = causes.map((cause) => `autre sortie : ${cause}`);
  return {
    name: 'outcome',
    heading: 'effet',
    labels: [yes, no, ...others, unknown],
    labelOf: ({ time, status }) => {
      if (status === 0) return time < horizon ? unknown : no;
      if (time > horizon) return no;
      return status === 1 ? yes : (others[status - 2] ?? 'autre sortie');
    },
  };
}
