import { changeNames } from '../../engine/unit-changes.ts';

/** Names of the relations gathered while units are counted to be kept. */
export const toKeep = 'units to keep';
export const gatheredCounts = 'counts of units';
export const addedCounts = 'counts added up';

/** Ranges that people are cut into, at most. */
export const mostRanges = 1024;

export const workNames: readonly string[] = [
  changeNames.touched,
  changeNames.entering,
  changeNames.current,
  toKeep,
  gatheredCounts,
  addedCounts,
];
