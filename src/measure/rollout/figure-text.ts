import { frenchNumber, tied } from '../../platform/french/number.ts';
import { points, pointsBetween } from '../comparison/points.ts';
import type { MeasuredRollout } from './measured-rollout.ts';

/** What a figure is said in: points and out of 100 for a share of people, else the panel's own unit. */
export type FigureUnit = Pick<MeasuredRollout, 'unit' | 'label'>;

/** A number with as many decimals as its size, or the width of its interval, calls for. */
export function figureText(value: number, width = Math.abs(value)): string {
  const digits = 1 - Math.floor(Math.log10(Math.max(1e-9, width)));
  return frenchNumber(value, Math.min(6, Math.max(0, digits)));
}

const signed = (value: number, width: number): string => {
  const text = figureText(value, width);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

/** `+3,8`, `+1,2 point`. */
export const changeText = (value: number, width: number, { unit }: FigureUnit): string =>
  unit === 'share' ? points(value) : signed(value, width);

/** `entre +3,1 et +4,5`, `entre −0,4 et +1,1 point`. */
export const betweenText = (lower: number, upper: number, { unit }: FigureUnit): string =>
  unit === 'share'
    ? pointsBetween(lower, upper)
    : `entre ${signed(lower, upper - lower)} et ${signed(upper, upper - lower)}`;

/** A value as it is read: `14,2 sur 100`, `49,7`. */
export const valueText = (value: number, width: number, { unit }: FigureUnit): string =>
  unit === 'share' ? `${frenchNumber(value * 100, 1)}${tied}sur${tied}100` : figureText(value, width);
