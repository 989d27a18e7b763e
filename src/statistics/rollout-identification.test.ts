import { describe, expect, it } from 'vitest';
import { rolloutIdentification } from './rollout-identification.ts';

const periods = [2020, 2021, 2022, 2023];

describe('rolloutIdentification', () => {
  it.each([
    ['some never treated', [2021, null], periods, 'identified', 2023],
    ['some treated after the last period', [2021, 2030], periods, 'identified', 2023],
    ['everybody treated, by steps', [2021, 2023, 2023], periods, 'partly', 2022],
    ['everybody treated at once', [2022, 2022], periods, 'not-identified', null],
    ['everybody treated before', [2019, 2020], periods, 'not-identified', null],
    ['nobody treated yet', [null, null], periods, 'not-identified', null],
    ['one period', [2020, null], [2020], 'not-identified', null],
  ])('%s', (_, groups, over, status, lastComparablePeriod) => {
    const found = rolloutIdentification(groups, over);
    expect(found).toMatchObject({ status, lastComparablePeriod });
    expect(found.sentence).toMatch(/\.$/);
  });

  it('names the groups that can be measured', () => {
    expect(rolloutIdentification([2021, 2022, 2023], periods).comparableGroups).toEqual([2021, 2022]);
    expect(rolloutIdentification([2020, 2022, null], periods).comparableGroups).toEqual([2022]);
  });
});
