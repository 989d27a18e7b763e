import { expectedParts } from './expected-parts.ts';
import type { Aggregate } from './group-time-aggregates.ts';
import type { RolloutDesign } from './group-time-effects.ts';
import { type InfluenceInterval, influenceInterval } from './influence-interval.ts';
import { sizeOf } from './visible-error.ts';

/** Interval of one figure of a rollout, at a two-sided level. */
export type RolloutInterval = (read: Aggregate, level: number) => InfluenceInterval;

/** Intervals of the figures of one rollout, few territories or many; `clusters`: one a unit, those that go together. */
export function rolloutInterval(
  design: Pick<RolloutDesign, 'periods' | 'units'>,
  clusters?: readonly string[],
): RolloutInterval {
  const groups = design.units.map(({ group }) => group);
  const size = sizeOf(design.units.flatMap(({ outcomes }) => outcomes));
  const expected = expectedParts(design);
  return (read, level) =>
    influenceInterval(read.att, read.influence, groups, {
      level,
      size,
      restsOn: read.groups,
      expected: expected(read),
      ...(clusters === undefined ? {} : { clusters }),
    });
}
