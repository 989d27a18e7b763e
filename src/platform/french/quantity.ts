import { frenchNumber, tied } from './number.ts';

/** The power of ten by which both ends of an interval are said: a twentieth of its width at most. */
export function roundingStep(lower: number, upper: number): number {
  const width = Math.abs(upper - lower);
  return width > 0 ? 10 ** (Math.floor(Math.log10(width)) - 1) : 1;
}

/** Three figures that count: 1 234 gives a step of 10. */
export const ownStep = (value: number): number =>
  value === 0 ? 1 : 10 ** Math.min(0, Math.floor(Math.log10(Math.abs(value))) - 2);

/** As `ownStep`, without needless zeros: 8 sur 10 rather than 8,00; money keeps its cents. */
export function fittingStep(value: number, unit: string): number {
  const own = ownStep(value);
  if (unit.startsWith('€')) return own;
  const fits = (step: number) => Math.abs(Math.round(value / step) * step - value) < 1e-9;
  return [1, 0.1, 0.01].find((step) => step >= own && fits(step)) ?? own;
}

/** A number rounded to a step: `quantity(69980, 1000)` gives `70 000`. */
export function quantity(value: number, step: number): string {
  const decimals = Math.max(0, Math.round(-Math.log10(step)));
  return frenchNumber(Math.round(value / step) * step, decimals);
}

const hours = /^(h|heures?)$/i;

/** A quantity with its unit; hours are said in hours and minutes: `1 h 45`. */
export function measured(value: number, unit: string, step: number): string {
  if (!hours.test(unit)) return `${quantity(value, step)}${tied}${unit}`;
  const minutes = Math.round(Math.abs(value) * 60);
  const sign = value < 0 && minutes > 0 ? '\u2212' : '';
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (whole === 0) return `${sign}${rest}${tied}min`;
  const after = rest === 0 ? '' : `${tied}${String(rest).padStart(2, '0')}`;
  return `${sign}${frenchNumber(whole)}${tied}h${after}`;
}

/** `entre 8 400 et 10 600`: the unit goes with the figure, not with its interval; hours keep theirs. */
export function rangeText(lower: number, upper: number, unit: string, step: number): string {
  const said = (value: number) => (hours.test(unit) ? measured(value, unit, step) : quantity(value, step));
  return `entre ${said(lower)} et ${said(upper)}`;
}
