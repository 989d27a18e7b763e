/**
 * A risk read through imperfect matching. m = P(not linked | has the outcome), f = P(linked | does not): the observed
 * risk is p_obs = p (1 - m) + (1 - p) f, hence
 *
 *   p = (p_obs - f) / (1 - m - f),   var p = [var p_obs + (1 - p)² var f + p² var m] / (1 - m - f)²
 *
 * Rates known exactly have variance 0; rates estimated on a checked sample widen the interval (delta method).
 * Assumes errors do not depend on anything else than having the outcome, within an arm.
 * Sources: Neter, Maynes & Ramanathan 1965; Rogan & Gladen 1978.
 */
import { wilson } from './proportion-interval.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

export interface LinkedCount {
  readonly events: number;
  readonly n: number;
}

export interface LinkageRates {
  readonly missed: number;
  readonly false: number;
  /** Standard errors, when the rates come from a checked sample. */
  readonly missedSe?: number;
  readonly falseSe?: number;
}

export interface AdjustedRisk extends Bounds {
  readonly observed: number;
  /** May leave [0, 1]: kept as computed. */
  readonly adjusted: number;
  /** The same, brought back to [0, 1]. */
  readonly clamped: number;
  readonly se: number | null;
  readonly level: number;
  /** French; null when nothing is odd. */
  readonly warning: string | null;
}

export function adjustRisk(
  { events, n }: LinkedCount,
  rates: LinkageRates,
  level = 0.95,
): AdjustedRisk | Refused {
  if (!(n > 0)) return refused('empty-group', 'Personne dans ce groupe.');
  if (!(events >= 0 && events <= n))
    return refused('invalid-input', "Le nombre d'effets constatés doit être compris entre 0 et l'effectif.");
  const problem = linkageProblem(rates);
  if (problem !== null) return problem;

  const observed = events / n;
  const linked = 1 - rates.missed - rates.false;
  const adjusted = (observed - rates.false) / linked;
  const clamped = Math.min(1, Math.max(0, adjusted));
  const variance = adjustedVariance({ events, n }, rates, adjusted);
  // With no event, or nothing else, the Wald error is 0: Wilson's bounds, carried through the same formula, are not.
  const degenerate = events === 0 || events === n;
  const score = wilson(events, n, level);
  const through = (p: number): number => (p - rates.false) / linked;
  const se = degenerate ? null : Math.sqrt(variance);
  return {
    observed,
    adjusted,
    clamped,
    se,
    ...(degenerate
      ? { lower: through(score.lower), upper: through(score.upper) }
      : symmetricInterval(adjusted, se, level)),
    level,
    warning:
      adjusted === clamped
        ? null
        : "Le risque corrigé sort de l'intervalle de 0 à 1 : les taux d'erreur d'appariement donnés ne s'accordent pas avec les données.",
  };
}

export interface AdjustedDifference extends Bounds {
  readonly riskDifference: number;
  readonly se: number | null;
  readonly level: number;
  readonly treated: AdjustedRisk;
  readonly control: AdjustedRisk;
}

/**
 * Treated minus control, each arm with its own rates, or both with the same. Rates shared and estimated once move both
 * arms together: d = (p1 - p0) then has derivative d/(1 - m - f) in each rate.
 */
export function adjustRiskDifference(
  treated: LinkedCount,
  control: LinkedCount,
  rates: LinkageRates | { readonly treated: LinkageRates; readonly control: LinkageRates },
  level = 0.95,
): AdjustedDifference | Refused {
  const shared = 'missed' in rates;
  const [ofTreated, ofControl] = shared ? [rates, rates] : [rates.treated, rates.control];
  const t = adjustRisk(treated, ofTreated, level);
  if ('error' in t) return t;
  const c = adjustRisk(control, ofControl, level);
  if ('error' in c) return c;
  const riskDifference = t.adjusted - c.adjusted;
  const variance = shared
    ? sampling(treated, rates) +
      sampling(control, rates) +
      (riskDifference / (1 - rates.missed - rates.false)) ** 2 *
        ((rates.missedSe ?? 0) ** 2 + (rates.falseSe ?? 0) ** 2)
    : adjustedVariance(treated, ofTreated, t.adjusted) + adjustedVariance(control, ofControl, c.adjusted);
  const informative = sampling(treated, ofTreated) + sampling(control, ofControl) > 0;
  const se = informative ? Math.sqrt(variance) : null;
  return {
    riskDifference,
    se,
    ...symmetricInterval(riskDifference, se, level),
    level,
    treated: t,
    control: c,
  };
}

function sampling({ events, n }: LinkedCount, rates: LinkageRates): number {
  const p = events / n;
  return (p * (1 - p)) / n / (1 - rates.missed - rates.false) ** 2;
}

function adjustedVariance(count: LinkedCount, rates: LinkageRates, adjusted: number): number {
  const linked = 1 - rates.missed - rates.false;
  const fromRates = ((1 - adjusted) * (rates.falseSe ?? 0)) ** 2 + (adjusted * (rates.missedSe ?? 0)) ** 2;
  return sampling(count, rates) + fromRates / linked ** 2;
}

/** Why matching errors of these sizes say nothing of the outcome, or null when they do. */
export function linkageProblem(rates: LinkageRates): Refused | null {
  const possible = [rates.missed, rates.false].every((rate) => rate >= 0 && rate <= 1);
  if (!possible)
    return refused(
      'not-identified',
      "Non identifiable : un taux d'erreur d'appariement doit être compris entre 0 et 1.",
    );
  if (1 - rates.missed - rates.false <= 1e-12)
    return refused(
      'not-identified',
      "Non identifiable : avec de tels taux d'erreur d'appariement (manqués + faux ≥ 1), être apparié ne dit plus rien de l'effet.",
    );
  if ([rates.missedSe ?? 0, rates.falseSe ?? 0].some((se) => !(se >= 0)))
    return refused('invalid-input', 'Une incertitude ne peut pas être négative.');
  return null;
}
