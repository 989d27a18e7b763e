/**
 * One treated territory against a mixture of the others, chosen to follow it before the service: weights >= 0 summing
 * to 1 that minimise the squared gap over the pre-period. The effect is the gap afterwards.
 *
 * Inference by placebos: give each other territory the same treatment, rank the ratio of its gap after to its gap
 * before (root mean squares) among all; p = rank / (territories). With 19 others, p cannot go under 0.05.
 * Assumes the mixture would have kept following it, no territory in the pool is touched by the service, and a close
 * fit before (read `preRmspe` first). Source: Abadie, Diamond & Hainmueller 2010, outcomes only.
 */
import { simplexFit } from './simplex-fit.ts';

export interface TerritorySeries {
  readonly unit: string;
  /** Outcomes of the pre-period, then of the post-period, in order. */
  readonly pre: readonly number[];
  readonly post: readonly number[];
}

export interface SyntheticControl {
  /** By unit of the pool, zeros included. */
  readonly weights: ReadonlyMap<string, number>;
  readonly unique: boolean;
  /** Observed minus synthetic, one a post-period. */
  readonly gaps: readonly number[];
  readonly meanEffect: number;
  readonly preRmspe: number;
  readonly postRmspe: number;
}

/** `pool`: at least one territory; `treated.pre` and `treated.post` not empty. */
export function syntheticControl(
  treated: TerritorySeries,
  pool: readonly TerritorySeries[],
): SyntheticControl {
  const fit = simplexFit(
    pool.map((unit) => unit.pre),
    treated.pre,
  );
  const gaps = treated.post.map((value, t) =>
    pool.reduce((gap, unit, j) => gap - (fit.weights[j] as number) * (unit.post[t] as number), value),
  );
  return {
    weights: new Map(pool.map((unit, j) => [unit.unit, fit.weights[j] as number])),
    unique: fit.unique,
    gaps,
    meanEffect: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    preRmspe: Math.sqrt(fit.squaredDistance / treated.pre.length),
    postRmspe: Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length),
  };
}

interface Placebo {
  readonly unit: string;
  readonly meanEffect: number;
  readonly preRmspe: number;
  /** Gap after over gap before; null when the fit before is exact. */
  readonly ratio: number | null;
}

export interface PlaceboTest {
  /** Share of territories whose ratio is at least the treated one's, itself included; null without a usable ratio. */
  readonly pValue: number | null;
  readonly treatedRatio: number | null;
  readonly placebos: readonly Placebo[];
}

/** The same exercise for each territory of the pool, the treated one left out of its pool. */
export function placeboTest(treated: TerritorySeries, pool: readonly TerritorySeries[]): PlaceboTest {
  const treatedRatio = ratio(treated, syntheticControl(treated, pool));
  const placebos =
    pool.length < 2
      ? []
      : pool.map((unit) => {
          const fit = syntheticControl(
            unit,
            pool.filter((other) => other !== unit),
          );
          return {
            unit: unit.unit,
            meanEffect: fit.meanEffect,
            preRmspe: fit.preRmspe,
            ratio: ratio(unit, fit),
          };
        });
  const usable = placebos.flatMap((placebo) => placebo.ratio ?? []);
  const pValue =
    treatedRatio === null || usable.length === 0
      ? null
      : (1 + usable.filter((value) => value >= treatedRatio).length) / (1 + usable.length);
  return { pValue, treatedRatio, placebos };
}

function ratio({ pre }: TerritorySeries, { preRmspe, postRmspe }: SyntheticControl): number | null {
  const size = Math.max(...pre.map(Math.abs));
  return preRmspe > 1e-9 * size ? postRmspe / preRmspe : null;
}
