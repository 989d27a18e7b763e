import type { EvidenceLevel } from '../../measure/measure.ts';
import type { FigureUnit } from '../../measure/rollout/figure-text.ts';
import type { DecisionTerms } from '../../plan/plan.ts';
import type { EffectEstimate, EffectFigure } from '../../statistics/effect-estimate.ts';
import type { InsufficientReason } from '../../statistics/estimate.ts';
import type { Bundle, FreshnessFacts, PublishedMeasure } from '../bundle/bundle.ts';
import { effectUnit } from '../bundle/effect-unit.ts';
import { mainMeasure } from '../bundle/main-measure.ts';
import { shortFigure } from '../formats/short-figure.ts';
import { treatedPerYear, treatedUnits } from './treated-users.ts';
import { type Read, readOf } from './trend.ts';

/** One more when what it holds changes: summaries of before are then made again from their publications. */
export const summaryVersion = 1;

/** What a list of many services needs of a publication: of the indicator it is known by, some thirty numbers and words. */
export interface PublicationSummary {
  readonly indicator: string;
  readonly name: string;
  /** In a few words: `+2,1 points`. */
  readonly figure: string;
  /** The figure with its interval, to say whether it moved; null without an interval. */
  readonly read: Read | null;
  readonly level: EvidenceLevel;
  readonly failedChecks: readonly string[];
  readonly effect: SummaryEffect | { readonly kind: 'none' };
  readonly decision: Pick<DecisionTerms, 'threshold' | 'valuePerOutcome' | 'cost'>;
  /** With the service, in the comparison; and a year, at the pace they entered. */
  readonly users: number | null;
  readonly usersPerYear: number | null;
  readonly freshness: FreshnessFacts;
}

type SummaryEffect =
  | ({
      readonly kind: 'estimate';
      /** The next horizon of the plan that too few were followed to, so far. */
      readonly laterHorizon: number | null;
    } & FigureUnit &
      Pick<EffectFigure, 'value' | 'standardError' | 'withoutService' | 'horizon'>)
  | { readonly kind: 'insufficient'; readonly reason: InsufficientReason; readonly sentence: string };

/** The same bundle gives the same summary; null when it measures nothing. */
export function publicationSummary(bundle: Bundle): PublicationSummary | null {
  const measure = mainMeasure(bundle.measures);
  if (measure === null) return null;
  const { evidence, headline } = measure;
  const terms = decisionTerms(bundle, measure);
  return {
    indicator: measure.indicator,
    name: measure.name,
    figure: shortFigure(measure),
    read: readOf(headline),
    level: evidence.level,
    failedChecks: evidence.checks.flatMap(({ name, status }) => (status === 'failed' ? [name] : [])),
    effect: effectOf(measure),
    decision: {
      threshold: terms?.threshold ?? null,
      valuePerOutcome: terms?.valuePerOutcome ?? null,
      cost: terms?.cost ?? null,
    },
    users: treatedUnits(measure),
    usersPerYear: treatedPerYear(measure),
    freshness: bundle.freshness,
  };
}

function decisionTerms({ plan }: Pick<Bundle, 'plan'>, measure: PublishedMeasure): DecisionTerms | undefined {
  const indicator = plan.indicators.find(({ id }) => id === measure.indicator);
  return indicator !== undefined && 'decision' in indicator ? indicator.decision : undefined;
}

function effectOf(measure: PublishedMeasure): PublicationSummary['effect'] {
  const { effect } = measure.headline;
  if (effect === null) return { kind: 'none' };
  if (effect.kind === 'insufficient')
    return { kind: 'insufficient', reason: effect.reason, sentence: effect.sentence };
  const { value, standardError, withoutService, horizon } = effect;
  const { unit, label } = effectUnit(measure.figures);
  const laterHorizon = laterThan(measure, effect);
  return { kind: 'estimate', unit, label, value, standardError, withoutService, horizon, laterHorizon };
}

function laterThan({ figures }: PublishedMeasure, read: EffectFigure): number | null {
  if (figures.kind === 'figures') return null;
  const waits = (effect: EffectEstimate) =>
    effect.kind === 'insufficient' &&
    (effect.reason === 'not-mature' || effect.reason === 'not-enough') &&
    effect.measure === read.measure &&
    effect.horizon > read.horizon;
  return figures.effects.find(waits)?.horizon ?? null;
}
