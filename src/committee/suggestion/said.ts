import { threshold as unsignedPoints } from '../../measure/comparison/points.ts';
import { changeText, type FigureUnit, figureText } from '../../measure/rollout/figure-text.ts';
import { tied } from '../../platform/french/number.ts';

/** `+1,2 point`, `+3,8 jours`. */
export const saidEffect = (value: number, unit: FigureUnit): string =>
  `${changeText(value, Math.abs(value), unit)}${labelOf(unit)}`;

/** A threshold, without needless sign: `1 point`, `3,8 jours`. */
export const saidLevel = (value: number, unit: FigureUnit): string =>
  unit.unit === 'share'
    ? `${value < 0 ? '\u2212' : ''}${unsignedPoints(value)}`
    : `${figureText(value)}${labelOf(unit)}`;

const labelOf = ({ label }: FigureUnit): string => (label === null ? '' : `${tied}${label}`);

/** A level worked out, to the digit its size allows: `1,8 point`. */
export const saidAbout = (value: number, unit: FigureUnit): string =>
  saidEffect(value, unit).replace(/^\+/, '');
