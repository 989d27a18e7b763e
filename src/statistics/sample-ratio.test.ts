import { expect, test } from 'vitest';
import { sampleRatioMismatch } from './sample-ratio.ts';

test('is Pearson’s chi-square: R gives p = 0.0163950718491923 for 5,120 and 4,880', () => {
  expect(sampleRatioMismatch([5120, 4880], [1, 1])).toMatchObject({ passed: true, df: 1 });
  const answer = sampleRatioMismatch([5120, 4880], [50, 50]);
  expect('error' in answer ? 0 : answer.pValue).toBeCloseTo(0.0163950718491923, 12);
});

test('a lopsided split is said in shares', () => {
  const answer = sampleRatioMismatch([51_500, 48_500], [1, 1]);
  expect(answer).toMatchObject({ passed: false });
  expect('error' in answer ? '' : answer.sentence).toContain(
    '51,5 % dans le premier groupe, au lieu de 50,0 %',
  );
});

test('unequal plans and several arms are compared to what was planned', () => {
  expect(sampleRatioMismatch([9000, 1000], [9, 1])).toMatchObject({ statistic: 0, pValue: 1, passed: true });
  expect(sampleRatioMismatch([500, 500, 900], [1, 1, 1])).toMatchObject({ df: 2, passed: false });
});

test('nobody, or an impossible plan, is refused', () => {
  expect(sampleRatioMismatch([0, 0], [1, 1])).toMatchObject({ error: 'empty-group' });
  expect(sampleRatioMismatch([5, 5], [1, 0])).toMatchObject({ error: 'invalid-input' });
});
