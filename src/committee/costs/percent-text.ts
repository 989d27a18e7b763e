import { frenchNumber, tied } from '../../platform/french/number.ts';

/** A part of a budget, 0 to 1: `40 %`, `12,5 %`. */
export function percentText(share: number): string {
  const percent = Math.round(share * 10_000) / 100;
  const decimals = Number.isInteger(percent) ? 0 : Number.isInteger(percent * 10) ? 1 : 2;
  return `${frenchNumber(percent, decimals)}${tied}%`;
}
