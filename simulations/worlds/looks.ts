import { riskDifferenceSequence } from '../../src/statistics/confidence-sequence.ts';

/**
 * A service without effect looked at every week for a year: 200 newcomers a week in each group, 15 % with the outcome.
 * True when some look says there is an effect.
 */
export function falseAlarm(random: () => number, weeks = 52): boolean {
  const events = [0, 0];
  const looks = Array.from({ length: weeks }, (_, week) => {
    const n = 200 * (week + 1);
    for (let i = 0; i < 200; i++)
      for (const arm of [0, 1]) if (random() < 0.15) events[arm] = (events[arm] as number) + 1;
    const [p0, p1] = events.map((k) => k / n) as [number, number];
    return {
      estimate: p1 - p0,
      standardError: Math.sqrt((p1 * (1 - p1) + p0 * (1 - p0)) / n),
      fewest: Math.min(...events, ...events.map((k) => n - k)),
    };
  });
  const points = riskDifferenceSequence(looks, { alpha: 0.05, plannedError: 0.005 });
  return points.some(({ lower, upper }) => lower !== null && upper !== null && (lower > 0 || upper < 0));
}

/** The same weeks read with the usual 95 % interval, as if each look were the only one. */
export function naiveAlarm(random: () => number, weeks = 52): boolean {
  const events = [0, 0];
  for (let week = 0; week < weeks; week++) {
    const n = 200 * (week + 1);
    for (let i = 0; i < 200; i++)
      for (const arm of [0, 1]) if (random() < 0.15) events[arm] = (events[arm] as number) + 1;
    const [p0, p1] = events.map((k) => k / n) as [number, number];
    if (Math.abs(p1 - p0) > 1.96 * Math.sqrt((p1 * (1 - p1) + p0 * (1 - p0)) / n)) return true;
  }
  return false;
}
