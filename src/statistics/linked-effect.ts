/**
 * An effect read through imperfect matching, corrected from its two incidences: with k = 1 - missed - false in each
 * group, p = (p_obs - false) / k, the difference is p1 - p0 and the ratio p1 / p0.
 *
 * Error: sampling, the observed error over the smaller k (exact when both groups share it; otherwise an upper bound,
 * since the observed error does not say how it splits between groups), plus that of the rates by the delta method.
 * Same model, rates and sources as `linkage-error.ts`, of which this is the form for censored, weighted follow-up.
 * Example: 20 % and 15 % observed with 10 % missed are 22.2 % and 16.7 %: the difference goes from 5 to 5.6 points.
 */
import type { EffectEstimate, EffectFigure } from './effect-estimate.ts';
import { type LinkageRates, linkageProblem } from './linkage-error.ts';
import { symmetricInterval } from './symmetric-interval.ts';

export interface LinkageOfArms {
  readonly treated: LinkageRates;
  readonly control: LinkageRates;
  /** The rates of both groups come from the same check: their errors move both groups together. */
  readonly shared: boolean;
}

/** `takeUpGap`: what the effect is divided by when it is that of take-up (`cace`); 1 otherwise. */
export function linkedEffect(effect: EffectFigure, rates: LinkageOfArms, takeUpGap = 1): EffectEstimate {
  const problem = linkageProblem(rates.treated) ?? linkageProblem(rates.control);
  if (problem !== null) return withoutFigure(effect, problem.sentence);
  const treated = corrected(effect.withService, rates.treated);
  const control = corrected(effect.withoutService, rates.control);
  if (![treated, control].every(({ risk }) => risk > 0 && risk < 1)) return withoutFigure(effect, disagree);
  const { value, se } =
    effect.measure === 'difference'
      ? difference(effect, { treated, control }, rates, takeUpGap)
      : ratio(effect, { treated, control }, rates);
  const { lower, upper } = symmetricInterval(
    effect.measure === 'ratio' ? Math.log(value) : value,
    se,
    effect.level,
  );
  if (lower === null || upper === null) return withoutFigure(effect, disagree);
  return {
    ...effect,
    value,
    lower: effect.measure === 'ratio' ? Math.exp(lower) : lower,
    upper: effect.measure === 'ratio' ? Math.exp(upper) : upper,
    standardError: se,
    withService: treated.risk,
    withoutService: control.risk,
  };
}

interface Corrected {
  readonly observed: number;
  readonly risk: number;
  /** 1 - missed - false. */
  readonly linked: number;
}

interface Arms {
  readonly treated: Corrected;
  readonly control: Corrected;
}

function corrected(observed: number, rates: LinkageRates): Corrected {
  const linked = 1 - rates.missed - rates.false;
  return { observed, risk: (observed - rates.false) / linked, linked };
}

function difference(effect: EffectFigure, arms: Arms, rates: LinkageOfArms, gap: number) {
  const { treated, control } = arms;
  const value = (treated.risk - control.risk) / gap;
  const sampling = effect.standardError / Math.min(treated.linked, control.linked);
  const ofRates = fromRates(rates, arms, (arm) => ({
    missed: arm.risk / arm.linked,
    false: -(1 - arm.risk) / arm.linked,
  }));
  return { value, se: Math.hypot(sampling, ofRates / gap) };
}

function ratio(effect: EffectFigure, arms: Arms, rates: LinkageOfArms) {
  const { treated, control } = arms;
  const stretch = (arm: Corrected) => arm.observed / (arm.risk * arm.linked);
  const sampling = effect.standardError * Math.max(stretch(treated), stretch(control));
  const ofRates = fromRates(rates, arms, (arm) => ({
    missed: 1 / arm.linked,
    false: -(1 - arm.risk) / (arm.risk * arm.linked),
  }));
  return { value: treated.risk / control.risk, se: Math.hypot(sampling, ofRates) };
}

/** Standard error that the rates bring: derivatives subtract when the same rates serve both groups. */
function fromRates(
  { treated, control, shared }: LinkageOfArms,
  arms: Arms,
  slopes: (arm: Corrected) => { readonly missed: number; readonly false: number },
): number {
  const [t, c] = [slopes(arms.treated), slopes(arms.control)];
  if (shared) {
    return Math.hypot(
      (t.missed - c.missed) * (treated.missedSe ?? 0),
      (t.false - c.false) * (treated.falseSe ?? 0),
    );
  }
  return Math.hypot(
    t.missed * (treated.missedSe ?? 0),
    t.false * (treated.falseSe ?? 0),
    c.missed * (control.missedSe ?? 0),
    c.false * (control.falseSe ?? 0),
  );
}

const disagree =
  "Non identifiable : corrigée des erreurs d'appariement données, la part de personnes concernées sort de l'intervalle de 0 à 1 ; ces taux ne s'accordent pas avec les données.";

function withoutFigure(effect: EffectFigure, sentence: string): EffectEstimate {
  const { standardError: _, ...question } = effect;
  return {
    ...question,
    kind: 'insufficient',
    reason: 'not-identified',
    sentence,
    value: null,
    lower: null,
    upper: null,
  };
}
