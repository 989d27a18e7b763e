import { balanceThreshold } from '../../statistics/balance.ts';
import { firstStageCheck } from '../../statistics/complier-effect.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { type OfferedFollowUp, randomisedFollowUpEffects } from '../../statistics/randomised-follow-up.ts';
import type { Refused } from '../../statistics/refused.ts';
import { sampleRatioMismatch } from '../../statistics/sample-ratio.ts';
import type { Check } from '../measure.ts';
import { methodOf } from './adjustments.ts';
import type { ComparedCount } from './arms.ts';
import { attrition } from './attrition.ts';
import { balanceTable, cellGroups } from './balance-table.ts';
import {
  type ComparisonQuestion,
  type DesignReading,
  inDays,
  level,
  reasonOf,
  refusedEffects,
  steps,
  whereBothAreRead,
  withoutFigure,
} from './reading.ts';
import { type Sharpened, sharpened, sharpeningNote } from './sharpened.ts';
import { worstRow } from './worst-row.ts';

/** Groups drawn at random: intention to treat, the effect of take-up when the plan names one, and their checks. */
export function readRandomised(question: ComparisonQuestion): DesignReading {
  const { comparison, cells } = question;
  const partial = comparison.takeUp !== null;
  const rows = offered(question.rows);
  const found = randomisedFollowUpEffects(rows, { horizons: steps(question), level });
  const asked = [
    { measure: 'difference', estimand: 'itt' },
    { measure: 'ratio', estimand: 'itt' },
    ...(partial ? [{ measure: 'difference', estimand: 'cace' } as const] : []),
  ] as const;
  const both = [0, 1].every((arm) => rows.some((row) => row.assigned === arm && row.n > 0));
  const sharper = both && !('error' in found) ? sharpened(question) : null;
  const balance =
    both && comparison.covariates.length > 0 ? balanceTable(cells, cellGroups(cells), 'ate') : [];
  const stage = partial && both ? takeUpStage(rows) : null;
  return {
    effects:
      'error' in found
        ? refusedEffects(question, asked, methodOf(comparison), {
            reason: reasonOf(found.error),
            sentence: found.sentence,
          })
        : whereBothAreRead(inDays(chosen(found, sharper), question), question),
    checks: [
      ...attrition(question, rows),
      ...(both ? [sampleRatio(rows, comparison.expectedShare)] : []),
      ...(balance.length > 0 ? [drawnAlike(balance, rows, question.label)] : []),
      ...(stage === null ? [] : [stage.check]),
    ],
    covariates: cells.classes.map(({ name, classes }) => ({ name, classes })),
    balance,
    notes:
      sharper === null || 'error' in sharper || 'error' in found
        ? []
        : [...sharper.notes, ...sharpeningNote(comparison, found, sharper.effects)],
    takeUpGap: stage?.gap ?? null,
    hiddenCause: null,
  };
}

/** Sharpened effects in the place of the plain ones; that of take-up stays as it is. */
function chosen(
  plain: readonly EffectEstimate[],
  sharper: Sharpened | Refused | null,
): readonly EffectEstimate[] {
  if (sharper === null) return plain;
  return plain.map((effect) => {
    if (effect.estimand !== 'itt') return effect;
    if ('error' in sharper) return withoutFigure(effect, 'not-identified', sharper.sentence);
    const { horizon, measure } = effect;
    return sharper.effects.find((other) => other.horizon === horizon && other.measure === measure) ?? effect;
  });
}

/** Counts by group, take-up, time and status. */
function offered(rows: readonly ComparedCount[]): readonly OfferedFollowUp[] {
  const counted = new Map<string, OfferedFollowUp>();
  for (const { time, status, treated, taken, n } of rows) {
    const key = `${treated}/${taken}/${time}/${status}`;
    counted.set(key, {
      time,
      status,
      n: (counted.get(key)?.n ?? 0) + n,
      assigned: treated,
      ...(taken === null ? {} : { received: taken }),
    });
  }
  return [...counted.values()];
}

const size = (rows: readonly OfferedFollowUp[], arm: 0 | 1): number =>
  rows.reduce((sum, row) => (row.assigned === arm ? sum + row.n : sum), 0);

function sampleRatio(rows: readonly OfferedFollowUp[], expectedShare: number): Check {
  const name = 'tailles des groupes tirés';
  const found = sampleRatioMismatch([size(rows, 1), size(rows, 0)], [expectedShare, 1 - expectedShare]);
  if ('error' in found) return { name, status: 'failed', figure: null, sentence: found.sentence };
  const status = found.passed ? 'passed' : 'failed';
  return { name, status, figure: found.pValue, sentence: found.sentence };
}

function takeUpStage(rows: readonly OfferedFollowUp[]): {
  readonly check: Check;
  readonly gap: number | null;
} {
  const name = 'usage entraîné par l’offre';
  const stage = firstStageCheck({
    assigned: rows.map((row) => row.assigned),
    received: rows.map((row) => row.received ?? 0),
    counts: rows.map((row) => row.n),
  });
  if ('error' in stage) {
    return { check: { name, status: 'failed', figure: null, sentence: stage.sentence }, gap: null };
  }
  const status = stage.passed ? 'passed' : 'failed';
  return {
    check: { name, status, figure: stage.complianceDifference, sentence: stage.sentence },
    gap: stage.complianceDifference,
  };
}

/** Under this many standard errors a gap between groups drawn at random is chance, whatever its size. */
const chance = 4;

function drawnAlike(
  balance: DesignReading['balance'],
  rows: readonly OfferedFollowUp[],
  label: ComparisonQuestion['label'],
): Check {
  const name = 'groupes semblables au départ';
  const worst = worstRow(balance, 'before', label);
  const byChance = chance * Math.sqrt(1 / size(rows, 1) + 1 / size(rows, 0));
  const passed = worst.smd !== null && Math.abs(worst.smd) <= Math.max(balanceThreshold, byChance);
  return {
    name,
    status: passed ? 'passed' : 'failed',
    figure: worst.smd,
    sentence: passed
      ? `Les groupes tirés se ressemblent avant l’usage : le plus grand écart est sur ${worst.said}.`
      : `Les groupes tirés ne se ressemblent pas avant l’usage : ${worst.said} diffère trop pour un tirage au sort.`,
  };
}
