import { describe, expect, test } from 'vitest';
import { causeIncidenceAt, cumulativeIncidence } from './cumulative-incidence.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { incidenceAt, productLimit } from './product-limit.ts';
import { seededRandom } from './seeded-random.ts';
import { weightedIncidence as incidenceOf } from './weighted-incidence.ts';

interface WeightedFollowUp extends FollowUpCount {
  readonly weight: number;
}

const weightedIncidence = (rows: readonly WeightedFollowUp[], horizon: number) =>
  incidenceOf(
    rows,
    horizon,
    rows.map(({ weight }) => weight),
  );

function followed(random: () => number, statuses: number, weighted: boolean): WeightedFollowUp[] {
  return Array.from({ length: 40 }, () => {
    const entry = weighted && random() < 0.3 ? 1 + Math.floor(4 * random()) : 0;
    return {
      time: entry + 1 + Math.floor(12 * random()),
      status: Math.floor(statuses * random()),
      n: 1 + Math.floor(4 * random()),
      weight: weighted ? 0.2 + random() : 1,
      entry,
    };
  });
}

const squares = (rows: readonly WeightedFollowUp[], pull: Float64Array) =>
  rows.reduce((sum, row, i) => sum + row.n * (row.weight * (pull[i] ?? 0)) ** 2, 0);

describe('weighted incidence', () => {
  test('with weights of 1 it is Kaplan-Meier, and its influence gives Greenwood’s variance', () => {
    const rows = followed(seededRandom(1), 2, false);
    for (const horizon of [2, 5, 9]) {
      const { incidence, pull, events, atRisk } = weightedIncidence(rows, horizon);
      const reading = incidenceAt(productLimit(rows), horizon);
      expect(incidence).toBeCloseTo(reading.incidence ?? 0, 12);
      expect(Math.sqrt(squares(rows, pull))).toBeCloseTo(reading.se ?? 0, 12);
      expect([events, atRisk]).toEqual([reading.events, reading.atRisk]);
    }
  });

  test('with competing outcomes it is Aalen-Johansen, its variance close to the delta method’s', () => {
    const rows = followed(seededRandom(2), 3, false);
    const { incidence, pull } = weightedIncidence(rows, 8);
    const reading = causeIncidenceAt(cumulativeIncidence(rows), 8);
    expect(incidence).toBeCloseTo(reading.incidence ?? 0, 12);
    expect(Math.sqrt(squares(rows, pull)) / (reading.se ?? 1)).toBeCloseTo(1, 1);
  });

  test('the derivative is that of the incidence when a weight moves, delayed entry and ties included', () => {
    const rows = followed(seededRandom(3), 3, true);
    const { pull } = weightedIncidence(rows, 7);
    rows.forEach((row, i) => {
      const at = (weight: number) =>
        weightedIncidence(
          rows.map((other, j) => (j === i ? { ...other, weight } : other)),
          7,
        ).incidence;
      const slope = (at(row.weight + 1e-6) - at(row.weight - 1e-6)) / 2e-6 / row.n;
      expect(pull[i]).toBeCloseTo(slope, 7);
    });
  });

  test('scaling every weight changes nothing; a weight of 0 is nobody', () => {
    const rows = followed(seededRandom(4), 2, true);
    const { incidence } = weightedIncidence(rows, 6);
    expect(
      weightedIncidence(
        rows.map((row) => ({ ...row, weight: 9 * row.weight })),
        6,
      ).incidence,
    ).toBeCloseTo(incidence, 12);
    const nobody = { time: 3, status: 1, n: 50, weight: 0 };
    expect(weightedIncidence([...rows, nobody], 6).incidence).toBeCloseTo(incidence, 12);
  });

  test('past the last time anybody was followed there is no figure, unless everybody had the outcome', () => {
    const censored = [
      { time: 4, status: 1, n: 3, weight: 1 },
      { time: 5, status: 0, n: 3, weight: 2 },
    ];
    expect(weightedIncidence(censored, 6).beyondFollowUp).toBe(true);
    expect(weightedIncidence(censored, 5).beyondFollowUp).toBe(false);
    const everybody = weightedIncidence([{ time: 4, status: 1, n: 3, weight: 1 }], 6);
    expect(everybody).toMatchObject({ beyondFollowUp: false, incidence: 1 });
    expect([...everybody.pull]).toEqual([0]);
  });
});
