import { describe, expect, test } from 'vitest';
import { complierEffect, firstStageCheck, type OfferData } from './complier-effect.ts';
import { leastSquares, robustCovariance } from './least-squares.ts';
import { fromRows } from './linear-algebra.ts';
import { isRefused } from './refused.ts';
import { seededRandom } from './seeded-random.ts';
import { twoProportions } from './two-proportions.ts';

const table = (
  cells: readonly (readonly [assigned: number, received: number, outcome: number, n: number])[],
): OfferData => ({
  assigned: cells.map(([z]) => z),
  received: cells.map(([, d]) => d),
  outcome: cells.map(([, , y]) => y),
  counts: cells.map(([, , , n]) => n),
});

const answer = (data: OfferData) => {
  const effect = complierEffect(data);
  if (isRefused(effect)) throw new Error(effect.sentence);
  return effect;
};

describe('complier effect', () => {
  test('with full compliance it is the difference of proportions', () => {
    const effect = answer(
      table([
        [1, 1, 1, 30],
        [1, 1, 0, 70],
        [0, 0, 1, 20],
        [0, 0, 0, 60],
      ]),
    );
    const plain = twoProportions({ n: 100, events: 30 }, { n: 80, events: 20 });
    if (isRefused(plain)) throw new Error();
    expect(effect.estimate).toBeCloseTo(plain.riskDifference.estimate, 12);
    expect(effect.se).toBeCloseTo(plain.riskDifference.se ?? 0, 12);
    expect(effect.firstStageF).toBeNull();
    expect(effect.andersonRubin.lower).toBeCloseTo(effect.lower ?? 0, 9);
  });

  test('Anderson-Rubin bounds are where the offer no longer explains y - b d', () => {
    const data = table([
      [1, 1, 1, 40],
      [1, 1, 0, 60],
      [1, 0, 1, 9],
      [1, 0, 0, 91],
      [0, 1, 1, 5],
      [0, 1, 0, 15],
      [0, 0, 1, 20],
      [0, 0, 0, 150],
    ]);
    const { andersonRubin } = answer(data);
    const statistic = (b: number) => {
      const arms = [0, 1].map((arm) => {
        const own = data.counts as number[];
        const value = (i: number) => (data.outcome[i] ?? 0) - b * (data.received[i] ?? 0);
        const rows = own.flatMap((n, i) => (data.assigned[i] === arm ? Array<number>(n).fill(value(i)) : []));
        const mean = rows.reduce((s, v) => s + v, 0) / rows.length;
        return { mean, v: rows.reduce((s, v) => s + (v - mean) ** 2, 0) / rows.length ** 2 };
      });
      return ((arms[1]?.mean ?? 0) - (arms[0]?.mean ?? 0)) / Math.sqrt((arms[0]?.v ?? 0) + (arms[1]?.v ?? 0));
    };
    expect(statistic(andersonRubin.lower ?? 0)).toBeCloseTo(1.959964, 5);
    expect(statistic(andersonRubin.upper ?? 0)).toBeCloseTo(-1.959964, 5);
  });

  test('the error is HC0 of two-stage least squares written with matrices', () => {
    const data = table([
      [1, 1, 1, 40],
      [1, 1, 0, 60],
      [1, 0, 1, 9],
      [1, 0, 0, 91],
      [0, 1, 1, 5],
      [0, 1, 0, 15],
      [0, 0, 1, 20],
      [0, 0, 0, 150],
    ]);
    const column = (values: ArrayLike<number>) => fromRows(Array.from(values, (v) => [1, v]));
    const first = leastSquares({ x: column(data.assigned), y: data.received, counts: data.counts });
    const fitted = Array.from(data.received, (d, i) => d - (first?.residuals[i] ?? 0));
    const second = leastSquares({ x: column(fitted), y: data.outcome, counts: data.counts });
    if (second === null) throw new Error('collinear');
    const [a = 0, b = 0] = second.coefficients;
    const residuals = Float64Array.from(data.outcome, (y, i) => y - a - b * (data.received[i] ?? 0));
    const covariance = robustCovariance({ ...second, residuals }, 'HC0');
    const effect = answer(data);
    expect(effect.estimate).toBeCloseTo(b, 12);
    expect(effect.se).toBeCloseTo(Math.sqrt(covariance?.values[3] ?? 0), 12);
  });

  test('without a visible first stage it is refused, and so is an empty arm', () => {
    const none = table([
      [1, 1, 1, 10],
      [1, 0, 0, 10],
      [0, 1, 1, 12],
      [0, 0, 0, 12],
    ]);
    expect(complierEffect(none)).toMatchObject({ error: 'not-identified' });
    const faint = table([
      [1, 1, 1, 11],
      [1, 0, 0, 10],
      [0, 1, 1, 12],
      [0, 0, 0, 12],
    ]);
    expect(complierEffect(faint)).toMatchObject({ error: 'not-identified' });
    expect(firstStageCheck(faint)).toMatchObject({ passed: false });
    expect(
      complierEffect(
        table([
          [1, 1, 1, 10],
          [1, 0, 0, 10],
        ]),
      ),
    ).toMatchObject({ error: 'empty-group' });
  });

  test('covers a known effect on compliers about 95 times in 100', () => {
    const random = seededRandom(5);
    let covered = 0;
    for (let k = 0; k < 400; k++) {
      const cells = new Map<string, number>();
      for (let i = 0; i < 600; i++) {
        const kind = random();
        const z = i % 2;
        const d = kind < 0.5 ? z : kind < 0.6 ? 1 : 0;
        const y = random() < 0.2 + 0.1 * Number(kind > 0.8) + 0.15 * d ? 1 : 0;
        const key = `${z}${d}${y}`;
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
      const effect = answer(table([...cells].map(([c, n]) => [Number(c[0]), Number(c[1]), Number(c[2]), n])));
      if ((effect.lower ?? 0) < 0.15 && 0.15 < (effect.upper ?? 0)) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.925);
    expect(covered / 400).toBeLessThan(0.975);
  });
});
