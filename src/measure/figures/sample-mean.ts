import type { SampleSource, SampleVolumeIndicator } from '../../plan/plan.ts';
import { isRefused, type Refused, refused } from '../../statistics/refused.ts';
import { type SampleSummary, summarise } from '../../statistics/sample-times-volume.ts';
import { surveyEstimate } from '../../statistics/survey-estimate.ts';
import type { MeasureContext } from '../measure-context.ts';
import { designOf, isDesigned, numberOf, sampleRows, tooManyUnreadable } from './sample-rows.ts';

export interface MeasuredSample {
  /** Of independent measures; of a designed sample, one with the same standard error and degrees of freedom. */
  readonly summary: SampleSummary;
  readonly n: number;
  readonly asked: number;
  readonly unreadable: number;
  readonly designed: boolean;
}

/** The mean of a sample, from its file or as the plan gives it. */
export async function sampleMean(
  context: MeasureContext,
  { sample }: SampleVolumeIndicator,
): Promise<MeasuredSample | Refused> {
  if (typeof sample !== 'string') {
    return { summary: sample, n: sample.n, asked: sample.n, unreadable: 0, designed: false };
  }
  const source = context.plan.sources[sample];
  if (source?.kind !== 'sample') throw new TypeError(`source ${sample} is no sample`);
  return meanOf(await sampleRows(context, source, []), source);
}

function meanOf(all: Awaited<ReturnType<typeof sampleRows>>, source: SampleSource): MeasuredSample | Refused {
  const given = all.filter(({ value }) => value !== null);
  const rows = given.flatMap((row) => {
    const value = numberOf(row.value);
    return value === null ? [] : [{ row, value }];
  });
  const unreadable = given.length - rows.length;
  const illegible = tooManyUnreadable(unreadable, rows.length);
  if (illegible !== null) return illegible;
  const values = rows.map(({ value }) => value);
  const counts = { n: values.length, asked: all.length, unreadable, designed: isDesigned(source) };
  if (values.length < 2) {
    return refused(
      'empty-group',
      `Trop peu : l’échantillon « ${source.name} » compte ${values.length} mesure ; il en faut au moins deux pour donner un intervalle, et plutôt trente.`,
    );
  }
  if (!counts.designed) return { summary: summarise(values), ...counts };
  const design = designOf(
    rows.map(({ row }) => row),
    source,
  );
  if (isRefused(design)) return design;
  const mean = surveyEstimate({ statistic: 'mean', design, values });
  if (isRefused(mean)) return mean;
  const size = mean.df + 1;
  return {
    summary: { n: size, mean: mean.estimate, sd: (mean.se ?? 0) * Math.sqrt(size) },
    ...counts,
  };
}
