import type { Aggregate } from './group-time-aggregates.ts';
import type { RolloutDesign } from './group-time-effects.ts';
import { type InfluenceInterval, influenceInterval } from './influence-interval.ts';
import { rolloutNoise } from './rollout-noise.ts';
import { sizeOf } from './visible-error.ts';

/** Interval of one figure of a rollout, at a two-sided level. */
export type RolloutInterval = (read: Aggregate, level: number) => InfluenceInterval;

/** Intervals of the figures of one rollout, few territories or many; `clusters`: one a unit, those that go together. */
export function rolloutInterval(
  design: Pick<RolloutDesign, 'periods' | 'units'>,
  clusters?: readonly string[],
): RolloutInterval {
  const size = sizeOf(design.units.flatMap(({ outcomes }) => outcomes));
  const noiseOf = rolloutNoise(design);
  return (read, level) => {
    const { parts, passed, leverage } = noiseOf(read);
    const units = design.units.map(({ group, weight = 1 }, i) => ({
      group,
      weight,
      leverage: leverage[i] as number,
      passed: passed[i] as number,
    }));
    return influenceInterval(read.att, read.influence, units, {
      level,
      size,
      restsOn: read.groups,
      expected: parts,
      ...(clusters === undefined ? {} : { clusters }),
    });
  };
}
