import type { AskedLaterIndicator, SampleSource } from '../../plan/plan.ts';
import { isRefused, type Refused } from '../../statistics/refused.ts';
import { surveyEstimate } from '../../statistics/survey-estimate.ts';
import type { AskedLaterMeasure, FigureEstimate } from '../figure-measure.ts';
import type { MeasureContext } from '../measure-context.ts';
import { answerShares } from './answer-shares.ts';
import { neverGiven } from './answers-seen.ts';
import { askedLaterEvidence } from './asked-later-evidence.ts';
import { askedLaterSentence } from './asked-later-sentence.ts';
import { askedLaterWarnings } from './asked-later-warnings.ts';
import { figure, noFigure, refusedFigure } from './estimates.ts';
import { figureFrame } from './frame.ts';
import { knownMargins, marginsOf } from './margins.ts';
import { delayReading, responseReading, sortAnswers } from './response.ts';
import {
  designOf,
  isDesigned,
  numberOf,
  type SampleRow,
  sampleRows,
  tooManyUnreadable,
} from './sample-rows.ts';
import { plainDesign, surveyShare, type Weighting } from './survey-share.ts';

/** What people answer some days after use: the figure with its interval, who answered, and when. */
export async function measureAskedLater(
  context: MeasureContext,
  indicator: AskedLaterIndicator,
): Promise<AskedLaterMeasure> {
  const source = context.plan.sources[indicator.answers];
  if (source?.kind !== 'sample') throw new TypeError(`source ${indicator.answers} is no sample`);
  const attributes = [
    ...new Set([...indicator.margins.map(({ attribute }) => attribute), ...indicator.breakdown]),
  ];
  const asked = await sampleRows(context, source, attributes);
  const { answered, unreadable } = sortAnswers(asked, indicator);
  const response = responseReading(asked, answered, indicator, attributes);
  const weighting =
    tooManyUnreadable(unreadable, answered.length) ??
    weightingOf(answered, source, await knownMargins(context, indicator));
  const unit = indicator.yes === null ? (indicator.unit ?? '') : 'proportion';
  const read = (domain: readonly boolean[], of: { readonly group?: string; readonly by?: string }) =>
    readFigure(answered, weighting, indicator, domain, { unit, ...of });
  const whole = read(
    answered.map(() => true),
    {},
  );
  const estimate = whole.estimate;
  const groups = indicator.breakdown.flatMap((by) =>
    [...new Set(answered.map((row) => row.attributes[by] ?? ''))]
      .sort((a, b) => (a < b ? -1 : 1))
      .map(
        (group) =>
          read(
            answered.map((row) => row.attributes[by] === group),
            { group, by },
          ).estimate,
      ),
  );
  const delay = delayReading(answered);
  const evidence = askedLaterEvidence(source, indicator, response, estimate, delay);
  return {
    ...figureFrame(context, indicator),
    method: 'asked-later',
    unit,
    answers: indicator.yes === null ? [] : answerShares(answered, weighting, indicator.yes),
    response,
    delay,
    weightedOn: indicator.margins.map(({ attribute }) => attribute),
    effectiveSize: whole.effectiveSize,
    coverage: null,
    units: response.asked,
    outcomes:
      indicator.yes === null ? response.answered : answered.filter((row) => says(row, indicator)).length,
    estimates: [estimate, ...groups],
    headline: {
      sentence: askedLaterSentence(indicator, estimate, response, context.plan.service.name),
      estimate,
      effect: null,
    },
    checks: evidence.checks,
    evidence,
    warnings: [
      ...(indicator.yes === null ? [] : neverGiven(source.name, answered, indicator.yes)),
      ...askedLaterWarnings(source.name, response, unreadable, indicator),
    ],
  };
}

function weightingOf(
  answered: readonly SampleRow[],
  source: SampleSource,
  known: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Weighting | Refused {
  const design = isDesigned(source) ? designOf(answered, source) : null;
  return isRefused(design) ? design : { design, margins: marginsOf(answered, known) };
}

const says = (row: SampleRow, { yes }: AskedLaterIndicator): boolean =>
  row.value !== null && (yes ?? []).includes(row.value);

interface Read {
  readonly estimate: FigureEstimate;
  readonly effectiveSize: number | null;
}

function readFigure(
  answered: readonly SampleRow[],
  weighting: Weighting | Refused,
  indicator: AskedLaterIndicator,
  domain: readonly boolean[],
  of: { readonly unit: string; readonly group?: string; readonly by?: string },
): Read {
  const n = domain.filter(Boolean).length;
  if (isRefused(weighting) && weighting.error === 'invalid-input') {
    return { estimate: refusedFigure(weighting, { ...of, n }), effectiveSize: null };
  }
  if (n < 2) {
    const sentence =
      n === 0
        ? 'Trop peu : personne n’a répondu. Relancez les personnes interrogées, ou interrogez-en d’autres.'
        : 'Trop peu : une seule réponse. Relancez les personnes interrogées, ou interrogez-en d’autres.';
    return { estimate: noFigure('not-enough', sentence, { ...of, n }), effectiveSize: null };
  }
  if (isRefused(weighting)) return { estimate: refusedFigure(weighting, { ...of, n }), effectiveSize: null };
  const read =
    indicator.yes === null
      ? meanOf(answered, weighting, domain)
      : surveyShare(
          answered.map((row) => says(row, indicator)),
          weighting,
          domain,
        );
  if (isRefused(read)) return { estimate: refusedFigure(read, { ...of, n }), effectiveSize: null };
  const { effectiveSize, ...known } = read;
  if (known.lower === null) {
    const sentence = 'Toutes les réponses sont égales : rien ne dit de combien leur moyenne peut se tromper.';
    return { estimate: noFigure('not-identified', sentence, { ...of, n }), effectiveSize };
  }
  return { estimate: figure(known, { ...of, n }), effectiveSize };
}

function meanOf(answered: readonly SampleRow[], { design, margins }: Weighting, domain: readonly boolean[]) {
  const read = surveyEstimate({
    statistic: 'mean',
    design: design ?? plainDesign(answered.length),
    values: answered.map(({ value }) => numberOf(value) ?? 0),
    domain,
    margins,
  });
  if (isRefused(read)) return read;
  const { estimate: value, lower, upper, effectiveSize } = read;
  return { value, lower, upper, effectiveSize };
}
