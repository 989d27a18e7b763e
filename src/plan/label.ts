import type { IndicatorBase } from './indicator.ts';

/** What a column, attribute or answer is called for those who read, when the plan says it; else its own name. */
export const labelOf = ({ labels }: Pick<IndicatorBase, 'labels'>, name: string): string =>
  labels !== undefined && Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
