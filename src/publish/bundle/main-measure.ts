import type { MatrixRow } from '../../plan/plan.ts';

/** The measure a service is known by: of the row « impactant » first. */
export function mainMeasure<M extends { readonly matrix: MatrixRow }>(measures: readonly M[]): M | null {
  const order = ['impactful', 'efficient', 'useful', 'used', 'usable'] as const;
  for (const row of order) {
    const found = measures.find((measure) => measure.matrix === row);
    if (found !== undefined) return found;
  }
  return null;
}
