import { describe, expect, test } from 'vitest';
import { fromRows } from './linear-algebra.ts';
import { logisticRegression } from './logistic.ts';

const group = [0, 0, 1, 1, 0, 1, 0, 1];
const x = fromRows(group.map((g, i) => [1, i + 1, g]));
const y = [0, 0, 1, 0, 1, 1, 0, 1];

describe('logistic regression', () => {
  test('is R’s glm', () => {
    const fit = logisticRegression({ x, y });
    const coefficients = [-2.795425678676427, 0.395050980849113, 1.962566710465129];
    for (const [j, value] of coefficients.entries()) expect(fit?.coefficients[j]).toBeCloseTo(value, 9);
    const errors = [2.47801333976285, 0.44469256808279, 1.73935662753007];
    for (const [j, value] of errors.entries())
      expect(Math.sqrt(fit?.inverseInformation.values[4 * j] ?? 0)).toBeCloseTo(value, 6);
  });

  test('counts stand for repeated rows, and a share for both answers', () => {
    const long = logisticRegression({
      x: fromRows([
        [1, 0],
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
      y: [1, 0, 0, 1, 1, 1, 0],
    });
    const short = logisticRegression({
      x: fromRows([
        [1, 0],
        [1, 1],
      ]),
      y: [1 / 3, 3 / 4],
      counts: [3, 4],
    });
    expect(short?.coefficients[0]).toBeCloseTo(Math.log(1 / 2), 9);
    expect(short?.coefficients[1]).toBeCloseTo(long?.coefficients[1] ?? 0, 9);
  });

  test('separation, whole or partial, has no fit', () => {
    const wholly = {
      x: fromRows([
        [1, 1],
        [1, 2],
        [1, 3],
        [1, 4],
      ]),
      y: [0, 0, 1, 1],
    };
    const partly = {
      x: fromRows([
        [1, 0],
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1],
      ]),
      y: [0, 1, 0, 1, 1],
    };
    expect(logisticRegression(wholly)).toBeNull();
    expect(logisticRegression(partly)).toBeNull();
  });

  test('a far outlier is not taken for separation', () => {
    const far = {
      x: fromRows([
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
        [1, 400],
      ]),
      y: [0, 1, 0, 1, 1],
    };
    const fit = logisticRegression(far);
    expect(fit?.probabilities[4]).toBeGreaterThan(0.999);
  });
});
