import type { AskedLaterIndicator, FollowUpIndicator, Indicator, Plan } from '../plan/plan.ts';
import { exactDuration } from '../platform/french/duration.ts';
import { baseFor, outOf } from '../platform/french/frequency.ts';
import { Refusal } from '../platform/refusal.ts';

export interface KnownFromPlan {
  readonly baseline: number | null;
  readonly effect: number | null;
  readonly horizon: number | null;
  readonly notes: readonly string[];
}

type Projected = FollowUpIndicator | AskedLaterIndicator;

/** What a plan says of the figure to come: its baseline, the effect aimed at, its furthest horizon. */
export function knownFromPlan(plan: Plan, id: string | undefined): KnownFromPlan {
  const indicator = chosen(plan, id);
  const effect = effectOf(indicator);
  const horizon = indicator.method === 'follow-up' ? Math.max(...indicator.horizons) : indicator.after;
  const { baseline } = indicator;
  return {
    baseline,
    effect: effect?.value ?? null,
    horizon,
    notes: [
      `Indicateur « ${indicator.name} »${horizon === null ? '' : `, lu à ${exactDuration(horizon)}`}.`,
      ...(baseline === null
        ? []
        : [
            `Référence : ${outOf(baseline, baseFor({ value: baseline, lower: baseline, upper: baseline }))}.`,
          ]),
      ...(effect === null ? [] : [effect.note]),
    ],
  };
}

function chosen(plan: Plan, id: string | undefined): Projected {
  const fitting = plan.indicators.filter(isProjected);
  const named = id === undefined ? fitting[0] : fitting.find((indicator) => indicator.id === id);
  if (named !== undefined) return named;
  const list = fitting.map((indicator) => indicator.id).join(', ');
  throw new Refusal(
    'usage',
    id === undefined
      ? 'Aucun indicateur de ce plan ne compte une part de personnes : il n’y a rien à projeter.'
      : `Aucun indicateur « ${id} » dont on puisse projeter la part de personnes.`,
    list === '' ? 'Donnez --baseline et --effect sans plan.' : `Indicateurs possibles : ${list}.`,
  );
}

const isProjected = (indicator: Indicator): indicator is Projected =>
  indicator.method === 'follow-up' || (indicator.method === 'asked-later' && indicator.yes !== null);

function effectOf(indicator: Projected): { readonly value: number; readonly note: string } | null {
  const threshold = indicator.method === 'follow-up' ? (indicator.decision?.threshold ?? null) : null;
  if (threshold !== null && threshold !== 0) {
    return { value: threshold, note: 'Effet : le seuil que le commanditaire a fixé (decision.threshold).' };
  }
  const { target, baseline } = indicator;
  if (target === null || baseline === null) return null;
  const value = target.relative ? baseline * target.value : target.value - baseline;
  return value === 0 ? null : { value, note: 'Effet : de la référence à la cible (target).' };
}
