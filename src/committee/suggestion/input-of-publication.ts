import type { Bundle, PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { effectUnit } from '../../publish/bundle/effect-unit.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import type { EffectEstimate, EffectFigure } from '../../statistics/effect-estimate.ts';
import { decisionTerms, treatedPerYear, treatedUnits } from './published-terms.ts';
import type { EffectToJudge, NothingToJudge, SuggestionInput } from './suggestion.ts';

/** What a publication does not say. */
export interface AsideFacts {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Of the service, in euros; null: not entered, so that the cost of the plan is taken when it gives one. */
  readonly costPerYear: number | null;
  /** Of the service; null: those of the comparison, at the pace they entered. */
  readonly usersPerYear: number | null;
  /** Whether a plan is written, for a service that published nothing. */
  readonly hasPlan: boolean;
}

/** What the rule looks at, from the last publication that stands (null: none); the same bundle gives the same input. */
export function inputOfPublication(bundle: Bundle | null, aside: AsideFacts): SuggestionInput {
  const { today, hasPlan } = aside;
  const measure = bundle === null ? null : mainMeasure(bundle.measures);
  if (bundle === null || measure === null) {
    const figure = nothing(hasPlan ? 'no-measure' : 'no-plan', null, null);
    return { ...unasked, today, costPerYear: aside.costPerYear, figure };
  }
  const terms = decisionTerms(bundle, measure);
  const followed = treatedPerYear(measure);
  const users = treatedUnits(measure);
  const planCost =
    terms.cost === null || users === null || users === 0 || followed === null
      ? null
      : (terms.cost * followed) / users;
  return {
    today,
    figure: figureOf(bundle, measure, users),
    level: measure.evidence.level,
    failedChecks: measure.evidence.checks.flatMap(({ name, status }) => (status === 'failed' ? [name] : [])),
    threshold: terms.threshold,
    valuePerOutcome: terms.valuePerOutcome,
    costPerYear: aside.costPerYear ?? planCost,
    usersPerYear: aside.usersPerYear ?? followed,
  };
}

const unasked = {
  level: 0,
  failedChecks: [],
  threshold: null,
  valuePerOutcome: null,
  usersPerYear: null,
} as const;

function figureOf(
  { freshness }: Bundle,
  measure: PublishedMeasure,
  users: number | null,
): EffectToJudge | NothingToJudge {
  const { effect } = measure.headline;
  if (effect === null) return nothing('no-comparison', null, freshness.nextDue);
  if (effect.kind === 'insufficient') return nothing(effect.reason, effect.sentence, freshness.nextDue);
  const { value, standardError, withoutService, horizon } = effect;
  return {
    kind: 'effect',
    ...unitOf(measure),
    value,
    standardError,
    withoutService,
    horizon,
    measuredOn: freshness.measuredOn,
    users,
    pending: laterHorizon(measure, effect),
  };
}

function unitOf({ figures }: PublishedMeasure): Pick<EffectToJudge, 'unit' | 'label'> {
  const { unit, label } = effectUnit(figures);
  return { unit, label };
}

/** The next horizon of the plan that too few were followed to, so far. */
function laterHorizon({ figures }: PublishedMeasure, read: EffectFigure): EffectToJudge['pending'] {
  if (figures.kind === 'figures') return null;
  const waits = (effect: EffectEstimate) =>
    effect.kind === 'insufficient' &&
    (effect.reason === 'not-mature' || effect.reason === 'not-enough') &&
    effect.measure === read.measure &&
    effect.horizon > read.horizon;
  const next = figures.effects.find(waits);
  return next === undefined ? null : { horizon: next.horizon, day: null };
}

const nothing = (
  reason: NothingToJudge['reason'],
  sentence: string | null,
  nextFigure: string | null,
): NothingToJudge => ({ kind: 'nothing', reason, sentence, nextFigure });
