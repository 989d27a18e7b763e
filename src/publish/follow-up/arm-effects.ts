import { corrected, level, withoutFigure } from '../../measure/comparison/reading.ts';
import type { Comparison } from '../../plan/plan.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import type { InsufficientReason } from '../../statistics/estimate.ts';
import { estimateAt } from '../../statistics/estimate-at.ts';
import { type OfferedFollowUp, randomisedFollowUpEffects } from '../../statistics/randomised-follow-up.ts';
import { actuarialCounts, type LifeTable } from '../disclosure/life-table.ts';
import { leastFollowed } from '../disclosure/long-enough.ts';
import { effectOf } from './adjusted-summary.ts';
import { type FollowUpTerms, isEnd, isReadable } from './follow-up-figures.ts';
import type { FollowUpCounts } from './published-counts.ts';

/** What the service changes, from the published counts of each arm: difference then ratio at each horizon. */
export function armEffects(counts: FollowUpCounts, terms: FollowUpTerms): readonly EffectEstimate[] {
  const { comparison, horizons } = terms.indicator;
  if (comparison === undefined) return [];
  return horizons.flatMap((horizon) => {
    const refusal = counts.adjusted.refusals.find((refused) => refused.horizon === horizon);
    if (refusal !== undefined) return withoutEffect(horizon, comparison, refusal.reason, refusal.sentence);
    const table = tableAt(counts, horizon);
    if (table === null) return withoutEffect(horizon, comparison, 'not-enough', hiddenAt(horizon, terms));
    if (!bothAreRead(table, horizon, counts.timeUnit))
      return withoutEffect(horizon, comparison, 'not-mature', notFollowedYet(horizon));
    const own =
      comparison.design === 'randomised'
        ? randomised(table, comparison, [horizon], counts, terms)
        : adjusted(counts, [horizon]);
    return own.length > 0 ? own : withoutEffect(horizon, comparison, 'not-enough', hiddenAt(horizon, terms));
  });
}

/** The table in which a horizon can be read: cut by take-up, else the arms alone, which may go further. */
const tableAt = ({ takeUp, arms, timeUnit }: FollowUpCounts, horizon: number): LifeTable | null =>
  [takeUp, arms].find((table) => table !== null && isEnd(table, horizon, timeUnit)) ?? null;

/** Whether each arm, cut by take-up or not, was followed to a horizon. */
const bothAreRead = (table: LifeTable, days: number, timeUnit: number): boolean =>
  ['treated', 'control'].every((arm) =>
    isReadable(
      table,
      table.groups.filter(({ group }) => group?.split('/')[0] === arm),
      days,
      timeUnit,
    ),
  );

function randomised(
  table: LifeTable,
  comparison: Comparison,
  horizons: readonly number[],
  { timeUnit, adjusted: sharper }: FollowUpCounts,
  { threshold }: FollowUpTerms,
): readonly EffectEstimate[] {
  const rows = armRows(table);
  const steps = horizons.map((days) => Math.floor(days / timeUnit + 1e-9));
  const found = randomisedFollowUpEffects(rows, { horizons: steps, level });
  if ('error' in found) return [];
  const effects = horizons.flatMap((horizon, i) => {
    const arms = [1, 0].map((arm) =>
      estimateAt(
        rows.filter(({ assigned }) => assigned === arm),
        horizon,
        { timeUnit, minimumUnits: Math.max(threshold, leastFollowed) },
      ),
    );
    const refusal = arms.find(({ kind }) => kind === 'insufficient');
    return found
      .filter((effect) => effect.horizon === steps[i])
      .map((effect) =>
        refusal?.kind === 'insufficient'
          ? withoutFigure({ ...effect, horizon }, refusal.reason, refusal.sentence)
          : { ...effect, horizon },
      );
  });
  return corrected(effects, comparison, takeUpGap(rows)).map((effect) => {
    const found = sharper.effects.find(
      ({ horizon, measure, estimand }) =>
        horizon === effect.horizon && measure === effect.measure && estimand === effect.estimand,
    );
    return (effect.kind === 'estimate' && found !== undefined && effectOf(found)) || effect;
  });
}

/** Groups are `treated` or `control`, with `/1` or `/0` for take-up; others are in neither arm. */
function armRows(table: LifeTable): readonly OfferedFollowUp[] {
  return table.groups.flatMap((group) => {
    const [arm = '', taken] = (group.group ?? '').split('/');
    if (arm !== 'treated' && arm !== 'control') return [];
    const assigned = arm === 'treated' ? (1 as const) : (0 as const);
    const received = taken === '1' ? (1 as const) : (0 as const);
    return actuarialCounts(table, group).map((row) => ({
      ...row,
      assigned,
      ...(taken === undefined ? {} : { received }),
    }));
  });
}

/** Take-up among those offered the service minus among the others; null when it is not published. */
function takeUpGap(rows: readonly OfferedFollowUp[]): number | null {
  if (!rows.some(({ received }) => received !== undefined)) return null;
  const share = (arm: 0 | 1) => {
    const own = rows.filter(({ assigned }) => assigned === arm);
    const units = own.reduce((sum, { n }) => sum + n, 0);
    return own.reduce((sum, { n, received }) => sum + n * (received ?? 0), 0) / units;
  };
  return share(1) - share(0);
}

function adjusted({ adjusted }: FollowUpCounts, horizons: readonly number[]): readonly EffectEstimate[] {
  return horizons.flatMap((horizon) =>
    adjusted.effects
      .filter((effect) => effect.horizon === horizon)
      .flatMap((summary) => effectOf(summary) ?? []),
  );
}

function withoutEffect(
  horizon: number,
  { design, estimand }: Comparison,
  reason: InsufficientReason,
  sentence: string,
): readonly EffectEstimate[] {
  const randomised = design === 'randomised';
  const asked = { horizon, level, estimand: randomised ? ('itt' as const) : estimand };
  return (['difference', 'ratio'] as const).map((measure) =>
    withoutFigure({ ...asked, measure, method: randomised ? 'actuarial' : 'adjusted' }, reason, sentence),
  );
}

const notFollowedYet = (horizon: number): string =>
  `Pas encore mûr : dans l’un des deux groupes, le suivi à ${plainDuration(horizon)} n’est pas assez avancé pour publier un chiffre. Il viendra avec le temps.`;

const hiddenAt = (horizon: number, { threshold }: FollowUpTerms): string =>
  `Masqué à ${plainDuration(horizon)} : un effectif de moins de ${threshold} serait visible dans l’un des deux groupes.`;
