import type { SampleVolumeIndicator } from '../../plan/plan.ts';
import { frenchPeriod } from '../../platform/french/date.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { measured, ownStep, quantity, roundingStep } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { SampleTimesVolume } from '../../statistics/sample-times-volume.ts';
import type { FigureEstimate } from '../figure-measure.ts';

const periods = { week: 'par semaine', month: 'par mois', quarter: 'par trimestre', year: 'par an' } as const;

interface Facts {
  readonly indicator: SampleVolumeIndicator;
  readonly estimate: FigureEstimate;
  readonly sample: SampleTimesVolume | null;
  readonly volume: number;
  readonly n: number;
}

/**
 * « Entre 70 000 et 90 000 heures libérées par mois : 2 h gagnées par réponse (mesuré sur 60 marchés, entre 1 h 45 et
 * 2 h 15) × 40 000 réponses. » A mean that may be of either sign is said not to tell.
 */
export function sampleVolumeSentence({ indicator, estimate, sample, volume, n }: Facts): string {
  if (estimate.kind === 'insufficient') return estimate.sentence;
  const { words, unit } = indicator;
  const { lower, upper } = estimate;
  if (sample === null || lower === null || upper === null) return '';
  const step = roundingStep(lower, upper);
  const said = (value: number) => quantity(value, step);
  const { mean } = sample;
  const meanStep =
    mean.lower === null || mean.upper === null
      ? ownStep(mean.estimate)
      : roundingStep(mean.lower, mean.upper);
  const one = (value: number) => measured(value, unit, meanStep);
  const range =
    mean.lower === null || mean.upper === null ? '' : `, entre ${one(mean.lower)} et ${one(mean.upper)}`;
  const how = `${one(mean.estimate)} ${words.each} (mesuré sur ${frenchNumber(n)} ${words.sampled}${range}) × ${volumeText(indicator, volume)}.`;
  const when = periodText(indicator, estimate.period);
  if (lower < 0 && upper > 0) {
    return typeset(
      `À ce jour, les mesures ne permettent pas de dire s’il y a des ${words.total} : leur nombre est compris entre ${said(lower)} et ${said(upper)}${when} ; ${how}`,
    );
  }
  return typeset(`Entre ${said(lower)} et ${said(upper)} ${words.total}${when} : ${how}`);
}

function periodText({ volume }: SampleVolumeIndicator, period: string | null): string {
  if (period !== null) return ` en ${frenchPeriod(period)}`;
  return typeof volume === 'string' || volume.period === null ? '' : ` ${periods[volume.period]}`;
}

function volumeText({ volume, words }: SampleVolumeIndicator, value: number): string {
  const text = `${frenchNumber(value)} ${words.cases}`;
  if (typeof volume === 'string' || volume.range === null) return text;
  return `${text} (entre ${frenchNumber(volume.range.lower)} et ${frenchNumber(volume.range.upper)})`;
}
