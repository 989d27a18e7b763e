import { frenchNumber } from '../../platform/french/number.ts';

/** `+1,2 point`, `−0,4 point`: a difference of shares, with as many decimals as it needs not to be read as zero. */
export const points = (share: number): string => `${signed(share)} ${noun(share)}`;

/** `entre −0,4 et +1,1 point`. */
export const pointsBetween = (lower: number, upper: number): string =>
  `entre ${signed(lower, upper - lower)} et ${signed(upper, upper - lower)} ${noun(Math.max(Math.abs(lower), Math.abs(upper)))}`;

/** `1 point`, `0,5 point`, `2 points`: no sign, no needless decimal. */
export function threshold(share: number): string {
  const number = Number((Math.abs(share) * 100).toFixed(2));
  const digits = [0, 1].find((count) => Math.abs(number - Number(number.toFixed(count))) < 1e-9) ?? 2;
  return `${frenchNumber(number, digits)} ${noun(share)}`;
}

function signed(share: number, width = Math.abs(share)): string {
  const digits = width * 100 < 0.2 ? 2 : 1;
  const text = frenchNumber(share * 100, digits);
  return share > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

const noun = (share: number): string => (Math.abs(share) >= 0.02 ? 'points' : 'point');
