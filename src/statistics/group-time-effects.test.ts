import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aggregate } from './group-time-aggregates.ts';
import {
  type GroupTimeCell,
  groupTimeEffects,
  type RolloutDesign,
  type RolloutUnit,
} from './group-time-effects.ts';
import { influenceError } from './influence.ts';
import { pretrendTest } from './pretrend-test.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

const periods = [1, 2, 3, 4, 5];

interface World {
  readonly random: () => number;
  readonly groups: readonly (number | null)[];
  readonly perGroup: number;
  /** Effect `since` periods after the start, for the group that started in `group`. */
  readonly effect: (group: number, since: number) => number;
  readonly drift?: (group: number | null) => number;
  readonly noise?: number;
}

const unitsOf = ({ random, groups, perGroup, effect, drift = () => 0, noise = 1 }: World): RolloutUnit[] =>
  groups.flatMap((group) =>
    Array.from({ length: perGroup }, () => {
      const own = 3 * normalDraw(random);
      return {
        group,
        outcomes: periods.map(
          (time) =>
            own +
            0.4 * time +
            drift(group) * time +
            noise * normalDraw(random) +
            (group !== null && time >= group ? effect(group, time - group) : 0),
        ),
        covariates: [],
      };
    }),
  );

const design = (units: readonly RolloutUnit[], more: Partial<RolloutDesign> = {}): RolloutDesign => ({
  periods,
  units,
  controlGroup: 'never-treated',
  estimator: 'dr',
  basePeriod: 'varying',
  anticipation: 0,
  completeThrough: null,
  ...more,
});

const cellAt = (cells: readonly GroupTimeCell[], group: number, time: number): GroupTimeCell | undefined =>
  cells.find((cell) => cell.group === group && cell.time === time);

const attAt = (cells: readonly GroupTimeCell[], group: number, time: number): number => {
  const cell = cellAt(cells, group, time);
  return cell?.kind === 'estimate' ? cell.att : Number.NaN;
};

const growing = (group: number, since: number): number => (group === 2 ? 5 : 1) + since;

describe('groupTimeEffects', () => {
  const world = { random: seededRandom(2), groups: [2, 4, null], perGroup: 3, effect: growing, noise: 0 };
  const exact = unitsOf(world);

  it('recovers every effect exactly when nothing else moves, early and late groups apart', () => {
    const cells = groupTimeEffects(design(exact));
    for (const cell of cells) {
      if (cell.kind !== 'estimate') throw new Error('unknown cell');
      const truth = cell.time >= cell.group ? growing(cell.group, cell.time - cell.group) : 0;
      expect(cell.att).toBeCloseTo(truth, 9);
    }
    expect(cells).toHaveLength(8);
  });

  it('aggregates as their definitions say', () => {
    const { simple, dynamic, group, calendar } = aggregate(groupTimeEffects(design(exact)), exact);
    // Group 2: 5, 6, 7, 8 in periods 2 to 5. Group 4: 1, 2 in periods 4 and 5. Equal sizes.
    expect(simple.overall?.att).toBeCloseTo((5 + 6 + 7 + 8 + 1 + 2) / 6, 9);
    expect([...dynamic.by].map(([since, { att }]) => [since, Math.round(att * 1e6) / 1e6 + 0])).toEqual([
      [-2, 0],
      [-1, 0],
      [0, 3],
      [1, 4],
      [2, 7],
      [3, 8],
    ]);
    expect(dynamic.overall?.att).toBeCloseTo((3 + 4 + 7 + 8) / 4, 9);
    expect(dynamic.by.get(3)?.groups).toEqual([2]);
    expect(group.overall?.att).toBeCloseTo((6.5 + 1.5) / 2, 9);
    expect(calendar.by.get(4)?.att).toBeCloseTo((7 + 1) / 2, 9);
  });

  it('without anybody left untreated, says which cells cannot be known', () => {
    const everybody = exact.filter((unit) => unit.group !== null);
    const cells = groupTimeEffects(design(everybody, { controlGroup: 'not-yet-treated' }));
    expect(attAt(cells, 2, 3)).toBeCloseTo(6, 9);
    expect(cellAt(cells, 2, 4)).toMatchObject({ kind: 'insufficient', reason: 'not-identified' });
    expect(cellAt(cells, 4, 5)).toMatchObject({ kind: 'insufficient', reason: 'not-identified' });
  });

  it('holds back periods whose outcomes are not complete', () => {
    const cells = groupTimeEffects(design(exact, { completeThrough: 4 }));
    expect(cellAt(cells, 2, 5)).toMatchObject({ kind: 'insufficient', reason: 'not-mature' });
    expect(aggregate(cells, exact).dynamic.by.has(3)).toBe(false);
  });

  it('moves the base period back when the service is announced early', () => {
    const announced = exact.map((unit) => ({
      ...unit,
      outcomes: unit.outcomes.map((value, p) => (unit.group === 4 && periods[p] === 3 ? value + 2 : value)),
    }));
    expect(attAt(groupTimeEffects(design(announced)), 4, 4)).toBeCloseTo(1 - 2, 9);
    expect(attAt(groupTimeEffects(design(announced, { anticipation: 1 })), 4, 4)).toBeCloseTo(1, 9);
  });

  it('covers the truth, overall effect included, with estimated group shares', () => {
    const random = seededRandom(77);
    const replications = 200;
    let covered = 0;
    const truth = (5 + 6 + 7 + 8 + 1 + 2) / 6;
    for (let k = 0; k < replications; k++) {
      // Sizes drawn at random: their part in the error is what is being tested.
      const groups = Array.from(
        { length: 150 },
        () => ([2, 4, null] as const)[Math.floor(3 * random())] ?? null,
      );
      const units = unitsOf({ ...world, random, groups, perGroup: 1, noise: 1 });
      const { overall } = aggregate(groupTimeEffects(design(units)), units).simple;
      const se = influenceError(overall?.influence ?? new Float64Array()) ?? 0;
      if (Math.abs((overall?.att ?? 0) - truth) < 1.96 * se) covered++;
    }
    expect(covered / replications).toBeGreaterThan(0.91);
    expect(covered / replications).toBeLessThan(0.99);
  });
});

