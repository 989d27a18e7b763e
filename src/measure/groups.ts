import { cumulativeIncidence } from '../statistics/cumulative-incidence.ts';
import { estimateAt } from '../statistics/estimate-at.ts';
import type { FollowUpCount } from '../statistics/follow-up-count.ts';
import { grayTest } from '../statistics/gray-test.ts';
import { logRank } from '../statistics/log-rank.ts';
import { incidenceBounds } from '../statistics/product-limit.ts';
import { type Followed, pooled } from './followed.ts';
import type { Grouped, GroupTest, IncidenceCurve } from './measure.ts';

/** Fewer units at risk: the curve stops being drawn, as its steps say more of chance than of the service. */
const leastAtRisk = 11;
const level = 0.95;

export interface Split {
  /** `group` or the name of an attribute. */
  readonly by: string;
  readonly groups: readonly { readonly group: string; readonly units: readonly Followed[] }[];
}

/** Units split by the `position`-th of their cells, groups in alphabetical order. */
export function split(units: readonly Followed[], by: string, position: number): Split {
  const groups = new Map<string, Followed[]>();
  for (const unit of units) {
    const group = unit.cells[position] ?? '';
    const members = groups.get(group);
    if (members) members.push(unit);
    else groups.set(group, [unit]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return { by, groups: sorted.map(([group, members]) => ({ group, units: members })) };
}

/** Everyone, then each group of each split. */
export function everyGroup(units: readonly Followed[], splits: readonly Split[]) {
  return [
    { group: null, by: null, units, counts: pooled(units) },
    ...splits.flatMap(({ by, groups }) =>
      groups.map(({ group, units: members }) => ({
        group,
        by,
        units: members,
        counts: pooled(members),
      })),
    ),
  ];
}

/** Cumulative incidence step by step, with its 95 % band, as long as enough units are at risk. */
export function curve(counts: readonly FollowUpCount[], grouped: Grouped, lastTime: number): IncidenceCurve {
  const { n, steps } = cumulativeIncidence(counts);
  const points = [{ time: 0, incidence: 0, lower: 0, upper: 0, atRisk: n }];
  const drawn: IncidenceCurve['points'][number][] = points;
  for (const step of steps) {
    if (step.time > lastTime || step.atRisk < leastAtRisk) break;
    if (step.events === 0) continue;
    const { lower, upper } = incidenceBounds(step.incidence, Math.sqrt(step.variance), {
      level,
      type: 'log-log',
    });
    drawn.push({ time: step.time, incidence: step.incidence, lower, upper, atRisk: step.atRisk });
  }
  return { group: grouped.group, by: grouped.by, points: drawn };
}

/** Incidence of each competing way out at each horizon. */
export function competingEstimates(
  groups: readonly (Grouped & { readonly counts: readonly FollowUpCount[] })[],
  causes: readonly string[],
  horizons: readonly number[],
  timeUnit: number,
) {
  return groups.flatMap(({ group, by, counts }) =>
    causes.flatMap((cause, i) =>
      horizons.map((horizon) => ({
        ...estimateAt(counts, horizon, { cause: i + 2, timeUnit }),
        cause,
        group,
        by,
      })),
    ),
  );
}

/** Whether the groups of a split differ: log-rank, or Gray's test when other outcomes compete. */
export function groupTest({ by, groups }: Split): GroupTest | null {
  const counts = groups.map((group) => pooled(group.units)).filter((units) => units.length > 0);
  if (counts.length < 2) return null;
  const competing = counts.some((units) => units.some((unit) => unit.status > 1));
  const { statistic, df, pValue } = competing ? grayTest(counts) : logRank(counts);
  if (statistic === null || pValue === null) return null;
  return {
    name: competing ? 'gray' : 'log-rank',
    by,
    statistic,
    degreesOfFreedom: df,
    pValue,
    sentence: testSentence(by, pValue),
  };
}

function testSentence(by: string, pValue: number): string {
  const what = by === 'group' ? 'Les groupes' : `Les groupes définis par « ${by} »`;
  if (pValue >= 0.05) {
    return `${what} ne se distinguent pas : un écart aussi grand arriverait souvent par hasard (${chances(pValue)}).`;
  }
  return `${what} diffèrent : le hasard seul donnerait rarement un tel écart (${chances(pValue)}). Cela ne dit pas pourquoi : les groupes n'ont pas été tirés au sort.`;
}

function chances(pValue: number): string {
  if (pValue < 0.001) return 'moins d’une fois sur 1 000';
  if (pValue < 0.1) return `${Math.max(1, Math.round(pValue * 1000))} fois sur 1 000`;
  return `${Math.round(pValue * 100)} fois sur 100`;
}
