/**
 * How many spreads make an interval when the memory of a series is not known.
 *
 * For a design and a contrast, the law of t = |error| / spread depends on rho alone. The multiplier is a function of the
 * memory that the series shows (`MemoryReading.memory`), a broken line chosen on simulated series without effect so that
 *
 *   P_rho(t <= multiplier) = level,   for each rho from 0 to 0.965
 *
 * as near as it goes: coverage between level - slack and level + slack, slack = (1 - level) / 5, and multipliers no
 * further from Student's quantile than that takes. One series shows its memory badly, so that a large multiplier where it
 * seems long pays for those whose long memory does not show. Beyond rho = 0.965 the interval is too short.
 * The draws come from a fixed seed: the same design gives the same multipliers.
 * Source: the tests under a nuisance parameter of Elliott, Müller & Watson 2015, here with coverage held on both sides
 * rather than at least reached (that leaves intervals several times wider than needed at middling memories).
 */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { type Autoregression, autoregression } from './autoregression.ts';
import type { Matrix } from './linear-algebra.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

const trials = { memories: 16, longest: 0.965, series: 1_500, seed: 20_261_128 };
const knots = 24;
const rounds = 250;
const pace = 1.5;
/** Pull of Student's quantile, against coverage. */
const pull = 0.0005;

type Multiplier = (memory: number) => number;

let last: { readonly design: string; readonly multipliers: readonly Multiplier[] } | null = null;

/**
 * One a contrast: from the memory shown (`MemoryReading.memory`) to the multiplier. None when `autoregression` has no
 * reading of the design. About a second; the last design is kept.
 */
export function memoryMultipliers(
  x: Matrix,
  contrasts: readonly (readonly number[])[],
  level: number,
): readonly Multiplier[] {
  const design = JSON.stringify([[...x.values], contrasts, level]);
  if (last?.design !== design) {
    const model = autoregression(x, contrasts);
    last = { design, multipliers: model === null ? [] : calibrated(model, x.rows, contrasts.length, level) };
  }
  return last.multipliers;
}

function calibrated(
  model: Autoregression,
  periods: number,
  contrasts: number,
  level: number,
): readonly Multiplier[] {
  const { shown, errors, truths } = simulate(model, periods, contrasts);
  const order = Array.from(shown.keys()).sort((a, b) => (shown[a] ?? 0) - (shown[b] ?? 0));
  const bounds = Array.from({ length: knots + 1 }, (_, b) => Math.floor((b * order.length) / knots));
  const bins = bounds.slice(1).map((end, b) => order.slice(bounds[b], end));
  const centres = bins.map((bin) => bin.reduce((sum, i) => sum + (shown[i] ?? 0), 0) / bin.length);
  const places = shown.map((memory) => placeOf(centres, memory));
  const shares = bins.map((bin) => {
    const share = new Float64Array(trials.memories);
    for (const i of bin) share[truths[i] ?? 0] = (share[truths[i] ?? 0] ?? 0) + 1 / bin.length;
    return share;
  });
  const usual = tQuantile((1 + level) / 2, model.degreesOfFreedom);
  return errors.map((sizes) => {
    const heights = calibrate({ sizes, places, truths, shares, usual, level });
    return (memory) => heightAt(heights, placeOf(centres, memory));
  });
}

interface Simulated {
  /** One a simulated series. */
  readonly shown: Float64Array;
  readonly truths: Uint8Array;
  /** One list a contrast, one number a series: |error| / spread. */
  readonly errors: readonly Float64Array[];
}

function simulate(model: Autoregression, periods: number, contrasts: number): Simulated {
  const random = seededRandom(trials.seed);
  const size = trials.memories * trials.series;
  const shown = new Float64Array(size);
  const truths = new Uint8Array(size);
  const errors = Array.from({ length: contrasts }, () => new Float64Array(size));
  const series = new Float64Array(periods);
  const top = Math.atanh(trials.longest);
  for (let s = 0; s < trials.series; s++) {
    for (let k = 0; k < trials.memories; k++) {
      const rho = Math.tanh((top * k) / (trials.memories - 1));
      const fresh = Math.sqrt(1 - rho * rho);
      series[0] = normalDraw(random);
      for (let t = 1; t < periods; t++)
        series[t] = rho * (series[t - 1] as number) + fresh * normalDraw(random);
      const at = s * trials.memories + k;
      const reading = model.read(series);
      shown[at] = reading?.memory ?? 0;
      truths[at] = k;
      errors.forEach((sizes, c) => {
        const { shift, spread } = reading?.contrasts[c] ?? { shift: 0, spread: 1 };
        sizes[at] = Math.abs(shift) / spread;
      });
    }
  }
  return { shown, truths, errors };
}

interface Calibration {
  readonly sizes: Float64Array;
  readonly places: Float64Array;
  readonly truths: Uint8Array;
  /** One a knot: share of each true memory among the series near it. */
  readonly shares: readonly Float64Array[];
  readonly usual: number;
  readonly level: number;
}

/** Height of the broken line at each knot: raised where the memories met there are covered too seldom, and back. */
function calibrate({ sizes, places, truths, shares, usual, level }: Calibration): Float64Array {
  const slack = (1 - level) / 5;
  const heights = new Float64Array(shares.length).fill(usual);
  for (let round = 0; round < rounds; round++) {
    const covered = new Float64Array(trials.memories);
    sizes.forEach((size, i) => {
      const k = truths[i] ?? 0;
      if (size <= heightAt(heights, places[i] ?? 0)) covered[k] = (covered[k] ?? 0) + 1 / trials.series;
    });
    const lacking = covered.map(
      (share) => Math.max(0, level - slack - share) - Math.max(0, share - level - slack),
    );
    shares.forEach((share, b) => {
      const height = heights[b] ?? usual;
      const push = share.reduce((sum, part, k) => sum + part * (lacking[k] ?? 0), 0);
      heights[b] = height * Math.exp(pace * (push - pull * Math.log(height / usual)));
    });
  }
  return heights;
}

/** Where a memory falls among the centres of the knots: 2.25 is a quarter of the way from the third to the fourth. */
function placeOf(centres: readonly number[], memory: number): number {
  const next = centres.findIndex((centre) => memory <= centre);
  if (next === 0) return 0;
  if (next < 0) return centres.length - 1;
  const [before, after] = [centres[next - 1] ?? 0, centres[next] ?? 0];
  return next - 1 + (after > before ? (memory - before) / (after - before) : 1);
}

function heightAt(heights: Float64Array, place: number): number {
  const low = Math.floor(place);
  const here = heights[low] ?? 0;
  return here + (place - low) * ((heights[low + 1] ?? here) - here);
}