describe('pretrendTest', () => {
  it('is wrong about as often as it says, and sees groups drifting apart', () => {
    const random = seededRandom(9);
    const test = (drift: number) => {
      const units = unitsOf({
        random,
        groups: [4, null],
        perGroup: 60,
        effect: () => 2,
        drift: (group) => (group === null ? 0 : drift),
      });
      return pretrendTest(groupTimeEffects(design(units)));
    };
    const alarms = Array.from({ length: 300 }, () => test(0)).filter(
      ({ status }) => status === 'failed',
    ).length;
    expect(alarms / 300).toBeGreaterThan(0.02);
    expect(alarms / 300).toBeLessThan(0.09);
    expect(test(1).status).toBe('failed');
    expect(test(0)).toMatchObject({ df: 2 });
  });

  it('is not applicable with a single period before', () => {
    const units = unitsOf({ random: seededRandom(1), groups: [2, null], perGroup: 5, effect: () => 1 });
    expect(pretrendTest(groupTimeEffects(design(units)))).toMatchObject({
      status: 'not-applicable',
      pValue: null,
    });
  });

  it('gives the p-value printed in the vignette of the R package did for the county employment data', () => {
    const file = new URL('../../../shared/oracles/data/s11-staggered-mpdta-mpdta.csv', import.meta.url);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      console.warn(
        'NOT CHECKED: ../shared/oracles is absent, the pre-trend test has no published oracle here.',
      );
      return;
    }
    const counties = new Map<number, { group: number | null; outcomes: number[]; covariates: [] }>();
    for (const line of text.trim().split('\n').slice(1)) {
      const [, county = 0, , employment = 0, first = 0] = line.split(',').map(Number);
      const unit = counties.get(county) ?? {
        group: first === 0 ? null : first,
        outcomes: [],
        covariates: [],
      };
      unit.outcomes.push(employment);
      counties.set(county, unit);
    }
    const cells = groupTimeEffects(
      design([...counties.values()], { periods: [2003, 2004, 2005, 2006, 2007] }),
    );
    expect(pretrendTest(cells).pValue).toBeCloseTo(0.16812, 4);
  });
});
