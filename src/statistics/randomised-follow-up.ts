/**
 * Effects of a service offered at random on a censored outcome, at several horizons: intention to treat (difference
 * and ratio of incidences) and, when take-up is partial, the effect on those the offer moved (Wald's ratio of the
 * incidence difference over the take-up difference; Imbens & Angrist 1994), error by the influence of each unit on
 * both. Assumes an offer at random, censoring independent of the outcome within arm; for the second, no effect of the
 * offer itself and nobody who does the opposite of the offer.
 */
import { sumOfSquares } from './balancing-weights.ts';
import { armSizes, emptyArm } from './comparison.ts';
import { noFirstStage } from './complier-effect.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import type { InsufficientReason } from './estimate.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { incidenceEffects } from './incidence-effects.ts';
import { normalHalfWidth } from './normal.ts';
import type { Refused } from './refused.ts';
import { symmetricInterval } from './symmetric-interval.ts';
import { visibleError } from './visible-error.ts';
import { type WeightedIncidence, weightedIncidence } from './weighted-incidence.ts';

export interface OfferedFollowUp extends FollowUpCount {
  /** 1 offered the service, 0 not. */
  readonly assigned: 0 | 1;
  /** 1 took it up; left out when take-up is the offer. */
  readonly received?: 0 | 1;
}

interface ArmReading {
  readonly rows: readonly OfferedFollowUp[];
  readonly incidence: WeightedIncidence;
}

/**
 * At each horizon: the difference and the ratio by intention to treat, then the effect of take-up when some row says
 * `received`. Refused (`empty-group`) when an arm has nobody.
 */
export function randomisedFollowUpEffects(
  rows: readonly OfferedFollowUp[],
  { horizons, level }: { readonly horizons: readonly number[]; readonly level: number },
): readonly EffectEstimate[] | Refused {
  const empty = emptyArm(
    armSizes({ treated: rows.map((row) => row.assigned), counts: rows.map((row) => row.n) }),
  );
  if (empty !== null) return empty;
  const partial = rows.some((row) => row.received !== undefined);
  return horizons.flatMap((horizon) => {
    const read = (arm: 0 | 1): ArmReading => {
      const own = rows.filter((row) => row.assigned === arm);
      return { rows: own, incidence: weightedIncidence(own, horizon) };
    };
    const [offered, others] = [read(1), read(0)];
    const itt = intentionToTreat(offered, others, horizon, level);
    return partial ? [...itt, takeUpEffect(offered, others, itt[0])] : itt;
  });
}

const variance = (arm: ArmReading, influence: ArrayLike<number>): number =>
  sumOfSquares(
    influence,
    arm.rows.map((row) => row.n),
  );

function intentionToTreat(
  offered: ArmReading,
  others: ArmReading,
  horizon: number,
  level: number,
): readonly [EffectEstimate, EffectEstimate] {
  const [v1, v0] = [variance(offered, offered.incidence.pull), variance(others, others.incidence.pull)];
  const [f1, f0] = [offered.incidence.incidence, others.incidence.incidence];
  const reading = ({ beyondFollowUp, incidence, events }: WeightedIncidence) => ({
    incidence: beyondFollowUp ? null : incidence,
    events,
  });
  return incidenceEffects(
    reading(offered.incidence),
    reading(others.incidence),
    {
      difference: visibleError(v1 + v0),
      logRatio: f1 > 0 && f0 > 0 ? visibleError(v1 / f1 ** 2 + v0 / f0 ** 2) : null,
    },
    { horizon, level, estimand: 'itt', method: 'kaplan-meier' },
  );
}

/** The difference by intention to treat over that of take-up, or why it cannot be told. */
function takeUpEffect(offered: ArmReading, others: ArmReading, itt: EffectEstimate): EffectEstimate {
  const { horizon, level, withService, withoutService } = itt;
  const question = { measure: 'difference', estimand: 'cace', method: 'wald-ratio', horizon, level } as const;
  const none = (reason: InsufficientReason, sentence: string): EffectEstimate => ({
    ...question,
    kind: 'insufficient',
    reason,
    sentence,
    value: null,
    lower: null,
    upper: null,
    withService,
    withoutService,
  });
  if (itt.kind === 'insufficient') return none(itt.reason, itt.sentence);
  const [taken1, taken0] = [takeUp(offered), takeUp(others)];
  const gap = taken1.share - taken0.share;
  if (!(Math.abs(gap) > normalHalfWidth(level) * Math.sqrt(taken1.variance + taken0.variance))) {
    return none('not-identified', noFirstStage);
  }
  const value = itt.value / gap;
  const spread = (arm: ArmReading, share: number): number => {
    const { n, pull } = arm.incidence;
    return variance(
      arm,
      pull.map((p, i) => p - (value * ((arm.rows[i]?.received ?? 0) - share)) / n),
    );
  };
  const se = visibleError((spread(offered, taken1.share) + spread(others, taken0.share)) / gap ** 2);
  const { lower, upper } = symmetricInterval(value, se, level);
  if (se === null || lower === null || upper === null) {
    return none(
      'not-enough',
      "Trop peu d'effets constatés pour calculer l'incertitude de l'effet de l'usage.",
    );
  }
  const baseline = { withService: itt.withService, withoutService: itt.withoutService };
  return { ...question, kind: 'estimate', value, lower, upper, standardError: se, ...baseline };
}

function takeUp({ rows, incidence }: ArmReading): { readonly share: number; readonly variance: number } {
  const taken = rows.reduce((sum, row) => sum + row.n * (row.received ?? 0), 0);
  const share = taken / incidence.n;
  return { share, variance: (share * (1 - share)) / incidence.n };
}
