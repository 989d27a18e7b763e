/**
 * A proxy count turned into effects by a sample of calls: introductions made × share of those called who were hired.
 *
 * The share has a Wilson interval. A proxy estimated with its own interval is combined with it on the log scale
 * (square-and-add of the two distances to each bound: MOVER for a product; Zou & Donner 2008), which keeps bounds
 * positive and uneven as they should be. Assumes people called were drawn at random among those the proxy counts, and
 * that proxy and share are estimated independently.
 */
import { wilson } from './proportion-interval.ts';
import { type Refused, refused } from './refused.ts';

export interface Proxy {
  readonly value: number;
  /** Left out when the proxy is counted, not estimated. */
  readonly lower?: number;
  readonly upper?: number;
}

export interface CalibratedProxy {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly share: {
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
    readonly n: number;
  };
}

/** `calls`: people called and, of them, those for whom the effect did happen. */
export function calibratedProxy(
  proxy: Proxy,
  calls: { readonly events: number; readonly n: number },
  level = 0.95,
): CalibratedProxy | Refused {
  const { events, n } = calls;
  if (!(n > 0))
    return refused('empty-group', "Personne n'a été appelé : le signe ne peut pas être étalonné.");
  if (!(events >= 0 && events <= n))
    return refused('invalid-input', "Le nombre d'effets constatés dépasse le nombre de cas vérifiés.");
  if (!(proxy.value > 0)) return refused('not-identified', 'Non identifiable : le signe compté vaut zéro.');
  const { lower = proxy.value, upper = proxy.value } = proxy;
  if (!(lower >= 0 && lower <= proxy.value && upper >= proxy.value))
    return refused('invalid-input', "L'intervalle du signe ne contient pas sa valeur.");

  const share = { estimate: events / n, ...wilson(events, n, level), n };
  const estimate = proxy.value * share.estimate;
  return {
    estimate,
    lower: combined(estimate, lower / proxy.value, share.lower / share.estimate, -1) ?? 0,
    upper: combined(estimate, upper / proxy.value, share.upper / share.estimate, 1) ?? upper * share.upper,
    level,
    share,
  };
}

/** Ratios of each bound to its estimate, combined on the log scale; null when a logarithm does not exist. */
function combined(estimate: number, first: number, second: number, side: -1 | 1): number | null {
  const distance = Math.hypot(Math.log(first), Math.log(second));
  return Number.isFinite(distance) ? estimate * Math.exp(side * distance) : null;
}
