import type { Database } from '../../platform/database/database.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { eurosWithRange } from '../../platform/french/money.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { costPerEffect } from './cost-per-effect.ts';
import type { CostPerEffect } from './read-costs.ts';
import type { KnownUnitCost, UnitCost } from './unit-cost.ts';

/** How a cost went from one day to another; or why the two cannot be put side by side. */
export type CostMove =
  | {
      readonly kind: 'moved';
      readonly before: KnownUnitCost;
      readonly now: KnownUnitCost;
      /** Now over before: 0.8 is a fifth less. */
      readonly ratio: number;
      /** Whether the two intervals are apart; without intervals, whether what is said of the two differs. */
      readonly clear: boolean;
      readonly sentence: string;
    }
  | { readonly kind: 'insufficient'; readonly sentence: string };

export interface CostMoves {
  readonly since: string;
  readonly perUse: CostMove;
  readonly perUsefulUse: CostMove;
  readonly perObservedOutcome: CostMove;
  readonly perAdditionalOutcome: CostMove;
}

/**
 * How the costs of a service moved between two days (`YYYY-MM-DD`): the publications are those of each day, the budgets
 * those known at the instant `knownAt`, now by default, so that a budget entered late does not look like a rise.
 */
export async function costMoves(
  db: Database,
  service: string,
  {
    since,
    day,
    knownAt = null,
  }: { readonly since: string; readonly day: string; readonly knownAt?: string | null },
): Promise<CostMoves> {
  const before = await costPerEffect(db, service, since, knownAt);
  return movesBetween(before, await costPerEffect(db, service, day, knownAt), since);
}

export function movesBetween(before: CostPerEffect, now: CostPerEffect, since: string): CostMoves {
  const move = (of: (costs: CostPerEffect) => UnitCost) => costMove(of(before), of(now), since);
  return {
    since,
    perUse: move(({ perUse }) => perUse),
    perUsefulUse: move(({ perUsefulUse }) => perUsefulUse),
    perObservedOutcome: move(({ perObservedOutcome }) => perObservedOutcome),
    perAdditionalOutcome: move(({ perAdditionalOutcome }) => perAdditionalOutcome),
  };
}

export function costMove(before: UnitCost, now: UnitCost, since: string): CostMove {
  const then = `Au ${frenchDay(since)}`;
  if (now.kind === 'insufficient') {
    return before.kind === 'insufficient'
      ? insufficient(`${then}, ce coût n’était pas connu ; il ne l’est pas encore.`)
      : insufficient(`${then}, il était de ${saidOf(before)} ; il n’est plus connu. ${now.sentence}`);
  }
  if (before.kind === 'insufficient')
    return insufficient(`${then}, ce coût n’était pas connu. Il est maintenant de ${saidOf(now)}.`);
  if (!sameQuestion(before, now))
    return insufficient(`${then}, ce coût se calculait autrement : les deux chiffres ne se comparent pas.`);
  const clear = apart(before, now);
  return {
    kind: 'moved',
    before,
    now,
    ratio: now.value / before.value,
    clear,
    sentence: typeset(
      saidOf(before) === saidOf(now)
        ? `${then}, il était déjà de ${saidOf(before)} : il n’a pas bougé.`
        : `${then}, il était de ${saidOf(before)} ; il est maintenant de ${saidOf(now)}, soit ${percentMove(before, now)}.${clear ? '' : ' Les deux intervalles se recouvrent : cet écart peut venir du hasard des mesures.'}`,
    ),
  };
}

const insufficient = (sentence: string): CostMove => ({ kind: 'insufficient', sentence: typeset(sentence) });

const sameQuestion = (a: KnownUnitCost, b: KnownUnitCost): boolean =>
  a.indicator === b.indicator && a.unit === b.unit && a.horizon === b.horizon;

function apart(before: KnownUnitCost, now: KnownUnitCost): boolean {
  const ends = (cost: KnownUnitCost) => [cost.lower ?? cost.value, cost.upper ?? cost.value] as const;
  const [[a, b], [c, d]] = [ends(before), ends(now)];
  return b < c || d < a;
}

const saidOf = ({ value, lower, upper }: KnownUnitCost): string => eurosWithRange(value, lower, upper);

function percentMove(before: KnownUnitCost, now: KnownUnitCost): string {
  const percent = Math.abs(now.value / before.value - 1) * 100;
  const direction = now.value < before.value ? 'de moins' : 'de plus';
  return percent < 0.5 ? `moins de 1${tied}% ${direction}` : `${frenchNumber(percent)}${tied}% ${direction}`;
}
