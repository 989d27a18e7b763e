/**
 * What it would be worth, in euros, to know more before deciding to go on (net benefit per user: mean m, spread s).
 *
 * EVPI, knowing everything: s × L(|m|/s) per user, L(z) = φ(z) - z Φ(-z) the unit normal loss. It bounds what any
 * study is worth. EVSI, knowing what a further study of standard error `se` would say: the same with the spread the
 * mean is expected to move by, s²/sqrt(s² + se²). Multiply by the users concerned by the decision, subtract the cost
 * of the study and of waiting. Assumes a normal belief, a choice between going on and stopping, no aversion to risk.
 * Source: Raiffa & Schlaifer 1961.
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { Normal } from './normal-posterior.ts';

const unitLoss = (z: number): number =>
  Math.max(0, Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI) - z * normalCdf(-z, 0, 1));

const lossAvoided = (mean: number, spread: number): number =>
  spread > 0 ? spread * unitLoss(Math.abs(mean) / spread) : 0;

/** Per user, in the unit of the net benefit. */
export const perfectInformation = ({ mean, sd }: Normal): number => lossAvoided(mean, sd);

/** Per user; `se` is the standard error the further study alone would give to the net benefit per user. */
export const sampleInformation = ({ mean, sd }: Normal, se: number): number =>
  lossAvoided(mean, sd ** 2 / Math.hypot(sd, se));

/** Belief on the net benefit per user, in euros, from the belief on the effect. */
export const netBenefit = (
  effect: Normal,
  { valuePerOutcome, costPerUser }: { readonly valuePerOutcome: number; readonly costPerUser: number },
): Normal => ({
  mean: valuePerOutcome * effect.mean - costPerUser,
  sd: Math.abs(valuePerOutcome) * effect.sd,
});

export interface WaitingOption {
  /** Standard error of the further study alone. */
  readonly se: number;
  /** Users who come after the study, whom its result can still serve. */
  readonly usersAfter: number;
  /** Users who come meanwhile, and the cost of the study, in euros. */
  readonly usersMeanwhile: number;
  readonly cost: number;
}

export interface WaitingValue {
  readonly perUser: number;
  /** Value for those who come after, before costs. */
  readonly gross: number;
  /** Net benefit forgone if one waits with the service stopped although it looks worth it. */
  readonly forgone: number;
  readonly net: number;
  readonly sentence: string;
}

/**
 * What waiting for a further study is worth. `serviceRuns`: whether users who come meanwhile are served; stopped, a
 * service that looks worth it forgoes its benefit on them, and running, one that does not loses.
 */
export function valueOfWaiting(belief: Normal, option: WaitingOption, serviceRuns = true): WaitingValue {
  const perUser = sampleInformation(belief, option.se);
  const gross = perUser * option.usersAfter;
  const lossPerUser = Math.max(0, serviceRuns ? -belief.mean : belief.mean);
  const forgone = lossPerUser * option.usersMeanwhile;
  const net = gross - forgone - option.cost;
  const amount = `${Math.round(Math.abs(net)).toLocaleString('fr-FR')} €`;
  const sentence =
    net > 0
      ? `Attendre cette étude vaut ${amount} de plus que décider aujourd'hui.`
      : `Attendre cette étude coûterait ${amount} de plus qu'elle n'apporterait : mieux vaut décider aujourd'hui.`;
  return { perUser, gross, forgone, net, sentence };
}
