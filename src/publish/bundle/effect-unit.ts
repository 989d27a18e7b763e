import type { FigureUnit } from '../../measure/rollout/figure-text.ts';
import type { PublishedFigures } from '../method/published-method.ts';

/** What an effect is said in: points of a share of people, or the unit of a table of territories. */
export const effectUnit = (figures: PublishedFigures): FigureUnit =>
  figures.kind === 'rollout' ? figures.rollout : { unit: 'share', label: null };
