import { laBonneBoiteProfile, type MonthlyShape } from './monthly-shape.ts';

/** How big the world is: job seekers followed by the model, or rows of the two kinds of files. */
export type WorldSize = { readonly persons: number } | { readonly uses: number; readonly hires: number };

export interface SimulationOptions {
  /** Folder the world is written in; made when missing. */
  readonly output: string;
  readonly size: WorldSize;
  /** Integer from 0 to 2^32 − 1. */
  readonly seed: number;
  /** First month, `YYYY-MM`. */
  readonly start: string;
  readonly months: number;
  readonly shape: MonthlyShape;
  /** Usage log as JSON lines, as in production, or as plain CSV. */
  readonly format: 'json' | 'csv';
  /** One usage file a day, as in production, or a month. */
  readonly files: 'day' | 'month';
  readonly compress: boolean;
  /** Whether to write `people.csv`, the table of the people followed. */
  readonly people: boolean;
  /** What using the service multiplies the hazard of hire by a viewed company by. */
  readonly hazardRatio: number;
  /** Share of hires whose identifier is missing or altered in the register. */
  readonly missedLinks: number;
  /** Strength of a motivation that drives both use and hire and that no file shows; 0: none. */
  readonly hiddenMotivation: number;
  readonly signal?: AbortSignal;
}

export const defaultOptions = {
  size: { persons: 50_000 },
  seed: 1,
  start: '2018-09',
  months: 18,
  shape: laBonneBoiteProfile,
  format: 'json',
  files: 'month',
  compress: false,
  people: false,
  hazardRatio: 1.8,
  missedLinks: 0.08,
  hiddenMotivation: 0,
} as const satisfies Omit<SimulationOptions, 'output'>;
