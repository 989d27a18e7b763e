import { labelOf } from '../../plan/label.ts';
import type { FollowUpIndicator, Source } from '../../plan/plan.ts';
import { counted } from '../../platform/french/number.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { total } from '../cohorts.ts';
import type { Followed } from '../followed.ts';
import type { Check } from '../measure.ts';
import { readAdjusted } from './adjusted.ts';
import { alwaysValid } from './always-valid.ts';
import { type ComparedCount, comparedUnits } from './arms.ts';
import type { ComparedCells } from './compared-cells.ts';
import { decide } from './decide.ts';
import { hiddenCause, rosenbaumBound } from './hidden-cause.ts';
import type { Decision, MeasuredComparison } from './measured-comparison.ts';
import { readRandomised } from './randomised.ts';
import { corrected, linkageSentence } from './reading.ts';
import { tests } from './together.ts';

export interface Compared {
  readonly effects: readonly EffectEstimate[];
  readonly checks: readonly Check[];
  readonly comparison: MeasuredComparison;
  readonly decision: Decision | null;
  /** The difference the headline reads: at the furthest horizon that has one, else why the first has none. */
  readonly effect: EffectEstimate;
  /** Units compared, and days over which they entered; null without dates. */
  readonly units: number;
  readonly entryDays: number | null;
}

interface CompareFacts {
  readonly source: Source;
  readonly units: readonly Followed[];
  readonly cells: ComparedCells;
  /** Columns the cells of `units` hold, in order. */
  readonly columns: readonly string[];
  readonly timeUnit: number;
  readonly coverage: number | null;
  readonly drawn: ReadonlyMap<string, number> | null;
}

/** Compares the groups the plan names, on counts already followed; null when the plan compares nobody. */
export function compare(indicator: FollowUpIndicator, facts: CompareFacts): Compared | null {
  const { comparison, horizons } = indicator;
  if (comparison === undefined) return null;
  const { timeUnit, coverage, drawn, cells } = facts;
  const { rows, leftOut } = comparedUnits(facts.units, comparison, facts.columns, facts.source);
  const question = {
    comparison,
    rows,
    cells: cells.covariates,
    drawCells: cells.draw,
    horizons,
    timeUnit,
    coverage,
    drawn,
    label: (name: string) => labelOf(indicator, name),
  };
  const reading = comparison.design === 'randomised' ? readRandomised(question) : readAdjusted(question);
  const effects = corrected(reading.effects, comparison, reading.takeUpGap);
  const main = effects.filter(({ measure, estimand }) => measure === 'difference' && estimand !== 'cace');
  const effect = main.findLast(({ kind }) => kind === 'estimate') ?? main[0];
  if (effect === undefined) throw new TypeError(`indicator ${indicator.id} has no horizon`);
  const treated = rows.filter((row) => row.treated === 1);
  const entryDays = spanOf(rows);
  const threshold = indicator.decision?.threshold ?? null;
  return {
    effects,
    checks: reading.checks,
    comparison: {
      design: comparison.design,
      arm: comparison.arm,
      treated: comparison.treated,
      estimand: comparison.design === 'randomised' ? 'itt' : comparison.estimand,
      adjustment: comparison.adjustment,
      arms: { treated: armCount(treated), control: armCount(rows.filter((row) => row.treated === 0)) },
      leftOut,
      covariates: reading.covariates,
      balance: reading.balance,
      sensitivity:
        comparison.design === 'adjusted'
          ? hiddenCause(effects, effect, (ratio) =>
              rosenbaumBound(comparison, reading.hiddenCause, effect.horizon, ratio),
            )
          : null,
      alwaysValid:
        comparison.design === 'randomised' && coverage !== null && effect.kind === 'estimate'
          ? alwaysValid(rows, {
              horizon: effect.horizon,
              coverage,
              threshold,
              every: indicator.cadence === 'week' ? 7 : 30,
            })
          : null,
      corrections: tests(main),
      notes: [
        ...(leftOut > 0 ? [leftOutNote(leftOut, comparison.arm)] : []),
        ...reading.notes,
        ...(linkageSentence(comparison) === null ? [] : [linkageSentence(comparison) ?? '']),
      ],
    },
    decision: indicator.decision
      ? decide({
          terms: indicator.decision,
          effect: effect.kind === 'estimate' ? effect : null,
          horizon: effect.horizon,
          treatedUnits: total(treated),
          entryDays,
        })
      : null,
    effect,
    units: total(rows),
    entryDays,
  };
}

const armCount = (rows: readonly ComparedCount[]) => ({
  units: total(rows),
  outcomes: total(rows.filter((row) => row.status === 1)),
});

/** Days from the first to the last entry, both included. */
function spanOf(rows: readonly ComparedCount[]): number | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { indexDay } of rows) {
    if (indexDay === null) return null;
    first = Math.min(first, indexDay);
    last = Math.max(last, indexDay);
  }
  return rows.length === 0 ? null : last - first + 1;
}

const leftOutNote = (units: number, arm: string): string =>
  `${counted(units, 'personne n’est', 'personnes ne sont')} dans aucun des deux groupes (« ${arm} » non renseigné, ou une autre valeur) : la comparaison ne les compte pas.`;
