import type { Comparison, LinkageError } from '../../plan/plan.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import type { Estimate, InsufficientReason } from '../../statistics/estimate.ts';
import { estimateAt } from '../../statistics/estimate-at.ts';
import type { HiddenCause } from '../../statistics/hidden-cause.ts';
import { linkedEffect } from '../../statistics/linked-effect.ts';
import type { RefusedCode } from '../../statistics/refused.ts';
import { withDueDay } from '../maturity.ts';
import type { Check } from '../measure.ts';
import type { ComparedCount } from './arms.ts';
import type { CovariateCells } from './covariate-cells.ts';
import type { MeasuredComparison } from './measured-comparison.ts';

/** What a design needs to be read. */
export interface ComparisonQuestion {
  readonly comparison: Comparison;
  readonly rows: readonly ComparedCount[];
  /** The same units by covariates, in the same unit of time. */
  readonly cells: CovariateCells;
  /** By what the draw was made within, else by the measure made before it. */
  readonly drawCells: CovariateCells;
  /** In days. */
  readonly horizons: readonly number[];
  /** Days in one unit of time of `rows`. */
  readonly timeUnit: number;
  /** Last day for which outcomes are complete; null when durations are given as such. */
  readonly coverage: number | null;
  /** People drawn into each arm, followed or not, when the plan names the list of the draw. */
  readonly drawn: ReadonlyMap<string, number> | null;
  /** What a covariate is called for those who read. */
  readonly label: (name: string) => string;
}

/** What a design gives: effects before correction for matching errors, checks, and what was done on the way. */
export interface DesignReading {
  readonly effects: readonly EffectEstimate[];
  readonly checks: readonly Check[];
  readonly covariates: MeasuredComparison['covariates'];
  readonly balance: MeasuredComparison['balance'];
  readonly notes: readonly string[];
  /** Take-up among the treated minus among the others; null without take-up. */
  readonly takeUpGap: number | null;
  /** At a horizon in days; null when nobody is matched, or nothing could be. */
  readonly hiddenCause: HiddenCause | null;
}

export const level = 0.95;

/** Horizons in the unit of time of the counts. */
export const steps = ({ horizons, timeUnit }: ComparisonQuestion): readonly number[] =>
  horizons.map((days) => stepsIn(days, timeUnit));

export const stepsIn = (days: number, timeUnit: number): number => Math.floor(days / timeUnit + 1e-9);

/** Effects computed at `steps`, said at the plan's horizons in days. */
export const inDays = (
  effects: readonly EffectEstimate[],
  question: ComparisonQuestion,
): readonly EffectEstimate[] =>
  question.horizons.flatMap((days, i) => {
    const read = steps(question)[i];
    return effects
      .filter((effect) => effect.horizon === read)
      .map((effect) => ({ ...effect, horizon: days }));
  });

type Asked = Pick<EffectEstimate, 'measure' | 'estimand'>;

/** The same refusal at every horizon, for each effect asked. */
export const refusedEffects = (
  { horizons }: ComparisonQuestion,
  asked: readonly Asked[],
  method: string,
  { reason, sentence }: { readonly reason: InsufficientReason; readonly sentence: string },
): readonly EffectEstimate[] =>
  horizons.flatMap((horizon) =>
    asked.map((effect) => withoutFigure({ ...effect, horizon, level, method }, reason, sentence)),
  );

export const reasonOf = (error: RefusedCode): InsufficientReason =>
  error === 'empty-group' ? 'not-enough' : 'not-identified';

export const withoutFigure = (
  { horizon, measure, estimand, method, level }: Asked & Pick<EffectEstimate, 'horizon' | 'method' | 'level'>,
  reason: InsufficientReason,
  sentence: string,
): EffectEstimate => ({
  kind: 'insufficient',
  reason,
  sentence,
  horizon,
  measure,
  estimand,
  method,
  level,
  value: null,
  lower: null,
  upper: null,
  withService: null,
  withoutService: null,
});

/** No effect where one of the groups, taken alone, has no figure: too few, or not followed long enough. */
export function whereBothAreRead(
  effects: readonly EffectEstimate[],
  question: ComparisonQuestion,
): readonly EffectEstimate[] {
  const none = new Map<number, { reason: InsufficientReason; sentence: string }>();
  for (const horizon of question.horizons) {
    for (const arm of [1, 0] as const) {
      const found = armAt(question, arm, horizon);
      if (found.kind === 'estimate' || none.has(horizon)) continue;
      const which = arm === 1 ? 'avec le service' : 'de comparaison';
      none.set(horizon, {
        reason: found.reason,
        sentence: `Dans le groupe ${which}, ${found.sentence.charAt(0).toLowerCase()}${found.sentence.slice(1)}`,
      });
    }
  }
  return effects.map((effect) => {
    const refusal = none.get(effect.horizon);
    return refusal === undefined ? effect : withoutFigure(effect, refusal.reason, refusal.sentence);
  });
}

function armAt({ rows, timeUnit, coverage }: ComparisonQuestion, arm: 0 | 1, horizon: number): Estimate {
  const own = rows.filter((row) => row.treated === arm);
  const units = own.map((row) => ({ ...row, cells: [] }));
  return withDueDay(estimateAt(own, horizon, { timeUnit }), units, coverage);
}

/** Effects corrected for the matching errors the plan gives. */
export function corrected(
  effects: readonly EffectEstimate[],
  { linkage }: Comparison,
  takeUpGap: number | null,
): readonly EffectEstimate[] {
  if (linkage === null) return effects;
  const shared = !('treated' in linkage);
  const rates = shared ? { treated: linkage, control: linkage } : linkage;
  return effects.map((effect) =>
    effect.kind === 'insufficient'
      ? effect
      : linkedEffect(effect, { ...rates, shared }, effect.estimand === 'cace' ? (takeUpGap ?? 1) : 1),
  );
}

/** What was corrected, and what that assumes. */
export function linkageSentence({ linkage }: Comparison): string | null {
  if (linkage === null) return null;
  const text = ({ missed, false: wrong }: LinkageError) =>
    `${percent(missed)} des effets non retrouvés, ${percent(wrong)} des personnes sans effet reliées à tort`;
  const rates =
    'treated' in linkage
      ? `avec le service, ${text(linkage.treated)} ; sans, ${text(linkage.control)}`
      : text(linkage);
  return `Les écarts sont corrigés des erreurs d’appariement données par le plan (${rates}), ce qui élargit l’intervalle. Les chiffres de chaque groupe, plus haut, ne le sont pas.`;
}

const percent = (share: number): string =>
  `${(share * 100).toLocaleString('fr-FR', { maximumFractionDigits: 2 })} %`;
