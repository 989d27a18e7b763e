import type { z } from 'zod';
import type { DeclaredVolume, IndicatorBase, SampleVolumeIndicator } from '../plan.ts';
import type { sampleVolume } from './schema.ts';

type Written = z.output<typeof sampleVolume>;

export function buildSampleVolume(indicator: Written, base: IndicatorBase): SampleVolumeIndicator {
  const { sample, volume } = indicator;
  return {
    ...base,
    method: 'sample-volume',
    unit: indicator.unit,
    sample: typeof sample === 'string' ? sample : { ...sample, drawn: sample.drawn ?? null },
    volume: typeof volume === 'string' ? volume : declaredVolume(volume),
    words: indicator.sentence,
  };
}

function declaredVolume({ value, lower, upper, period }: Exclude<Written['volume'], string>): DeclaredVolume {
  const range = lower != null && upper != null ? { lower, upper } : null;
  return { value, range, period: period ?? null };
}
