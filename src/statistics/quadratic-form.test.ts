import { expect, test } from 'vitest';
import { quadraticForm } from './quadratic-form.ts';

test('z V⁻¹ z when V is invertible', () => {
  // V⁻¹ of [[2, 1], [1, 3]] is [[3, -1], [-1, 2]] / 5.
  const form = quadraticForm(
    [1, 2],
    [
      [2, 1],
      [1, 3],
    ],
  );
  expect(form?.df).toBe(2);
  expect(form?.statistic).toBeCloseTo((3 - 4 + 8) / 5, 12);
});

test('a direction without variance is left out', () => {
  const form = quadraticForm(
    [3, -3, 0],
    [
      [4, -4, 0],
      [-4, 4, 0],
      [0, 0, 0],
    ],
  );
  expect(form).toEqual({ statistic: 9 / 4, df: 1 });
});

test('no variance at all: nothing', () => {
  expect(
    quadraticForm(
      [0, 0],
      [
        [0, 0],
        [0, 0],
      ],
    ),
  ).toBeNull();
});
