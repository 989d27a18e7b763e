import { expect, test } from 'vitest';
import type { Measure } from '../../measure/measure.ts';
import { whatMoved } from './what-moved.ts';

/** A measure of the share of `n` people who knew the effect. */
const followed = (value: number, [lower, upper]: readonly [number, number], n: number) =>
  ({
    name: 'Embauches',
    method: 'follow-up',
    units: n,
    comparison: null,
    headline: {
      effect: null,
      estimate: { kind: 'estimate', value, lower, upper, level: 0.95, n, horizon: 90 },
    },
  }) as unknown as Measure;
const said = (before: Measure, now: Measure) => whatMoved(before, now)?.sentence.replace(/\s/g, ' ');

test('a share is said out of 100, to a tenth', () => {
  expect(said(followed(0.14, [0.13, 0.15], 5_000), followed(0.142, [0.13, 0.154], 5_200))).toMatch(
    /^Dans les trois mois, 14,2 sur 100, au lieu de 14,0 sur 100 la dernière fois/,
  );
});

test('a rare one is never said to be zero: both are said out of as many people', () => {
  const rare = followed(0.00013, [0.00011, 0.00015], 1_000_000);
  expect(said(rare, followed(0.0024, [0.0022, 0.0026], 1_010_000))).toMatch(
    /240 sur 100 000, au lieu de 13 sur 100 000 la dernière fois/,
  );
  expect(said(followed(0.0024, [0.0022, 0.0026], 1_000_000), rare)).toMatch(
    /13 sur 100 000, au lieu de 240 sur 100 000/,
  );
});
