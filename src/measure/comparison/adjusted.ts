import { balanceThreshold } from '../../statistics/balance.ts';
import { selectRows } from '../../statistics/covariates.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { overlapOf, propensityModel } from '../../statistics/propensity.ts';
import { weightedFollowUpEffect } from '../../statistics/weighted-follow-up.ts';
import type { Check } from '../measure.ts';
import { balanceTable, type CellGroups, cellGroups } from './balance-table.ts';
import { type CovariateCells, cellMatrix, covariateCells } from './covariate-cells.ts';
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
import { worstRow } from './worst-row.ts';

const weighting = 'inverse-probability';

/**
 * Groups made alike on covariates by inverse-probability weights, on counts by covariate cell. Balance and overlap
 * come before any effect: where they fail, there is no effect but the reason why (`not-comparable`).
 */
export function readAdjusted(question: ComparisonQuestion): DesignReading {
  const { comparison } = question;
  const { estimand } = comparison;
  const cells = covariateCells(question.rows, comparison.covariates);
  const notes = cells.classes.flatMap(({ sentence }) => sentence ?? []);
  const covariates = cells.classes.map(({ name, classes }) => ({ name, classes }));
  const asked = [
    { measure: 'difference', estimand },
    { measure: 'ratio', estimand },
  ] as const;
  const found = weightedFollowUpEffect(cells.rows, cellMatrix(cells, 'contrasts'), {
    weighting,
    estimand: estimand === 'att' ? 'ATT' : 'ATE',
    horizons: steps(question),
    level,
  });
  if ('error' in found) {
    const both = ([0, 1] as const).every((arm) => cells.rows.some((row) => row.treated === arm && row.n > 0));
    return {
      effects: refusedEffects(question, asked, weighting, {
        reason: reasonOf(found.error),
        sentence: found.sentence,
      }),
      checks: [
        { name: 'groupes qui se recouvrent', status: 'failed', figure: null, sentence: found.sentence },
      ],
      covariates,
      balance: both ? balanceTable(cells, cellGroups(cells), estimand) : [],
      notes,
      takeUpGap: null,
    };
  }
  const balance = balanceTable(cells, found.groups, estimand);
  const checks = [overlap(cells, found.groups, estimand), alike(balance)];
  const failed = checks.find((check) => check.status === 'failed');
  const effects = whereBothAreRead(inDays(found.effects, question), question);
  return {
    effects: failed === undefined ? effects : effects.map((effect) => notComparable(effect, failed.sentence)),
    checks,
    covariates,
    balance,
    notes: [...notes, weightsNote(found.essTreated, found.essControl)],
    takeUpGap: null,
  };
}

const notComparable = (effect: EffectEstimate, sentence: string): EffectEstimate =>
  effect.kind === 'insufficient' ? effect : withoutFigure(effect, 'not-comparable', sentence);

function overlap(cells: CovariateCells, groups: CellGroups, estimand: 'ate' | 'att'): Check {
  const name = 'groupes qui se recouvrent';
  const matrix = cellMatrix(cells, 'contrasts');
  const covariates = { names: matrix.names, values: selectRows(matrix.values, groups.cell) };
  const model = propensityModel({ treated: groups.treated, counts: groups.counts, covariates });
  if ('error' in model) return { name, status: 'failed', figure: null, sentence: model.sentence };
  const { treated, counts } = groups;
  const forTreated = overlapOf(model.probabilities, treated, counts);
  const forControls = overlapOf(
    model.probabilities,
    treated.map((arm) => 1 - arm),
    counts,
  );
  // To speak of everybody, those without the service need counterparts too.
  if (estimand === 'att' || !forTreated.passed || forControls.passed) {
    const { passed, treatedInRange, sentence } = forTreated;
    return { name, status: passed ? 'passed' : 'failed', figure: treatedInRange, sentence };
  }
  const outOf100 = Math.round(100 * forControls.treatedInRange);
  return {
    name,
    status: 'failed',
    figure: forControls.treatedInRange,
    sentence: `Groupes non comparables : sur 100 personnes qui n’ont pas reçu le service, ${outOf100} seulement ont des semblables parmi celles qui l’ont reçu. L’effet pour les seuls usagers (estimand: att) peut être lisible.`,
  };
}

function alike(balance: DesignReading['balance']): Check {
  const name = 'groupes rendus semblables';
  const [before, after] = [worstRow(balance, 'before'), worstRow(balance, 'after')];
  const passed = after.smd !== null && Math.abs(after.smd) <= balanceThreshold;
  return {
    name,
    status: passed ? 'passed' : 'failed',
    figure: after.smd,
    sentence: passed
      ? `Après ajustement, les deux groupes se ressemblent sur tout ce qui est connu : le plus grand écart passe de ${before.said} à ${after.said}.`
      : `Groupes non comparables : après ajustement, ${after.said} diffère encore trop.`,
  };
}

const weightsNote = (treated: number, control: number): string => {
  const units = (n: number) => Math.round(n).toLocaleString('fr-FR');
  return `Les pondérations qui rendent les groupes semblables laissent autant d’information que ${units(treated)} personnes avec le service et ${units(control)} sans.`;
};
