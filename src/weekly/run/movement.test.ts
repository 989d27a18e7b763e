import { expect, test } from 'vitest';
import { seededRandom } from '../../statistics/seeded-random.ts';
import { fisherTwoSided } from './hypergeometric.ts';
import { movement, type WeekFigure } from './movement.ts';

test('Fisher’s exact test gives the published chances of the tea tasting, and those of larger tables', () => {
  // Fisher 1935: 4 right of 4 among 8 cups has chance 1/70, 3 or more 17/70; two tails here.
  const tea = (newWith: number) =>
    fisherTwoSided({ newWith, newAll: 4, beforeWith: 4 - newWith, beforeAll: 4 });
  expect(tea(4)).toBeCloseTo(2 / 70, 12);
  expect(tea(3)).toBeCloseTo(34 / 70, 12);
  expect(tea(2)).toBe(1);
  // Twice the smaller tail, by whole-number arithmetic over factorials.
  const exact = (k: number, draws: number, having: number, all: number) => {
    const choose = (n: number, m: number) => {
      let value = 1n;
      for (let i = 0; i < m; i++) value = (value * BigInt(n - i)) / BigInt(i + 1);
      return value;
    };
    let [low, high] = [0n, 0n];
    for (let i = Math.max(0, draws - all + having); i <= Math.min(draws, having); i++) {
      const weight = choose(having, i) * choose(all - having, draws - i);
      if (i <= k) low += weight;
      if (i >= k) high += weight;
    }
    const scale = 10n ** 15n;
    const tail = low < high ? low : high;
    return Math.min(1, (2 * Number((tail * scale) / choose(all, draws))) / 1e15);
  };
  for (const [k, draws, having, all] of [
    [12, 50, 152, 1050],
    [25, 50, 165, 1050],
    [0, 40, 90, 640],
  ] as const) {
    const p = fisherTwoSided({ newWith: k, newAll: draws, beforeWith: having - k, beforeAll: all - draws });
    expect(p).toBeCloseTo(exact(k, draws, having, all), 10);
  }
});

/** Weekly figures of a share over people who come each week. */
function* weeks(
  random: () => number,
  share: (week: number) => number,
  perWeek: number,
): Generator<WeekFigure> {
  let [n, having] = [0, 0];
  for (let week = 0; ; week++) {
    for (let i = 0; i < perWeek; i++) if (random() < share(week)) having++;
    n += perWeek;
    const value = having / n;
    const half = 1.959964 * Math.sqrt((value * (1 - value)) / n);
    yield { value, lower: value - half, upper: value + half, level: 0.95, n, isShare: true };
  }
}

const alarms = (seed: number, share: (week: number) => number, perWeek: number, looks: number): number[] => {
  const series = weeks(seededRandom(seed), share, perWeek);
  const found: number[] = [];
  let before = series.next().value as WeekFigure;
  for (let week = 1; week <= looks; week++) {
    const now = series.next().value as WeekFigure;
    if (movement(before, now).kind === 'real') found.push(week);
    before = now;
  }
  return found;
};

test('over a year of weekly looks at a share that never changes, a change is called in under one history in twenty', () => {
  for (const [share, perWeek] of [
    [0.14, 50],
    [0.03, 200],
  ] as const) {
    const wrong = Array.from({ length: 300 }, (_, seed) => alarms(seed + 1, () => share, perWeek, 52));
    expect(wrong.filter((found) => found.length > 0).length / 300).toBeLessThan(0.05);
  }
});

test('a share that jumps is seen the week it jumps', () => {
  const jump = (week: number) => (week < 20 ? 0.14 : 0.3);
  const seen = Array.from({ length: 100 }, (_, seed) => alarms(seed + 1, jump, 200, 22));
  expect(seen.filter((found) => found.includes(20)).length).toBeGreaterThan(90);
});

test('a mean over more cases: noise or not by what the new cases add', () => {
  const mean = (value: number, n: number): WeekFigure => {
    const half = (1.959964 * 0.8) / Math.sqrt(n);
    return { value, lower: value - half, upper: value + half, level: 0.95, n, isShare: false };
  };
  expect(movement(mean(2, 400), mean(2.02, 440))).toMatchObject({ kind: 'noise', added: 40 });
  expect(movement(mean(2, 400), mean(2.1, 440))).toMatchObject({ kind: 'real' });
  expect(movement(mean(2, 400), mean(2.1, 410))).toEqual({ kind: 'unknown', reason: 'too-few-new' });
  expect(movement(mean(2, 400), mean(2.1, 380))).toEqual({ kind: 'unknown', reason: 'rewritten' });
  expect(movement(mean(2, 400), mean(2, 400))).toEqual({ kind: 'still' });
});

test('a share whose past was rewritten is not judged', () => {
  const share = (value: number, n: number): WeekFigure => {
    const half = 1.959964 * Math.sqrt((value * (1 - value)) / n);
    return { value, lower: value - half, upper: value + half, level: 0.95, n, isShare: true };
  };
  expect(movement(share(0.2, 1000), share(0.1, 1050))).toEqual({ kind: 'unknown', reason: 'rewritten' });
});
