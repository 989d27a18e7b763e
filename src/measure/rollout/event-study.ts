import { aggregate } from '../../statistics/group-time-aggregates.ts';
import { normalHalfWidth } from '../../statistics/normal.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import { affordableDraws, uniformCriticalValue } from '../../statistics/uniform-band.ts';
import type { EventStudy } from './measured-rollout.ts';
import { level, type RolloutQuestion } from './rollout-question.ts';
import { intervalOf, type StaggeredStudy } from './staggered-study.ts';

/**
 * Effects by periods since the service arrived, with a band that holds at all points at once. The same seed always:
 * the same data give the same band. The band widens as the pointwise interval does for few territories.
 */
export function eventStudy(study: StaggeredStudy, { panel }: RolloutQuestion): EventStudy {
  const { cells, design, clusters } = study;
  const points = [...aggregate(cells, design.units).dynamic.by];
  const criticalValue = uniformCriticalValue(
    points.map(([, { influence }]) => influence),
    {
      random: seededRandom(1),
      level,
      draws: affordableDraws(design.units.length * points.length),
      ...(clusters === undefined ? {} : { clusters }),
    },
  );
  const stretch = criticalValue === null ? null : Math.max(1, criticalValue / normalHalfWidth(level));
  return {
    criticalValue,
    points: points.map(([since, { att, influence, groups }]) => {
      const { se, lower, upper } = intervalOf(study, att, influence, groups);
      const known = lower !== null && upper !== null && stretch !== null;
      return {
        since,
        att,
        se,
        lower,
        upper,
        bandLower: known ? att - stretch * (att - lower) : null,
        bandUpper: known ? att + stretch * (upper - att) : null,
        groups: groups.map(panel.calendar.code),
      };
    }),
  };
}
