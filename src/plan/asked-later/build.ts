import type { z } from 'zod';
import type { AskedLaterIndicator, IndicatorBase } from '../plan.ts';
import type { askedLater } from './schema.ts';

export const buildAskedLater = (
  indicator: z.output<typeof askedLater>,
  base: IndicatorBase,
): AskedLaterIndicator => ({
  ...base,
  method: 'asked-later',
  answers: indicator.answers,
  yes: indicator.yes ?? null,
  unit: indicator.unit ?? null,
  after: indicator.after ?? null,
  margins: Object.entries(indicator.margins ?? {}).map(([attribute, totals]) => ({
    attribute,
    totals: typeof totals === 'string' ? { source: totals } : totals,
  })),
  breakdown: [...new Set(indicator.breakdown ?? [])],
  ...(indicator.sentence ? { sentence: indicator.sentence } : {}),
});
