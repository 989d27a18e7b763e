import type { SampleVolumeIndicator } from '../../plan/plan.ts';
import { normalHalfWidth } from '../../statistics/normal.ts';
import { isRefused, type Refused } from '../../statistics/refused.ts';
import {
  type SampleTimesVolume,
  sampleTimesVolume,
  type Volume,
} from '../../statistics/sample-times-volume.ts';
import type { FigureEstimate, MonthCount, SampleVolumeMeasure } from '../figure-measure.ts';
import type { MeasureContext } from '../measure-context.ts';
import { figure, noFigure, refusedFigure } from './estimates.ts';
import { figureFrame } from './frame.ts';
import { monthCounts } from './months.ts';
import { type MeasuredSample, sampleMean } from './sample-mean.ts';
import { sampleVolumeEvidence } from './sample-volume-evidence.ts';
import { sampleVolumeSentence } from './sample-volume-sentence.ts';
import { sampleWarnings } from './warnings.ts';

/** A mean measured on a sample times a volume: the last complete month, and each month before it. */
export async function measureSampleVolume(
  context: MeasureContext,
  indicator: SampleVolumeIndicator,
): Promise<SampleVolumeMeasure> {
  const { volume, words } = indicator;
  const sample = await sampleMean(context, indicator);
  const months = typeof volume === 'string' ? await monthCounts(context, volume) : [];
  const estimates =
    typeof volume === 'string'
      ? months.map((month) => monthly(sample, month, words.total))
      : [product(sample, givenVolume(volume), { unit: words.total, period: null }).estimate];
  const estimate =
    estimates.findLast(({ kind }) => kind === 'estimate') ??
    estimates.at(-1) ??
    noFigure('not-mature', noMonth(volume), { unit: words.total, n: 0 });
  const month = months.find((one) => one.month === estimate.period);
  const of = typeof volume === 'string' ? { value: month?.count ?? 0, se: 0 } : givenVolume(volume);
  const { read } = product(sample, of, { unit: words.total, period: null });
  const facts = { indicator, estimate, sample: read, volume: of.value, n: isRefused(sample) ? 0 : sample.n };
  const evidence = sampleVolumeEvidence(
    context.plan,
    indicator,
    isRefused(sample) ? null : sample.n,
    estimate,
  );
  const last = months.findLast(({ complete }) => complete);
  return {
    ...figureFrame(context, indicator),
    method: 'sample-volume',
    unit: words.total,
    words,
    coverage: null,
    units: isRefused(sample) ? 0 : sample.n,
    outcomes: last?.count ?? (typeof volume === 'string' ? 0 : volume.value),
    estimates,
    sample:
      read === null || isRefused(sample)
        ? null
        : {
            source: typeof indicator.sample === 'string' ? indicator.sample : null,
            n: sample.n,
            mean: read.mean.estimate,
            lower: read.mean.lower,
            upper: read.mean.upper,
            designed: sample.designed,
            unit: indicator.unit,
          },
    volume: {
      source: typeof volume === 'string' ? volume : null,
      months,
      given:
        typeof volume === 'string'
          ? null
          : { value: volume.value, lower: volume.range?.lower ?? null, upper: volume.range?.upper ?? null },
    },
    headline: { sentence: sampleVolumeSentence(facts), estimate, effect: null },
    checks: evidence.checks,
    evidence,
    warnings: isRefused(sample) ? [] : sampleWarnings(sample, indicator.sample),
  };
}

const level = 0.95;

function givenVolume({ value, range }: Exclude<SampleVolumeIndicator['volume'], string>): Volume {
  return { value, se: range === null ? 0 : (range.upper - range.lower) / (2 * normalHalfWidth(level)) };
}

function product(
  sample: MeasuredSample | Refused,
  volume: Volume,
  of: { readonly unit: string; readonly period: string | null },
): { readonly estimate: FigureEstimate; readonly read: SampleTimesVolume | null } {
  const read = isRefused(sample) ? sample : sampleTimesVolume(sample.summary, volume, level);
  const n = isRefused(sample) ? 0 : sample.n;
  if (isRefused(read)) return { estimate: refusedFigure(read, { ...of, n }), read: null };
  if (read.lower === null) {
    const sentence =
      'Toutes les mesures de l’échantillon sont égales : rien ne dit de combien la moyenne peut se tromper. Vérifiez qu’il s’agit bien de mesures, ou mesurez plus finement.';
    return { estimate: noFigure('not-identified', sentence, { ...of, n }), read };
  }
  return {
    estimate: figure({ value: read.estimate, lower: read.lower, upper: read.upper }, { ...of, n }),
    read,
  };
}

function monthly(sample: MeasuredSample | Refused, month: MonthCount, unit: string): FigureEstimate {
  const of = { unit, period: month.month };
  if (!month.complete) {
    const sentence = 'Mois en cours ou commencé tard : son volume n’est pas complet.';
    return noFigure('not-mature', sentence, { ...of, n: isRefused(sample) ? 0 : sample.n });
  }
  return product(sample, { value: month.count, se: 0 }, of).estimate;
}

const noMonth = (volume: SampleVolumeIndicator['volume']): string =>
  `Pas encore mûr : aucun mois complet dans « ${String(volume)} ».`;
