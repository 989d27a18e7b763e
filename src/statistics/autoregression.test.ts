import { describe, expect, test } from 'vitest';
import { autoregression, memories } from './autoregression.ts';
import { leastSquares } from './least-squares.ts';
import { fromRows } from './linear-algebra.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

const line = (length: number) => fromRows(Array.from({ length }, (_, t) => [1, t % 2, t / length]));

function read(outcomes: readonly number[], contrast: readonly number[]) {
  const x = line(outcomes.length);
  const start = leastSquares({ x, y: outcomes });
  const reading = start === null ? null : autoregression(x, [contrast])?.read(start.residuals);
  if (start === null || reading == null) throw new Error('no reading');
  const [found] = reading.contrasts;
  const estimate = contrast.reduce((sum, c, j) => sum + c * (start.coefficients[j] ?? 0), 0);
  return { ...reading, estimate: estimate + (found?.shift ?? 0), spread: found?.spread ?? 0 };
}

/** The same by the textbook: each row but the first minus rho times the row before, the first times sqrt(1 - rho^2). */
function praisWinsten(outcomes: readonly number[], rho: number) {
  const rows = outcomes.map((y, t) => [1, t % 2, t / outcomes.length, y]);
  const taken = rows.map((row, t) =>
    row.map((value, j) =>
      t === 0 ? Math.sqrt(1 - rho * rho) * value : value - rho * (rows[t - 1]?.[j] ?? 0),
    ),
  );
  return leastSquares({
    x: fromRows(taken.map((row) => row.slice(0, 3))),
    y: taken.map((row) => row[3] ?? 0),
  });
}

describe('autoregression', () => {
  test('is the mixture of the Prais–Winsten estimates under the weights it gives', () => {
    const random = seededRandom(3);
    let noise = 0;
    const outcomes = Array.from({ length: 30 }, (_, t) => {
      noise = 0.6 * noise + normalDraw(random);
      return 3 + 2 * (t % 2) + noise;
    });
    const { estimate, weights } = read(outcomes, [0, 1, 0]);
    const expected = memories.reduce(
      (sum, rho, k) => sum + (weights[k] ?? 0) * (praisWinsten(outcomes, rho)?.coefficients[1] ?? 0),
      0,
    );
    expect(estimate).toBeCloseTo(expected, 8);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  });

  test('without memory, a long series gives the estimate and error of least squares', () => {
    const random = seededRandom(3);
    const outcomes = Array.from({ length: 400 }, (_, t) => 3 + 2 * (t % 2) + normalDraw(random));
    const { estimate, spread, memory } = read(outcomes, [0, 1, 0]);
    const plain = leastSquares({ x: line(400), y: outcomes })?.coefficients[1] ?? 0;
    expect(Math.abs(estimate - plain)).toBeLessThan(0.01);
    expect(spread).toBeCloseTo(0.1, 1);
    expect(memory).toBeLessThan(0.1);
  });

  test('a series without noise, or with no degree of freedom left, has no reading', () => {
    const x = line(20);
    expect(autoregression(x, [[0, 1, 0]])?.read(new Float64Array(20))).toBeNull();
    expect(autoregression(line(3), [[0, 1, 0]])).toBeNull();
  });
});
