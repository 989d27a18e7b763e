import type { FigureEstimate } from '../../measure/figure-measure.ts';
import { askedLaterSentence } from '../../measure/figures/asked-later-sentence.ts';
import { declaredSentence, trendOf } from '../../measure/figures/declared-sentence.ts';
import { figure, noFigure } from '../../measure/figures/estimates.ts';
import { proxySentence } from '../../measure/figures/proxy-sentence.ts';
import { sampleVolumeSentence } from '../../measure/figures/sample-volume-sentence.ts';
import type {
  AskedLaterIndicator,
  DeclaredIndicator,
  ProxyIndicator,
  SampleVolumeIndicator,
} from '../../plan/plan.ts';
import { calibratedProxy } from '../../statistics/calibrated-proxy.ts';
import { isRefused } from '../../statistics/refused.ts';
import type { FigureCounts } from './figure-counts.ts';

export type FigureIndicator =
  | SampleVolumeIndicator
  | ProxyIndicator
  | AskedLaterIndicator
  | DeclaredIndicator;

export interface FigureTerms {
  readonly service: string;
  /** The effect of the plan, in one sentence. */
  readonly effect: string;
}

export interface ReadFigure {
  readonly sentence: string;
  /** The first is that of the sentence. */
  readonly estimates: readonly [FigureEstimate, ...FigureEstimate[]];
}

/** The figure, its interval and its sentence, from what is published of it. */
export function readFigure(counts: FigureCounts, indicator: FigureIndicator, terms: FigureTerms): ReadFigure {
  if (counts.missing !== null) return without(counts, counts.missing);
  switch (indicator.method) {
    case 'declared':
      return declared(counts, indicator);
    case 'proxy':
      return proxy(counts, indicator, terms);
    case 'sample-volume':
      return sampleVolume(counts, indicator);
    case 'asked-later': {
      const [estimate, ...groups] = counts.answers?.estimates ?? [];
      if (estimate === undefined || counts.answers === null) return without(counts, noNumber);
      const { asked, answered } = counts.answers;
      const response = { asked, answered, tooEarly: 0, byCell: [] };
      const sentence = askedLaterSentence(indicator, estimate, response, terms.service);
      return { sentence, estimates: [estimate, ...groups] };
    }
  }
}

const noNumber = 'Pas encore de chiffre à publier.';

function without({ unit }: FigureCounts, sentence: string): ReadFigure {
  return { sentence, estimates: [noFigure('not-enough', sentence, { unit, n: 0 })] };
}

function declared(counts: FigureCounts, indicator: DeclaredIndicator): ReadFigure {
  const { values, unit, reference } = counts;
  const last = values?.at(-1);
  if (values === null || last === undefined) return without(counts, noNumber);
  const [estimate, ...before] = [...values]
    .reverse()
    .map(({ day, value }) => figure({ value, lower: null, upper: null }, { unit, n: 1, period: day }));
  if (estimate === undefined) return without(counts, noNumber);
  const trend = trendOf(values, unit, indicator.direction);
  const sentence = declaredSentence({ indicator, estimate, last, trend, reference });
  return { sentence, estimates: [estimate, ...before] };
}

function proxy(counts: FigureCounts, indicator: ProxyIndicator, { effect }: FigureTerms): ReadFigure {
  const { counted, calls, unit } = counts;
  if (counted === null) return without(counts, noNumber);
  const { total, from, to } = counted;
  const found = calls === null ? null : calibratedProxy({ value: total }, calls);
  const calibrated = found === null || isRefused(found) ? null : found;
  const estimate =
    calibrated === null
      ? figure({ value: total, lower: null, upper: null }, { unit, n: total })
      : figure(
          { value: calibrated.estimate, lower: calibrated.lower, upper: calibrated.upper },
          { unit, n: calls?.n ?? 0 },
        );
  const signOf = indicator.signOf ?? effect;
  return {
    sentence: proxySentence({ indicator, signOf, total, estimate, calibrated, from, to }),
    estimates: [estimate],
  };
}

/** The mean's interval times a volume that is counted; an estimated volume adds its own error, published as such. */
function sampleVolume(counts: FigureCounts, indicator: SampleVolumeIndicator): ReadFigure {
  const { sample, unit } = counts;
  if (sample === null || sample.lower === null || sample.upper === null) return without(counts, noNumber);
  const { n, mean, lower, upper, volume, period, product } = sample;
  const bounds = product ?? { lower: lower * volume, upper: upper * volume };
  const estimate = figure({ value: mean * volume, ...bounds }, { unit, n, period });
  const read = {
    estimate: mean * volume,
    ...bounds,
    se: null,
    level: 0.95,
    mean: { estimate: mean, lower, upper, n },
  };
  return {
    sentence: sampleVolumeSentence({ indicator, estimate, sample: read, volume, n }),
    estimates: [estimate],
  };
}
