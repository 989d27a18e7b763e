import type { DeclaredMeasure, FigureEstimate, FigureMeasure } from '../../measure/figure-measure.ts';

/** All that is published of a figure that follows nobody one by one: totals, samples, answers, values given. */
export interface FigureCounts {
  readonly kind: 'figures';
  readonly unit: string;
  /** Proxy: how many were counted, over which days. */
  readonly counted: {
    readonly total: number;
    readonly from: string | null;
    readonly to: string | null;
  } | null;
  /** Proxy: people called, and those for whom the effect did happen. */
  readonly calls: { readonly n: number; readonly events: number } | null;
  /** Sample × volume: the mean measured, its interval, and the volume it is multiplied by. */
  readonly sample: {
    readonly n: number;
    readonly mean: number;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly period: string | null;
    readonly volume: number;
    /** Which are counted in records, rather than written in the plan. */
    readonly fromRecords: { readonly sample: boolean; readonly volume: boolean };
    /** Error added by a volume that is itself estimated: interval of the product; null when the volume is counted. */
    readonly product: { readonly lower: number; readonly upper: number } | null;
  } | null;
  /** Asked later: people asked, people who answered, and the shares or means among them. */
  readonly answers: {
    readonly asked: number;
    readonly answered: number;
    readonly estimates: readonly FigureEstimate[];
  } | null;
  /** Declared: each value given. */
  readonly values: DeclaredMeasure['values'] | null;
  readonly reference: FigureMeasure['reference'];
  /** Why there is no figure, when something of it may not be seen or is not there. */
  readonly missing: string | null;
}
