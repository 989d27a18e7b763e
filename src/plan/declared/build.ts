import type { z } from 'zod';
import type { DeclaredIndicator, IndicatorBase } from '../plan.ts';
import type { declared } from './schema.ts';

export const buildDeclared = (
  { series, unit, direction, provenance }: z.output<typeof declared>,
  base: IndicatorBase,
): DeclaredIndicator => ({
  ...base,
  method: 'declared',
  series,
  unit,
  direction,
  provenance: provenance ?? null,
});
